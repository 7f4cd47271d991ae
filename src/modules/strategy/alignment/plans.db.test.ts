import { type CellValue, writeXlsx } from 'hucre'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { revise } from '#platform/write/revise.server.ts'
import { countStatements, test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import {
  inPlanting,
  type PlantedInstitution,
  plantHolder,
  plantSchools,
} from '../../../../tests/support/plant-asked.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { askForPlans } from './begin.service.server.ts'
import { takeStep } from './consult.service.server.ts'
import { findSteps } from './consultation-store.server.ts'
import { alignmentOnDesk } from './desk.server.ts'
import { addFromActions, addWritten, carryOver } from './items.service.server.ts'
import { findPlan, findPlans } from './plan-store.server.ts'
import { importPlan } from './workbook/import.service.server.ts'

const test = databaseTest.extend('town', { scope: 'file', auto: true }, ({ db }) =>
  municipalityIdOf(db, 'liepaja'),
)
const SLUG = 'liepaja'

const headOfSchool = (municipalityId: string, { id }: PlantedInstitution, account: string): User => ({
  id: account,
  kind: 'member',
  grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId, id } }],
})

/** Two institutions that the department has asked for plans of years that no other test uses. */
async function plantAsked(db: Database, town: string) {
  const [own, other] = await plantSchools(db, town, ['Ozolu skola', 'Liepu skola'])
  if (!own || !other) throw new Error('no schools')
  const accounts = { own: `head-${uuidv7()}`, other: `head-${uuidv7()}` }
  await plantHolder(db, town, accounts.own, { role: 'institutionHead', institutionId: own.id })
  await plantHolder(db, town, accounts.other, { role: 'institutionHead', institutionId: other.id })
  const department = memberOf(town, 'educationHead', 'department')
  const strategy = await readAs(db, operator(town), (tx) => findCurrentStrategy(tx, town))
  const institutions = [own, other].map(({ id, key, name }) => ({
    id,
    key,
    registrationNumber: null,
    versions: [{ name: { lv: name, en: name }, validFrom: null, validTo: null } as never],
  }))
  const head = {
    title: 'Attīstības plāns',
    startsOn: '2027-01-01',
    endsOn: '2030-12-31',
    dueOn: '2027-02-28',
    strategyId: strategy?.id ?? '',
    institutions,
  }
  const asked = await askForPlans(db, department, { municipalityId: town, slug: SLUG }, head)
  const keyOf = ({ key }: PlantedInstitution) => `${key}-2027-2030`
  return {
    asked,
    askAgain: () => askForPlans(db, department, { municipalityId: town, slug: SLUG }, head),
    department,
    strategyId: head.strategyId,
    own: { school: own, user: headOfSchool(town, own, accounts.own), key: keyOf(own) },
    other: { school: other, user: headOfSchool(town, other, accounts.other), key: keyOf(other) },
    at: (key: string) => ({ municipalityId: town, slug: SLUG, key }),
    read: (user: User, key: string) =>
      readAs(db, user, (tx) => findPlan(tx, town, key), { municipalityId: town }),
  }
}

