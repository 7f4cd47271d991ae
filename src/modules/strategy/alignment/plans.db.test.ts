import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { countStatements } from '../../../../tests/support/database.ts'
import { memberOf, openEditor } from '../../../../tests/support/editors.ts'
import { inPlanting } from '../../../../tests/support/plant-asked.ts'
import { findRowsOf } from '../edits/rows-store.server.ts'
import { takeStep } from './consult.service.server.ts'
import { findSteps } from './consultation-store.server.ts'
import { alignmentOnDesk } from './desk.server.ts'
import { addFromActions, addWritten } from './items.service.server.ts'
import { findPlan, findPlans } from './plan-store.server.ts'
import { plantAsked, SLUG, test } from './plans.testing.ts'

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

  test('is not offered what a version has ended, and keeps what it names already', async ({ db, town }) => {
    const { own, strategyId, at } = await plantAsked(db, town)
    await addWritten(db, own.user, at(own.key), [{ task: 'Sākts darbs', actions: ['1.3.1'] }])
    const place = { municipalityId: town, strategyId }
    await inPlanting(db, town, async (tx, change) => {
      const rows = await findRowsOf(tx, 'strategy.action', place)
      const ending = rows
        .filter(({ code }) => code === '1.3.1' || code === '1.3.2')
        .map((row) => {
          const { withdrawn_at, ...content } = contentOf(row)
          return { ...content, ended_on: '2026-11-01', end_reason_lv: 'Beigta', end_reason_en: 'Ended' }
        })
      expect(ending).toHaveLength(2)
      const target = { table: 'strategy.action', key: ['strategy_id', 'code'] } as const
      await revise(tx, change, target, ending as never)
    })
    const head = await openEditor(db, own.user)
    const address = `/darbs/${SLUG}/attistibas-plani/${own.key}`
    const offer = await head.read(`${address}/no-darbibam`)
    expect(offer).toContain('name="tick.1.1.1"')
    for (const code of ['1.3.1', '1.3.2']) expect(offer).not.toContain(`name="tick.${code}"`)
    expect(await addFromActions(db, own.user, at(own.key), new Set(['1.3.2']))).toBe(0)
    const plan = await readAs(db, own.user, (tx) => findPlan(tx, town, own.key))
    const item = `${address}/uzdevumi/${plan?.items[0]?.id}`
    expect(await head.read(item)).not.toContain('value="1.3.2"')
    expect((await head.send(item, { task: 'Sākts darbs, pārrakstīts' })).status).toBe(303)
    expect((await head.send(item, { action_2: '1.3.2' })).status).toBe(422)
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
