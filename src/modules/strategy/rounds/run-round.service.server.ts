import { notify } from '#modules/work.server'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { roundAddress } from './addresses.ts'
import { keepAsked } from './keep-asked.server.ts'
import { ownText } from './own-text.ts'
import { ableToAsk, type People, readPeople } from './people.server.ts'
import type { AskedAction, Round } from './round.ts'
import { ASKED, askedRow, ROUNDS, roundRow } from './round-rows.ts'
import { findAsked, findRound } from './rounds-store.server.ts'
import { answeredOnTime, outcomeOf } from './standing.ts'
import { keepReportTasks, type Town } from './tasks.server.ts'

/** What became of it: done, or why it may not be. */
export type Ran = { kind: 'done' } | { kind: 'refused'; why: TextKey }

type Running = { tx: DatabaseTransaction; change: Change; town: Town; round: Round; people: People }

/**
 * Opens a round: whoever answers for an action is asked, by one task and one letter each, and the department is told for
 * which actions nobody answers. Opened twice, it is opened once.
 *
 * @throws Refused (403) without the right
 */
export const openRound = (db: Database, user: User, town: Town, key: string, now: Date): Promise<Ran> =>
  run(db, user, town, { key, now, action: 'round.opened' }, async (running) => {
    const { tx, change, people } = running
    if (running.round.state !== 'planned') return 'strategy.round.open.already'
    const round: Round = { ...running.round, state: 'open', openedAt: change.at }
    await revise(tx, change, ROUNDS, [roundRow(round)])
    const asked = await keepAsked(tx, change, round, people)
    await keepReportTasks(tx, change, town, { round, asked, people })
    await tellOfMissing({ ...running, round }, asked)
    return undefined
  })

/**
 * Closes a round: nothing can be reported any more, links end, and it is recorded for good who has not answered. What was
 * reported can still be accepted.
 *
 * @throws Refused (403) without the right
 */
export const closeRound = (db: Database, user: User, town: Town, key: string, now: Date): Promise<Ran> =>
  run(db, user, town, { key, now, action: 'round.closed' }, async (running) => {
    const { tx, change, people } = running
    if (running.round.state !== 'open') return 'strategy.round.close.notOpen'
    const round: Round = { ...running.round, state: 'closed', closedAt: change.at }
    const asked = await findAsked(tx, town.municipalityId, round.id)
    await revise(tx, change, ROUNDS, [roundRow(round)])
    await revise(
      tx,
      change,
      ASKED,
      asked.map((one) => askedRow(round, { ...one, outcome: outcomeOf(round, one) })),
    )
    await keepReportTasks(tx, change, town, { round, asked, people })
    const { asked: count, silent } = answeredOnTime(round, asked)
    await tellDepartment(running, 'closed', 'strategy.round.told.closed', { count, silent })
    return undefined
  })

/** Takes a round back: nobody is asked any more, and nothing of it is accepted. @throws Refused (403) without the right */
export const withdrawRound = (
  db: Database,
  user: User,
  town: Town,
  { key, why }: { key: string; why: string },
  now: Date,
): Promise<Ran> =>
  run(db, user, town, { key, now, action: 'round.withdrawn', why }, async ({ tx, change, round, people }) => {
    if (round.state !== 'planned' && round.state !== 'open') return 'strategy.round.withdraw.over'
    const withdrawn: Round = { ...round, state: 'withdrawn' }
    await revise(tx, change, ROUNDS, [roundRow(withdrawn)])
    await keepReportTasks(tx, change, town, { round: withdrawn, asked: [], people })
    return undefined
  })

async function run(
  db: Database,
  user: User,
  town: Town,
  { key, now, action, why }: { key: string; now: Date; action: string; why?: string },
  work: (running: Running) => Promise<TextKey | undefined>,
): Promise<Ran> {
  const { municipalityId } = town
  demand(user, 'strategy.round.edit', { municipalityId })
  const people = await readPeople(db, municipalityId)
  const said = why === undefined ? {} : { why }
  const intent = {
    municipalityId,
    stream: 'planning',
    origin: 'form',
    action,
    subject: key,
    ...said,
    isPublic: false,
    at: now,
  } as const
  const { result } = await inChange(
    db,
    ableToAsk(user, municipalityId),
    intent,
    async (tx, change): Promise<Ran> => {
      await oneAtATime(tx, `round ${municipalityId} ${key}`)
      const round = await findRound(tx, municipalityId, key)
      if (!round) return { kind: 'refused', why: 'strategy.round.notFound' }
      const problem = await work({ tx, change, town, round, people })
      return problem === undefined ? { kind: 'done' } : { kind: 'refused', why: problem }
    },
    { municipalityId },
  )
  return result
}

/** So many actions are named in what somebody is told; all of them stand on the round's page. */
const NAMED = 12

/** Tells the department by code for which actions nobody could be asked. */
async function tellOfMissing(running: Running, asked: readonly AskedAction[]) {
  const missing = asked.filter(({ accountId, deputyId }) => accountId === null && deputyId === null)
  if (missing.length === 0) return
  const codes = missing.map(({ action }) => action)
  const named = codes.length > NAMED ? `${codes.slice(0, NAMED).join(', ')} …` : codes.join(', ')
  await tellDepartment(running, 'unasked', 'strategy.round.told.unasked', {
    count: missing.length,
    actions: named,
  })
}

async function tellDepartment(
  { tx, change, town, round, people }: Running,
  what: string,
  key: TextKey,
  values: Readonly<Record<string, string | number>>,
) {
  const entries = people.department.map((accountId) => {
    const language = people.holders.get(accountId)?.language ?? 'lv'
    return {
      accountId,
      kind: 'work.news' as const,
      subject: ownText(key, { title: round.title[language], ...values }, language),
      address: roundAddress(town.slug, round.key),
      once: `${round.id} ${what} ${accountId}`,
    }
  })
  await notify(tx, change, ...entries)
}