describe('a development plan', { timeout: 180_000 }, () => {
  test('is asked for, drafted, submitted, commented on, answered, returned and agreed to by somebody else', async ({
    db,
    town,
  }) => {
    const { asked, askAgain, own, department } = await plantAsked(db, town)
    expect([asked, await askAgain()]).toEqual([2, 0])
    const address = `/darbs/${SLUG}/attistibas-plani/${own.key}`
    const head = await openEditor(db, own.user)
    const office = await openEditor(db, department)

    const desk = await readAs(db, own.user, (tx) => alignmentOnDesk(tx, own.user))
    expect(desk).toMatchObject([{ label: 'strategy.alignment.desk.asked', values: { count: 1 } }])
    const tasks = await readAs(db, own.user, (tx) =>
      tx
        .selectFrom('work.task')
        .select(['due_on', 'state', 'address'])
        .where('account_id', '=', own.user.id)
        .execute(),
    )
    expect(tasks).toEqual([{ due_on: '2027-02-28', state: 'open', address }])

    // From the actions that concern it, ticked.
    const offer = await head.read(`${address}/no-darbibam`)
    expect(offer).toContain('Darbības, kas skar iestādi')
    expect((await head.ask(`${address}/no-darbibam`, {})).status).toBe(422)
    const made = await head.ask(`${address}/no-darbibam`, { 'tick.1.2.4': 'yes', 'tick.3.1.2': 'yes' })
    expect(made.status).toBe(303)
    const again = await head.ask(`${address}/no-darbibam`, { 'tick.1.2.4': 'yes' })
    expect(again.status).toBe(303)
    const drafted = await head.read(address)
    expect(drafted).toContain('Mazināt mobingu izglītības iestādēs')
    expect(drafted).toContain('2 uzdevumi')

    const newItem = `${address}/uzdevumi/jauns`
    const wrong = await head.send(newItem, { task: '', own_need: 'Jumts tek', action_1: '1.1.1' })
    expect(wrong.status).toBe(422)
    const words = await wrong.text()
    expect(words).toContain('abus reizē nenorāda')
    expect(words).toContain('Jumts tek')
    expect((await head.send(newItem, { task: 'Salabot jumtu' })).status).toBe(303)
    expect(await head.read(address)).toContain('vēl nav pateikts, kam kalpo')

    const submit = { step: 'submitted', _version: '1' }
    expect((await head.ask(address, submit)).status).toBe(303)
    expect((await head.ask(address, submit)).status).toBe(409)
    expect((await head.ask(`${address}/uzdevumi/jauns`)).status).toBe(403)

    const done = await readAs(db, own.user, (tx) =>
      tx.selectFrom('work.task').select('state').where('account_id', '=', own.user.id).execute(),
    )
    expect(done).toEqual([{ state: 'done' }])

    // The department's word.
    const waiting = await readAs(db, department, (tx) => alignmentOnDesk(tx, department))
    expect(waiting.some(({ label }) => label === 'strategy.alignment.desk.submitted')).toBe(true)
    const once = uuidv7()
    const comment = { step: 'comment', words: 'Kam kalpo jumts?', _once: once }
    expect((await office.ask(address, comment)).status).toBe(303)
    expect((await office.ask(address, comment)).status).toBe(303)
    const agreement = {
      step: 'agreed',
      agreed_on: '2026-11-01',
      agreed_by: 'Pārvaldes vadītāja',
      _version: '2',
    }
    const open = await office.ask(address, agreement)
    expect(open.status).toBe(422)
    expect(await open.text()).toContain('vēl nav pateikts, kam tie kalpo')
    const returned = { step: 'returned', words: 'Pasakiet, kam kalpo jumts.', _version: '2' }
    expect((await office.ask(address, { ...returned, words: '' })).status).toBe(422)
    expect((await office.ask(address, returned)).status).toBe(303)

    const seen = await head.read(address)
    expect(seen).toContain('Kam kalpo jumts?')
    expect(seen.match(/Pārvaldes komentārs/g)).toHaveLength(1)
    const reply = { step: 'reply', reply_to: once, reply: 'Tā ir pašu vajadzība.' }
    expect((await head.ask(address, { ...reply, reply: '' })).status).toBe(422)
    expect((await head.ask(address, reply)).status).toBe(303)
    const plan = await readAs(db, own.user, (tx) => findPlan(tx, town, own.key))
    const item = plan?.items.find(({ task }) => task === 'Salabot jumtu')
    const itemAt = `${address}/uzdevumi/${item?.id}`
    expect((await head.send(itemAt, { own_need: 'Jumts tek' })).status).toBe(303)
    expect((await head.ask(address, { ...submit, _version: '3' })).status).toBe(303)

    expect((await head.ask(address, { ...agreement, _version: '4' })).status).toBe(403)
    const later = await office.ask(address, { ...agreement, agreed_on: '2999-01-01', _version: '4' })
    expect(later.status).toBe(422)
    expect((await office.ask(address, { ...agreement, _version: '4' })).status).toBe(303)

    // Everybody reads it now, and what was said about it nobody does.
    const everybody = await office.publicly(`/${SLUG}/saskanotiba`)
    expect(everybody).toContain('Ozolu skola')
    expect(everybody).toContain('Jumts tek')
    expect(everybody).not.toContain('Kam kalpo jumts?')
    expect(everybody).not.toContain('Liepu skola')

    // Only results are noted from here on, openly and with a reason.
    const results = await head.read(itemAt)
    expect(results).not.toContain('name="task"')
    expect((await head.send(itemAt, { progress: 'done', achieved: 'Jumts salabots.' })).status).toBe(303)
    expect(await office.publicly(`/${SLUG}/saskanotiba`)).toContain('Jumts salabots.')

    const steps = await readAs(db, department, (tx) => findSteps(tx, town, [plan?.id ?? '']))
    expect([...steps.values()].flat().map(({ kind }) => kind)).toEqual([
      'asked',
      'submitted',
      'comment',
      'returned',
      'answer',
      'submitted',
      'agreed',
    ])
    const reopened = { step: 'reopened', words: 'Mainās finansējums.', _version: '5' }
    expect((await office.ask(address, reopened)).status).toBe(303)
    expect(await office.publicly(`/${SLUG}/saskanotiba`)).not.toContain('Jumts tek')
  })

  test('is drafted first from the actions in which the institution has a part', async ({ db, town }) => {
    const { own, strategyId } = await plantAsked(db, town)
    const party = {
      strategy_id: strategyId,
      action: '2.1.1',
      code: own.school.key,
      institution: own.school.key,
      name_lv: own.school.name,
      name_en: null,
      part_lv: 'Izmēģina programmu',
      part_en: null,
      source_id: null,
      locator: null,
    }
    const target = { table: 'strategy.action_party', key: ['strategy_id', 'action', 'code'] } as const
    await inPlanting(db, town, (tx, change) => revise(tx, change, target, [party]))
    const head = await openEditor(db, own.user)
    const page = await head.read(`/darbs/${SLUG}/attistibas-plani/${own.key}/no-darbibam`)
    const [concerned = ''] = page.split('Pārējās darbības')
    expect(concerned).toMatch(/2\.1\.1[\s\S]*?Iestādei šajā darbībā ir sava daļa/)
    expect(page.match(/Iestādei šajā darbībā ir sava daļa/g)).toHaveLength(1)
  })

  test('is its own institution’s alone, and the department does not write it', async ({ db, town }) => {
    const { own, other, department, at, read } = await plantAsked(db, town)
    await addWritten(db, own.user, at(own.key), [{ task: 'Slepens uzdevums' }])
    const address = `/darbs/${SLUG}/attistibas-plani/${own.key}`
    const stranger = await openEditor(db, other.user)
    for (const path of ['', '/plans.xlsx', '/labot', '/no-darbibam', '/augsupielade', '/uzdevumi/jauns'])
      expect((await stranger.ask(address + path)).status).toBe(404)
    expect((await stranger.ask(address, { step: 'submitted', _version: '1' })).status).toBe(404)
    for (const path of [`/darbs/${SLUG}/attistibas-plani`, `/darbs/${SLUG}/saskanotiba`])
      expect(await stranger.read(path)).not.toContain('Ozolu skola')
    expect(await read(other.user, own.key)).toBeUndefined()
    expect(await readAs(db, THE_PUBLIC, (tx) => findPlan(tx, town, own.key))).toBeUndefined()

    const office = await openEditor(db, department)
    expect(await office.read(address)).toContain('Slepens uzdevums')
    for (const path of ['/labot', '/no-darbibam', '/uzdevumi/jauns', '/augsupielade'])
      expect((await office.ask(address + path)).status).toBe(403)
    await expect(addWritten(db, department, at(own.key), [{ task: 'Svešs' }])).rejects.toMatchObject({
      status: 403,
    })
    expect((await office.ask(address, { step: 'submitted', _version: '1' })).status).toBe(403)
    const council = await openEditor(db, memberOf(town, 'councilMember'))
    expect((await council.ask(address)).status).toBe(403)
  })

  test('is submitted by one of many at once', async ({ db, town }) => {
    const { own, at, read } = await plantAsked(db, town)
    await addWritten(db, own.user, at(own.key), [{ task: 'Uzdevums' }])
    const entry = { step: 'submitted', version: 1, words: null } as const
    const all = await Promise.all(Array.from({ length: 8 }, () => takeStep(db, own.user, at(own.key), entry)))
    expect(all.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect((await read(own.user, own.key))?.version).toBe(2)
  })

  test('takes the same actions once, however many draft at once', async ({ db, town }) => {
    const { own, at, read } = await plantAsked(db, town)
    const added = await Promise.all(
      Array.from({ length: 6 }, () => addFromActions(db, own.user, at(own.key), new Set(['1.2.4', '3.1.2']))),
    )
    expect(added.reduce((sum, count) => sum + count)).toBe(2)
    expect((await read(own.user, own.key))?.items.map(({ number }) => number)).toEqual([1, 2])
  })
})

describe('the department’s plan', () => {
  test('is begun on a page, seen by no institution while a draft, and takes over what is unfinished', async ({
    db,
    town,
  }) => {
    const { own } = await plantAsked(db, town)
    const specialist = memberOf(town, 'educationSpecialist', `specialist-${uuidv7()}`)
    const office = await openEditor(db, specialist)
    const home = `/darbs/${SLUG}/darba-plani`
    const typed = { title: 'Darba plāns', starts_on: '2041-01-01', ends_on: '2041-12-31', _once: uuidv7() }
    expect((await office.ask(`${home}/jauns`, { ...typed, ends_on: '2040-01-01' })).status).toBe(422)
    const begun = await office.ask(`${home}/jauns`, typed)
    expect([begun.status, begun.headers.get('location')]).toEqual([303, `${home}/2041`])
    expect((await office.ask(`${home}/jauns`, typed)).headers.get('location')).toBe(`${home}/2041`)
    const at = (key: string) => ({ municipalityId: town, slug: SLUG, key })
    await addWritten(db, specialist, at('2041'), [
      { task: 'Izdarīts darbs', progress: 'done', actions: ['1.1.1'] },
      { task: 'Nepabeigts darbs', progress: 'notDone', actions: ['1.1.2'], dueOn: '2041-06-01' },
      { task: 'Nepateikts darbs', ownNeed: 'Vajag' },
    ])
    const head = await openEditor(db, own.user)
    expect((await head.ask(`${home}/2041`)).status).toBe(404)
    expect((await head.ask(`${home}/jauns`)).status).toBe(403)

    const next = { ...typed, starts_on: '2042-01-01', ends_on: '2042-12-31', _once: uuidv7() }
    await office.ask(`${home}/jauns`, next)
    const left = await office.read(`${home}/2042/parnemt`)
    expect(left).toContain('Nepabeigts darbs')
    expect(left).not.toContain('Izdarīts darbs')
    const from = await readAs(db, specialist, (tx) => findPlan(tx, town, '2041'))
    const ids = new Set(from?.items.map(({ id }) => id))
    const counts = await Promise.all(
      [1, 2].map(() => carryOver(db, specialist, at('2042'), { from: '2041', ids })),
    )
    expect(counts.toSorted()).toEqual([0, 2])
    const to = await readAs(db, specialist, (tx) => findPlan(tx, town, '2042'))
    expect(
      to?.items.map(({ task, actions, ownNeed, dueOn, progress }) => ({
        task,
        actions,
        ownNeed,
        dueOn,
        progress,
      })),
    ).toEqual([
      { task: 'Nepabeigts darbs', actions: ['1.1.2'], ownNeed: null, dueOn: null, progress: null },
      { task: 'Nepateikts darbs', actions: [], ownNeed: 'Vajag', dueOn: null, progress: null },
    ])

    // Who submits does not agree, whatever the right.
    const version = to?.version ?? 0
    const agreed = { on: '2026-11-01', by: 'Vadītāja' }
    await takeStep(db, specialist, at('2042'), { step: 'submitted', version, words: null })
    const agree = { step: 'agreed', version: version + 1, words: null, agreed } as const
    expect(await takeStep(db, specialist, at('2042'), agree)).toEqual({
      kind: 'refused',
      why: 'strategy.alignment.refused.own',
    })
    const chief = memberOf(town, 'educationHead', 'chief')
    expect(await takeStep(db, chief, at('2042'), agree)).toEqual({ kind: 'done' })
    expect(await readAs(db, THE_PUBLIC, (tx) => findPlan(tx, town, '2042'))).toMatchObject({
      state: 'agreed',
    })
  })

  test('shows both texts to whoever saves second', async ({ db, town }) => {
    const specialist = memberOf(town, 'educationSpecialist', `specialist-${uuidv7()}`)
    const office = await openEditor(db, specialist)
    const home = `/darbs/${SLUG}/darba-plani`
    await office.ask(`${home}/jauns`, { title: 'Plāns', starts_on: '2051-01-01', ends_on: '2051-12-31' })
    await addWritten(db, specialist, { municipalityId: town, slug: SLUG, key: '2051' }, [
      { task: 'Sākotnējs' },
    ])
    const plan = await readAs(db, specialist, (tx) => findPlan(tx, town, '2051'))
    const address = `${home}/2051/uzdevumi/${plan?.items[0]?.id}`
    const drawn = await office.fields(address)
    expect((await office.ask(address, { ...drawn, task: 'Pirmais', _do: 'save' })).status).toBe(303)
    const second = await office.ask(address, { ...drawn, task: 'Otrais', _do: 'save' })
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Pirmais')
    expect(page).toContain('Otrais')
    expect((await office.send(address, { kept: 'withdrawn' })).status).toBe(303)
    expect((await readAs(db, specialist, (tx) => findPlan(tx, town, '2051')))?.items).toEqual([])
  })
})

describe('a plan as a workbook', () => {
  test('changes nothing when it comes back as it was, and is there once when sent twice', async ({
    db,
    town,
  }) => {
    const { own, at, read } = await plantAsked(db, town)
    await addWritten(db, own.user, at(own.key), [
      {
        task: '=1+1',
        goal: "'Mērķis",
        expected: 'Divas\nrindas',
        actions: ['1.1.1', '1.2.4'],
        progress: 'inProgress',
      },
      { task: 'Pašu lieta', ownNeed: 'Vajag', startsOn: '2027-01-01', dueOn: '2027-12-31', achieved: '0' },
      { task: 'Nav pateikts' },
    ])
    const head = await openEditor(db, own.user)
    const address = `/darbs/${SLUG}/attistibas-plani/${own.key}`
    const before = await read(own.user, own.key)
    for (const [language, prefix] of [
      ['lv', ''],
      ['en', '/en'],
    ] as const) {
      const file = await head.ask(`${prefix}${address}/plans.xlsx`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect([language, await importPlan(db, own.user, at(own.key), bytes)]).toEqual([
        language,
        { added: 0, changed: 0, same: 3 },
      ])
    }
    expect(await read(own.user, own.key)).toEqual(before)
  })

  test('is taken over whole or not at all, and says by cell what is wrong', async ({ db, town }) => {
    const { own, other, read } = await plantAsked(db, town)
    const head = await openEditor(db, own.user)
    const address = `/darbs/${SLUG}/attistibas-plani/${own.key}/augsupielade`
    const upload = async (rows: CellValue[][]) => {
      const form = new FormData()
      const bytes = await writeXlsx({ sheets: [{ name: 'Uzdevumi', rows }], stringMode: 'inline' })
      form.set('workbook', new File([bytes as BlobPart], 'plans.xlsx'))
      return head.ask(address, form)
    }
    const heads = ['Uzdevums', 'Termiņš', 'Stratēģijas darbības', 'Pašu vajadzība: kāpēc']
    const wrong = await upload([
      heads,
      ['Labs darbs', '2027-05-01', '1.2.4', null],
      ['Slikts darbs', '2027-05-32', '9.9.9', null],
    ])
    expect(wrong.status).toBe(422)
    const words = await wrong.text()
    expect(words).toContain('Uzdevumi!B3')
    expect(words).toContain('Uzdevumi!C3')
    expect((await read(own.user, own.key))?.items).toEqual([])
    const right = [heads, ['Labs darbs', '2027-05-01', '1.2.4', null], ['Cits darbs', null, null, 'Vajag']]
    expect((await upload(right)).headers.get('location')).toBe(`${address}?rezultats=2-0-0`)
    expect((await upload(right)).headers.get('location')).toBe(`${address}?rezultats=0-0-2`)
    const at = { municipalityId: town, slug: SLUG, key: own.key }
    await expect(importPlan(db, other.user, at, new Uint8Array())).rejects.toMatchObject({ status: 404 })
    expect((await read(own.user, own.key))?.items.map(({ task }) => task)).toEqual([
      'Labs darbs',
      'Cits darbs',
    ])
    expect(await head.read(`${address}?rezultats=2-0-0`)).toContain('Pievienoti: 2')
  })
})

test('plans are read in three statements, however many there are', async ({ db, town }) => {
  const { own } = await plantAsked(db, town)
  const user = operator(town)
  let plans = 0
  const empty = await countStatements(db, () => readAs(db, user, async () => undefined))
  const all = await countStatements(db, () =>
    readAs(db, user, async (tx) => {
      plans = (await findPlans(tx, town)).length
    }),
  )
  const one = await countStatements(db, () => readAs(db, user, (tx) => findPlan(tx, town, own.key)))
  expect(plans).toBeGreaterThan(1)
  expect([all - empty, one - empty]).toEqual([3, 3])
})
