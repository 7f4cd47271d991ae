import { notify } from '#modules/work.server'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { type PlanScope, readPlanScope } from '../edits/scope.server.ts'
import { writeVoices } from '../voices.ts'
import { findPlanKey } from './action-store.server.ts'
import { roundActionAddress, roundAddress } from './addresses.ts'
import { mayDecide } from './may-decide.ts'
import { ownText } from './own-text.ts'
import { ableToAsk, type People, readPeople } from './people.server.ts'
import type { AskedAction, DecisionKind, Group, Round, RoundDecision } from './round.ts'
import { findAsked, findRound, insertDecision } from './rounds-store.server.ts'
import { keepReportTasks, type Town } from './tasks.server.ts'
import { readStatus, writeStatus } from './write-status.server.ts'

/** What whoever decides has seen: the version that was reported, and the number of the last decision, 0 without one. */
export type Seen = { version: number; decision: number }

/** What became of a decision: it holds; something else was decided or reported meanwhile; or why it may not be. */
export type Decided =
  | { kind: 'decided' }
  | { kind: 'meanwhile'; asked: AskedAction; decision: RoundDecision | undefined }
  | { kind: 'refused'; why: TextKey }

type Deciding = { kind: DecisionKind; remark: string | null; group: Group }

/** The report that is decided on. */
export type DecidedOn = { round: Pick<Round, 'key'>; action: string; seen: Seen }

/** Gives a report back with a remark: whoever has reported is told, and finds it among their tasks. */
export const returnReport = (
  db: Database,
  user: User,
  town: Town,
  what: DecidedOn,
  { remark, group }: { remark: string; group: Group },
): Promise<Decided> => decide(db, user, town, what, { kind: 'returned', remark, group })

/**
 * Accepts a report, and writes the action's status in the same change, so that everybody reads it at once.
 *
 * @throws Refused (403) without the right
 */
export const acceptReport = (
  db: Database,
  user: User,
  town: Town,
  what: DecidedOn,
  group: Group,
): Promise<Decided> => decide(db, user, town, what, { kind: 'accepted', remark: null, group })

/** Keeps one decision. Of two at once, the second finds what the first has decided. */
async function decide(
  db: Database,
  user: User,
  town: Town,
  { round: { key }, action, seen }: DecidedOn,
  deciding: Deciding,
): Promise<Decided> {
  const { municipalityId } = town
  demand(user, 'strategy.round.edit', { municipalityId })
  if (deciding.kind === 'accepted') demand(user, 'strategy.edit', { municipalityId })
  const within = { municipalityId }
  const people = await readPeople(db, municipalityId)
  const { round, scope } = await readAs(
    db,
    user,
    async (tx) => {
      const found = (await findRound(tx, municipalityId, key)) ?? refuse(404, 'strategy.round.notFound')
      const plan = await findPlanKey(tx, municipalityId, found.strategyId)
      return { round: found, scope: await readPlanScope(tx, { municipalityId, plan }) }
    },
    within,
  )
  const isAccepting = deciding.kind === 'accepted'
  const intent = {
    municipalityId,
    stream: isAccepting ? 'plan' : 'planning',
    origin: 'form',
    action: isAccepting ? 'round.accepted' : 'round.returned',
    subject: `${key}/${action}`,
    why: ownText('strategy.round.why', { title: round.title.lv }),
    detail: { version: seen.version, present: deciding.group.voices.length },
    isPublic: isAccepting && scope.isPublic,
    at: new Date(),
  } as const
  const { result } = await inChange(
    db,
    ableToAsk(user, municipalityId),
    intent,
    (tx, change) => write(tx, change, { user, town, key, action, seen, deciding, scope, people }),
    within,
  )
  return result
}

type Writing = {
  user: User
  town: Town
  key: string
  action: string
  seen: Seen
  deciding: Deciding
  scope: PlanScope
  people: People
}

async function write(tx: DatabaseTransaction, change: Change, writing: Writing): Promise<Decided> {
  const { user, town, key, action, seen, deciding, scope, people } = writing
  const { municipalityId } = town
  await oneAtATime(tx, `round ${municipalityId} ${key}`)
  const round = (await findRound(tx, municipalityId, key)) ?? refuse(404, 'strategy.round.notFound')
  const all = await findAsked(tx, municipalityId, round.id)
  const asked = all.find((one) => one.action === action) ?? refuse(404, 'strategy.round.notFound')
  const report = asked.reports.at(-1)
  const last = asked.decisions.at(-1)
  if (report?.version !== seen.version || (last?.number ?? 0) !== seen.decision)
    return { kind: 'meanwhile', asked, decision: last }
  const { group, kind, remark } = deciding
  const { voices } = group
  const today = municipalDay(change.at)
  const right = mayDecide(kind, { round, asked, accountId: user.id, present: voices.length, today })
  if (!right.may) return { kind: 'refused', why: right.why }
  const status = kind === 'accepted' ? readStatus(scope, { round, action, report, group }) : null
  if (status && 'why' in status) return { kind: 'refused', why: status.why }
  await insertDecision(tx, {
    municipality_id: municipalityId,
    round_id: round.id,
    action,
    number: seen.decision + 1,
    version: report.version,
    author: report.author,
    handed_by: report.handedBy,
    kind,
    decided_by: user.id,
    remark,
    group_name: group.name,
    decided_on: group.decidedOn,
    voices: writeVoices(voices),
    present: voices.length,
    change_id: change.id,
  })
  change.counts.added += 1
  const told = { accountId: report.author, address: roundActionAddress(town.slug, key, action) }
  if (status) {
    await writeStatus(tx, change, scope, { round, action, report, content: status.content })
    const subject = ownText('strategy.round.told.accepted', { action, title: round.title.lv })
    await notify(tx, change, { ...told, kind: 'work.result', subject })
    return { kind: 'decided' }
  }
  const number = seen.decision + 1
  const decision: RoundDecision = {
    number,
    version: report.version,
    kind,
    decidedBy: user.id,
    at: change.at,
    remark,
    group: group.name,
    decidedOn: group.decidedOn,
    voices,
    present: voices.length,
  }
  const after = all.map((one) => (one === asked ? { ...one, decisions: [...one.decisions, decision] } : one))
  const waiting = await keepReportTasks(tx, change, town, { round, asked: after, people })
  const own = waiting.find(({ accountId }) => accountId === report.author)
  const subject = ownText('strategy.round.told.returned', { action, remark: remark ?? '' })
  await notify(tx, change, {
    ...told,
    kind: 'work.taskDue',
    subject,
    dueOn: round.closesOn,
    ...(own ? { taskId: own.taskId, address: roundAddress(town.slug, key) } : {}),
  })
  return { kind: 'decided' }
}
