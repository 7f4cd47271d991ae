import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { type Appointment, setAccountable } from '../accountability/set-accountable.service.server.ts'
import { findCurrentStrategy } from '../store.server.ts'
import type { ReportEntry } from './report-entry.ts'
import type { Round } from './round.ts'
import { ROUNDS, roundRow } from './round-rows.ts'
import { findRound, findRounds } from './rounds-store.server.ts'
import { openRound, withdrawRound } from './run-round.service.server.ts'
import type { Town } from './tasks.server.ts'

/** What somebody reports, where a test does not care what. */
export const aReport = (more: Partial<ReportEntry> = {}): ReportEntry => ({
  status: 'inProgress',
  sentence: 'Iepirkums ir noslēdzies.',
  evidenceTitle: null,
  evidenceUrl: null,
  milestone: null,
  milestoneOn: null,
  ...more,
})

type Planted = Partial<Pick<Round, 'opensOn' | 'dueOn' | 'closesOn' | 'decidedBy' | 'asOf'>> & {
  accountable?: readonly Appointment[]
}

/**
 * Plants a round of the current plan that opens today, is due in ten days and closes in twenty; not opened yet. Those that
 * were planted before are taken back, so that nobody is asked by them.
 */
export async function plantRound(db: Database, town: Town, given: Planted = {}): Promise<Round> {
  const { municipalityId } = town
  const keeper = operator(municipalityId)
  const { accountable = [], ...days } = given
  const plan = await readAs(db, keeper, (tx) => findCurrentStrategy(tx, municipalityId))
  if (!plan) throw new Error('plantRound: the town has no plan')
  await setAccountable(db, keeper, { municipalityId, strategyId: plan.id, key: plan.key }, accountable)
  for (const other of await readAs(db, keeper, (tx) => findRounds(tx, municipalityId)))
    if (other.state === 'planned' || other.state === 'open')
      await withdrawRound(db, keeper, town, { key: other.key, why: 'another test' }, new Date())
  const today = municipalDay()
  const key = `karta-${uuidv7()}`
  const round: Omit<Round, 'version'> = {
    id: uuidv7(),
    strategyId: plan.id,
    key,
    title: { lv: `Kārta ${key}`, en: `Round ${key}` },
    asOf: '2026/2027',
    opensOn: today,
    dueOn: addDays(today, 10),
    closesOn: addDays(today, 20),
    decidedBy: 'editor',
    state: 'planned',
    openedAt: null,
    closedAt: null,
    ...days,
  }
  const intent = {
    municipalityId,
    stream: 'planning',
    origin: 'form',
    action: 'tests.written',
    subject: key,
    isPublic: false,
    at: new Date(),
  } as const
  await inChange(db, keeper, intent, (tx, change) => revise(tx, change, ROUNDS, [roundRow(round)]))
  return { ...round, version: 1 }
}

/** The same, opened. */
export async function plantOpenRound(db: Database, town: Town, given: Planted = {}): Promise<Round> {
  const round = await plantRound(db, town, given)
  await openRound(db, operator(town.municipalityId), town, round.key, new Date())
  return roundNow(db, town, round.key)
}

/** A round as it stands now. */
export async function roundNow(db: Database, { municipalityId }: Town, key: string): Promise<Round> {
  const round = await readAs(db, operator(municipalityId), (tx) => findRound(tx, municipalityId, key))
  if (!round) throw new Error(`there is no round ${key}`)
  return round
}

/** Somebody who has signed in and works at an institution: may nothing with rounds but what they answer for. */
export const guestOf = (municipalityId: string, id: string): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId, id: uuidv7() } }],
})
