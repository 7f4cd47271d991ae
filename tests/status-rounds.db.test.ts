import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { actionsOf, currentReport } from '#modules/strategy'
import { findOpenTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { operator, type User } from '#platform/users.ts'
import { acceptReport, returnReport } from '../src/modules/strategy/rounds/decide.service.server.ts'
import { runAllRounds } from '../src/modules/strategy/rounds/remind.server.ts'
import { reportAction } from '../src/modules/strategy/rounds/report.service.server.ts'
import type { Round } from '../src/modules/strategy/rounds/round.ts'
import { findAsked } from '../src/modules/strategy/rounds/rounds-store.server.ts'
import { answeredOnTime } from '../src/modules/strategy/rounds/standing.ts'
import {
  aReport,
  plantOpenRound,
  plantRound,
  roundNow,
} from '../src/modules/strategy/rounds/testing.server.ts'
import { getStrategyTree } from '../src/modules/strategy/store.server.ts'
import { test as databaseTest } from './support/database.ts'
import { memberOf, municipalityIdOf } from './support/editors.ts'
import { plantAccounts } from './support/plant-account.ts'
import { plantHolder } from './support/plant-asked.ts'
import { findTold, openPostBox } from './support/post-box.ts'

const test = databaseTest.extend('town', { scope: 'file', auto: true }, async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  await plantHolder(db, municipalityId, 'dace', { role: 'educationSpecialist' })
  await plantAccounts(db, municipalityId, ['gone'])
  return { municipalityId, slug: 'liepaja' }
})
type Town = { municipalityId: string; slug: string }

const { letters: sent, empty, sendAll } = openPostBox()
const account = (id: string): User => ({ id, kind: 'member', grants: [] })
const tasksOf = (db: Database, id: string) => readAs(db, account(id), (tx) => findOpenTasks(tx, id))
const askedOf = (db: Database, { municipalityId }: Town, { id }: Round) =>
  readAs(db, operator(municipalityId), (tx) => findAsked(tx, municipalityId, id))
const oneOf = async (db: Database, town: Town, round: Round, action: string) =>
  (await askedOf(db, town, round)).find((one) => one.action === action)
const by = (accountId: string) => ({ accountId, way: 'page' as const, handedBy: '' })
const today = municipalDay()
const morning = (days: number) => new Date(`${addDays(today, days)}T07:00:00Z`)

/** Two people of their own for a test: who answers and a deputy. */
async function plantPair(db: Database, { municipalityId }: Town) {
  const [first, deputy] = [`first-${uuidv7()}`, `deputy-${uuidv7()}`]
  for (const id of [first, deputy])
    await plantHolder(db, municipalityId, id, { role: 'institutionCoordinator', institutionId: uuidv7() })
  const both = { accountId: first, deputyId: deputy }
  const accountable = [
    { action: '2.1.1', ...both },
    { action: '2.1.2', ...both },
  ]
  return { first, deputy, accountable }
}
const publishedOf = async (db: Database, { municipalityId }: Town, round: Round, code: string) => {
  const tree = await readAs(db, operator(municipalityId), (tx) =>
    getStrategyTree(tx, municipalityId, round.strategyId),
  )
  const action = tree && actionsOf(tree).find((one) => one.code === code)
  return action && currentReport(action, round.asOf)
}
const editor = { name: 'Izglītības pārvalde', decidedOn: today, voices: [] }
const present = (...names: string[]) => ({
  name: 'Darba grupa',
  decidedOn: today,
  voices: names.map((who) => ({ who, stance: 'agreed' as const, remark: null })),
})

