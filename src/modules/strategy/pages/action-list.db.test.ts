import { expect } from 'vitest'
import { openBuiltSite } from '../../../../tests/support/built-site.ts'
import { loadRows, NEW, PLANS, planRows, test as planTest } from '../../../../tests/support/two-plans.ts'
import { twice } from '../../../../tests/support/write-rows.ts'

const KEY = 'kuldigas-novads-2020'
const plan = '/kuldigas-novads/ricibas-plans'

/** What a reader sees of a page, in one line. */
const plainText = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const anAction = (code: string, more: Readonly<Record<string, string>> = {}) => ({
  code,
  direction: '1.1',
  position: code.split('.').at(-1) ?? '',
  ...twice('title', `Darbība ${code}`),
  ...more,
})

/** A municipality whose plan says until when, and of which only one action has been reported on: that it is done. */
const test = planTest.extend('ask', async ({ db, folder }) => {
  const rows = planRows(KEY, {
    title: 'Plāns ar termiņiem',
    from: 2020,
    indicator: 'Matemātikas eksāmens',
    direction: 'up',
    label: 'pagasts',
  })
  await loadRows(db, folder, {
    ...PLANS[NEW],
    ...rows,
    actions: [
      anAction('1.1.1', { due_on: '2025-12-31', responsible: 'Izglītības nodaļa' }),
      anAction('1.1.2', { due_on: '2024-06-30' }),
      anAction('1.1.3', { due_on: '2099-12-31' }),
      anAction('1.1.4'),
      anAction('1.1.5', { due_on: '2023-12-31' }),
    ],
    actionStatus: [{ action: '1.1.5', as_of: '2023', status: 'implemented' }],
  })
  const site = await openBuiltSite(db)
  return async (path: string) => {
    const answer = await site(path)
    return { status: answer.status, said: plainText(await answer.text()) }
  }
})

const placeOf = (said: string, code: string) => said.indexOf(`Darbība ${code}`)

test('a plan with last days and no reports says what is overdue, by the day on which it is read', async ({
  ask,
}) => {
  const { said } = await ask(plan)
  expect(said).toContain(
    'Nokavētas ir 2 no 4 darbībām, kurām zināms termiņš. 1 darbībai termiņš nav norādīts.',
  )
  // What was done is not overdue, however long ago it was due.
  expect(said.match(/termiņš nokavēts/g)).toHaveLength(2)
  expect(said).not.toContain('Tāpēc nevar pateikt')
  expect(said).toContain('Nevienai darbībai nav norādīts komentārs.')

  const { said: english } = await ask(`/en${plan}`)
  expect(english).toContain('2 of 4 actions with a due date are overdue.')

  const overdue = await ask(`${plan}?overdue=yes`)
  expect(overdue.said).toContain('Atrastas 2 no 5 darbībām')
  expect(overdue.said).toContain('Darbība 1.1.2')
  expect(overdue.said).not.toMatch(/Darbība 1\.1\.[345]/)

  const byDue = await ask(`${plan}?sort=due`)
  const order = ['1.1.5', '1.1.2', '1.1.1', '1.1.3', '1.1.4']
  expect(order.toSorted((a, b) => placeOf(byDue.said, a) - placeOf(byDue.said, b))).toEqual(order)

  const several = await ask(`${plan}?status=implemented&status=notStarted`)
  expect(several.said).toContain('Atrasta 1 no 5 darbībām')
  const unreported = await ask(`${plan}?status=implemented&status=unreported`)
  expect(unreported.said).toContain('Atrastas 5 no 5 darbībām')

  const wrong = ['status=gandriz', 'overdue=varbut', 'goal=KP9', 'sort=vecums', 'page=9']
  const answers = await Promise.all(wrong.map((query) => ask(`${plan}?${query}`)))
  expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 400))
})
