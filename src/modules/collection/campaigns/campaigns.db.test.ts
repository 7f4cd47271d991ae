import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { headOf, plantSchools, specialistOf, type Town } from '../../../../tests/support/answered-calls.ts'
import { openBuiltSite } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { openPrepared } from '../../../../tests/support/open-prepared.ts'
import { findCall, findCallForm } from '../calls/call-store.server.ts'
import { findAsked } from '../form/asked.server.ts'
import { handIn } from '../life/hand-in.service.server.ts'
import { readCompleteness } from '../monitoring/read-completeness.server.ts'
import { readCampaign } from './read-works.server.ts'

const HOME = '/darbs/liepaja/datu-vaksana/darba-saraksti'

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) =>
  plantSchools(db, { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }, [
    'work-a',
    'work-b',
    'work-c',
  ]),
)

/** The summer's list as its short form offers it, with one more work. */
async function prepare(db: Database, town: Town, title: string) {
  const editor = await openEditor(db, specialistOf(town))
  const form = await editor.read(`${HOME}/jauns`)
  const offered = /<textarea[^>]*name="works"[^>]*>([^<]*)</.exec(form)?.[1] ?? ''
  const sent = await editor.ask(`${HOME}/jauns`, {
    title_lv: title,
    works: `${offered}\nspelu_laukums | Spēļu laukums | Playground`,
    due_at: '2098-08-15T23:59',
  })
  if (sent.status !== 303) throw new Error(await sent.text())
  const key = sent.headers.get('location')?.split('/').at(-1) ?? ''
  return { key, editor, offered }
}

/** Hands in for a school what was typed into the form. */
async function give(
  db: Database,
  town: Town,
  { key, school }: { key: string; school: { id: string; key: string } },
  typed: Readonly<Record<string, string>>,
) {
  const head = headOf(town, school)
  const asked = await readAs(db, head, (tx) => findAsked(tx, town, { call: key, institution: school.key }))
  if (!asked) throw new Error(`${school.key} is not asked`)
  const handed = await handIn(db, head, asked, { once: uuidv7(), way: 'form', typed })
  expect(handed).toEqual({ version: 1 })
}

describe('a list of works', () => {
  test('stands ready-made, is handed in, counted and published without names', async ({ db, town }) => {
    const { key, editor, offered } = await prepare(db, town, 'Vasaras gatavība')
    for (const work of [
      'ventilation',
      'electricity',
      'roofs',
      'fences',
      'accessibility',
      'internet',
      'devices',
    ])
      expect(offered).toContain(`${work} | `)
    expect(await editor.read(`${HOME}/${key}`)).toContain('Iestādes to vēl neredz.')
    await openPrepared(db, town, key)
    const { call, list } = await readAs(db, operator(town.id), async (tx) => {
      const found = await findCall(tx, town.id, key)
      const form = found && (await findCallForm(tx, town.id, found.id))
      return { call: found, list: form?.elements[0]?.key ?? '' }
    })
    if (!call) throw new Error('there is a call')
    const [first, second] = town.schools
    if (!first || !second) throw new Error('there are schools')
    await give(
      db,
      town,
      { key, school: first },
      {
        [`${list}.roofs.state`]: 'done',
        [`${list}.roofs.cost`]: '1250,50',
        [`${list}.fences.state`]: 'not_needed',
        [`${list}.fences.note`]: 'Žoga nav',
      },
    )
    await give(db, town, { key, school: second }, { [`${list}.roofs.state`]: 'planned' })

    const now = new Date()
    const [campaign, completeness] = await readAs(db, specialistOf(town), async (tx) => [
      await readCampaign(tx, town.id, key, now),
      (await readCompleteness(tx, town.id, [call], now)).get(call.id),
    ])
    // Two pages that show one figure agree.
    expect(campaign?.result).toMatchObject({ answered: 2, asked: 3, cost: 1250.5 })
    expect(completeness).toMatchObject({ handedIn: 2, expected: 3 })
    const roofs = campaign?.result.totals.find(({ work }) => work.key === 'roofs')
    expect(roofs).toMatchObject({ states: { done: 1, in_progress: 0, planned: 1, not_needed: 0 }, costed: 1 })
    const fences = campaign?.result.totals.find(({ work }) => work.key === 'fences')
    expect(fences).toMatchObject({ states: { done: 0, not_needed: 1 }, unsaid: 1, costed: 0 })

    const page = await editor.read(`${HOME}/${key}`)
    expect(page).toContain('Atbildējušas 2 no 3 iestādēm.')
    expect(page).toContain('Žoga nav')
    expect(page).toContain('Vēl nav iesniegts')

    const ask = await openBuiltSite(db)
    const address = `/liepaja/datu-vaksana/darba-saraksti/${key}`
    expect((await ask(address)).status).toBe(404)
    expect((await editor.ask(`${HOME}/${key}`, {})).status).toBe(303)
    const openly = await (await ask(address)).text()
    expect(openly).toContain('Atbildējušas 2 no 3 iestādēm.')
    expect(openly).toMatch(/1\s?250,50/)
    expect(openly).toContain('Spēļu laukums')
    expect(openly).not.toContain('Skola work-a')
    expect(openly).not.toContain('Žoga nav')
    expect(await (await ask('/liepaja/datu-vaksana/darba-saraksti')).text()).toContain('Vasaras gatavība')
  })

  test('is prepared and published by the department; an institution sees itself', async ({ db, town }) => {
    const { key } = await prepare(db, town, 'Tiesības')
    await openPrepared(db, town, key)
    const school = town.schools[0] ?? { id: '', key: '' }
    const head = await openEditor(db, headOf(town, school))
    expect((await head.ask(`${HOME}/jauns`)).status).toBe(403)
    expect((await head.ask(`${HOME}/${key}`, {})).status).toBe(403)
    const seen = await head.read(`${HOME}/${key}`)
    expect(seen).toContain('Skola work-a')
    expect(seen).not.toContain('Skola work-b')
    const editor = await openEditor(db, specialistOf(town))
    const wrong = await editor.ask(`${HOME}/jauns`, {
      title_lv: 'Vasara',
      works: 'a | b | c | d',
      due_at: '2020-01-01T10:00',
    })
    expect(wrong.status).toBe(422)
    const words = await wrong.text()
    expect(words).toContain('1. rinda')
    expect(words).toContain('Šis brīdis jau ir pagājis.')
  })
})