describe('asking', () => {
  test('is one letter with one link for each, whatever is theirs, by the job on its day', async ({
    db,
    town,
  }) => {
    const { first, deputy, accountable } = await plantPair(db, town)
    const round = await plantRound(db, town, { accountable })
    await runAllRounds(db, morning(0))
    await runAllRounds(db, morning(0))
    expect(await roundNow(db, town, round.key)).toMatchObject({ state: 'open' })
    await sendAll(db, town.municipalityId, first)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text.match(/\/zinot\/darbibas\?zime=/g)).toHaveLength(1)
    expect(sent[0]?.text).not.toContain('/statusa-kartas/')
    expect(await findTold(db, deputy)).toEqual([])
    const missing = (await findTold(db, 'dace')).filter(({ subject }) => subject.includes(round.key))
    expect(missing.map(({ subject }) => subject).join()).toMatch(/nav atbildīgā \(1\.1\.1/)
  })

  test('reminds on its days those who have not answered, looks again at sending, and ends with the last answer', async ({
    db,
    town,
  }) => {
    const { first, deputy, accountable } = await plantPair(db, town)
    // A week of which every day is a working one, wherever today stands.
    const round = await plantRound(db, town, { accountable, opensOn: addDays(today, -8) })
    await runAllRounds(db, morning(0))
    await reportAction(db, town, by(first), reporting(round, '2.1.1'), new Date())
    await sendAll(db, town.municipalityId, first)
    expect(sent).toHaveLength(1)
    empty()
    // Reminders wait for a working day, and of three days one is one.
    for (const day of [4, 5, 6]) await runAllRounds(db, morning(day))
    expect((await findTold(db, first)).map(({ kind }) => kind)).toContain('work.taskDue')
    await reportAction(db, town, by(first), reporting(round, '2.1.2'), new Date())
    await sendAll(db, town.municipalityId, first)
    expect(sent).toEqual([])
    expect(await tasksOf(db, first)).toEqual([])
    await runAllRounds(db, morning(14))
    expect(await findTold(db, deputy)).toEqual([])
  })

  test('asks the deputy too and tells the department once it is late, and closes with who was silent', async ({
    db,
    town,
  }) => {
    const { first, deputy, accountable } = await plantPair(db, town)
    const round = await plantOpenRound(db, town, {
      accountable,
      dueOn: addDays(today, 1),
      closesOn: addDays(today, 30),
    })
    await reportAction(db, town, by(first), reporting(round, '2.1.1'), new Date())
    await runAllRounds(db, morning(8))
    expect((await findTold(db, deputy)).map(({ kind }) => kind)).toEqual(['work.taskGiven'])
    expect((await findTold(db, first)).map(({ kind }) => kind)).toContain('work.taskLate')
    const late = (await findTold(db, 'dace')).filter(({ subject }) => subject.includes(round.key))
    expect(late.map(({ subject }) => subject).join()).toContain('2.1.2')
    await runAllRounds(db, morning(31))
    expect(await roundNow(db, town, round.key)).toMatchObject({ state: 'closed' })
    const outcomes = (await askedOf(db, town, round)).map(({ action, outcome }) => [action, outcome])
    expect(Object.fromEntries(outcomes)).toMatchObject({
      '2.1.1': 'reported',
      '2.1.2': 'silent',
      '1.1.1': 'unasked',
    })
    expect(answeredOnTime(round, await askedOf(db, town, round))).toMatchObject({
      asked: 2,
      onTime: 1,
      late: 0,
      silent: 1,
    })
    expect([await tasksOf(db, first), await tasksOf(db, deputy)]).toEqual([[], []])
  })

  test('asks the deputy at once while the other is away', async ({ db, town }) => {
    const { first, deputy, accountable } = await plantPair(db, town)
    await plantHolder(db, town.municipalityId, deputy, { role: 'institutionCoordinator', lentBy: first })
    await plantOpenRound(db, town, { accountable })
    expect(await tasksOf(db, deputy)).toHaveLength(1)
  })
})

const reporting = (round: Round, action: string, more = {}) => ({
  round,
  action,
  entry: aReport(),
  seen: 0,
  once: uuidv7(),
  ...more,
})

describe('reporting', () => {
  test('twice by a broken line is there once, and of two at once one sees the other', async ({
    db,
    town,
  }) => {
    const { first, deputy, accountable } = await plantPair(db, town)
    const round = await plantOpenRound(db, town, { accountable })
    const same = reporting(round, '2.1.1')
    const twice = await Promise.all([1, 2, 3].map(() => reportAction(db, town, by(first), same, new Date())))
    expect(twice.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
    expect((await oneOf(db, town, round, '2.1.1'))?.reports).toHaveLength(1)
    const both = await Promise.all([
      reportAction(db, town, by(first), reporting(round, '2.1.2'), new Date()),
      reportAction(db, town, by(deputy), reporting(round, '2.1.2'), new Date()),
    ])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'meanwhile'])
  })
})

describe('deciding', () => {
  test('of twenty at once happens once, is published with it, and the others see what was decided', {
    timeout: 60_000,
  }, async ({ db, town }) => {
    const { first, accountable } = await plantPair(db, town)
    const round = await plantOpenRound(db, town, { accountable })
    await reportAction(db, town, by(first), reporting(round, '2.1.1'), new Date())
    const what = { round, action: '2.1.1', seen: { version: 1, decision: 0 } }
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        place % 2 === 0
          ? acceptReport(db, specialist(town, `s${place}`), town, what, editor)
          : returnReport(db, specialist(town, `s${place}`), town, what, {
              remark: `Nē ${place}`,
              group: editor,
            }),
      ),
    )
    expect(all.map(({ kind }) => kind).sort()).toEqual([
      'decided',
      ...Array.from({ length: 19 }, () => 'meanwhile'),
    ])
    const one = await oneOf(db, town, round, '2.1.1')
    expect(one?.decisions).toHaveLength(1)
    const published = await publishedOf(db, town, round, '2.1.1')
    if (one?.decisions[0]?.kind === 'accepted') expect(published?.comment?.lv).toBe(aReport().sentence)
    else expect(published).toBeUndefined()
    const other = all.find(({ kind }) => kind === 'meanwhile')
    expect(other).toMatchObject({ decision: { number: 1 } })
  })

  test('returns with a remark as a task, and accepts what was mended', async ({ db, town }) => {
    const { first, accountable } = await plantPair(db, town)
    const round = await plantOpenRound(db, town, { accountable: accountable.slice(0, 1) })
    await reportAction(db, town, by(first), reporting(round, '2.1.1'), new Date())
    expect(await tasksOf(db, first)).toEqual([])
    const dace = specialist(town, 'dace')
    const what = { round, action: '2.1.1', seen: { version: 1, decision: 0 } }
    await returnReport(db, dace, town, what, { remark: 'Kurš līgums?', group: editor })
    expect(await tasksOf(db, first)).toHaveLength(1)
    expect((await findTold(db, first)).map(({ subject }) => subject).join()).toContain('Kurš līgums?')
    const mended = aReport({ sentence: 'Līgums Nr. 7 parakstīts.' })
    await reportAction(db, town, by(first), reporting(round, '2.1.1', { entry: mended, seen: 1 }), new Date())
    const again = { ...what, seen: { version: 2, decision: 1 } }
    const grouped = present('Anna Ozola', 'Jānis Liepa')
    expect(await acceptReport(db, dace, town, again, grouped)).toEqual({ kind: 'decided' })
    expect(await publishedOf(db, town, round, '2.1.1')).toMatchObject({
      comment: { lv: 'Līgums Nr. 7 parakstīts.' },
      decidedBy: { lv: 'Darba grupa' },
      decidedOn: today,
      voices: grouped.voices,
    })
  })

  test('is not for who has reported it, unless two are present, and not for who may not', async ({
    db,
    town,
  }) => {
    const { accountable } = await plantPair(db, town)
    const own = [{ ...accountable[0], action: '2.1.3', accountId: 'dace', deputyId: null }]
    const round = await plantOpenRound(db, town, { accountable: own })
    await reportAction(db, town, by('dace'), reporting(round, '2.1.3'), new Date())
    const dace = specialist(town, 'dace')
    const what = { round, action: '2.1.3', seen: { version: 1, decision: 0 } }
    const refused = { kind: 'refused', why: 'strategy.round.decide.own' }
    expect(await acceptReport(db, dace, town, what, editor)).toEqual(refused)
    expect(await acceptReport(db, dace, town, what, present('Dace'))).toMatchObject({ kind: 'refused' })
    const analyst = memberOf(town.municipalityId, 'dataAnalyst')
    await expect(acceptReport(db, analyst, town, what, editor)).rejects.toMatchObject({ status: 403 })
    expect(await acceptReport(db, dace, town, what, present('Dace', 'Ilze'))).toEqual({ kind: 'decided' })
  })

  test('of a round that a group decides asks for who was present', async ({ db, town }) => {
    const { first, accountable } = await plantPair(db, town)
    const round = await plantOpenRound(db, town, { accountable, decidedBy: 'group' })
    await reportAction(db, town, by(first), reporting(round, '2.1.1'), new Date())
    const what = { round, action: '2.1.1', seen: { version: 1, decision: 0 } }
    const alone = await acceptReport(db, specialist(town, 'dace'), town, what, editor)
    expect(alone).toEqual({ kind: 'refused', why: 'strategy.round.decide.group' })
  })
})

const specialist = ({ municipalityId }: Town, id: string) =>
  memberOf(municipalityId, 'educationSpecialist', id)
