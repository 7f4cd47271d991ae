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
import { findStrategyKey } from '../store.server.ts'
import { actionAddress } from '../subjects.ts'
import { writeVoices } from '../voices.ts'
import { roundActionAddress, roundAddress } from './addresses.ts'
import { mayDecide } from './may-decide.ts'
import { ownText } from './own-text.ts'
import { ableToAsk, type People, readPeople } from './people.server.ts'
import type { AskedAction, DecisionKind, Group, Round, RoundDecision, RoundReport } from './round.ts'
import { findAsked, findRound, insertDecision } from './rounds-store.server.ts'
import { keepReportTasks, type Town } from './tasks.server.ts'
import { readStatus, writeStatus } from './write-status.server.ts'

/** What whoever decides has seen: the version that was reported, and the number of the last decision, 0 without one. */
export type Seen = { version: number; decision: number }

/** Why a report was not decided on: something else was decided or reported meanwhile, or it may not be. */
type NotDecided =
  | { kind: 'meanwhile'; asked: AskedAction; decision: RoundDecision | undefined }
  | { kind: 'refused'; why: TextKey }
/** What became of a decision. */
export type Decided = { kind: 'decided' } | NotDecided

type Deciding = { kind: DecisionKind; remark: string | null; group: Group }

/** The report that is decided on. */
export type DecidedOn = { round: Pick<Round, 'key'>; action: string; seen: Seen }

/** What a group decides on one of several reports, and who of it said what to this one. */
export type SittingItem = Deciding & { action: string; seen: Seen }

/** Gives a report back with a remark: whoever has reported is told, and finds it among their tasks. */
export const returnReport = (
  db: Database,
  user: User,
  town: Town,
  what: DecidedOn,
  { remark, group }: { remark: string; group: Group },
): Promise<Decided> => decideOne(db, user, town, what, { kind: 'returned', remark, group })

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
): Promise<Decided> => decideOne(db, user, town, what, { kind: 'accepted', remark: null, group })

/** Of two decisions at once, the second finds what the first has decided. */
async function decideOne(
  db: Database,
  user: User,
  town: Town,
  { round: { key }, action, seen }: DecidedOn,
  deciding: Deciding,
): Promise<Decided> {
  const isAccepting = deciding.kind === 'accepted'
  const named: Named = {
    action: isAccepting ? 'round.accepted' : 'round.returned',
    subject: `${key}/${action}`,
    detail: { version: seen.version, present: deciding.group.voices.length },
  }
  const problems = await decide(db, user, town, { key, items: [{ ...deciding, action, seen }], named })
  return problems.get(action) ?? { kind: 'decided' }
}

/**
 * Decides on several reports in one sitting of a group: all of it in one change, or nothing where one of them cannot be
 * decided on.
 *
 * @returns why nothing was decided, by the codes of the actions; empty once all of it is
 * @throws Refused (403) without the right
 */
export function decideInSitting(
  db: Database,
  user: User,
  town: Town,
  { round: { key }, items }: { round: Pick<Round, 'key'>; items: readonly SittingItem[] },
): Promise<ReadonlyMap<string, NotDecided>> {
  const count = (kind: DecisionKind) => items.filter((item) => item.kind === kind).length
  const detail = {
    accepted: count('accepted'),
    returned: count('returned'),
    present: items[0]?.group.voices.length ?? 0,
  }
  return decide(db, user, town, { key, items, named: { action: 'round.sat', subject: key, detail } })
}

/** What the journal calls it. */
type Named = { action: string; subject: string; detail: Readonly<Record<string, number>> }

type Sitting = { key: string; items: readonly SittingItem[]; named: Named }

async function decide(
  db: Database,
  user: User,
  town: Town,
  { key, items, named }: Sitting,
): Promise<ReadonlyMap<string, NotDecided>> {
  const { municipalityId } = town
  demand(user, 'strategy.round.edit', { municipalityId })
  const isAccepting = items.some(({ kind }) => kind === 'accepted')
  if (isAccepting) demand(user, 'strategy.edit', { municipalityId })
  const within = { municipalityId }
  const people = await readPeople(db, municipalityId)
  const { round, scope } = await readAs(
    db,
    user,
    async (tx) => {
      const found = (await findRound(tx, municipalityId, key)) ?? refuse(404, 'strategy.round.notFound')
      const plan = await findStrategyKey(tx, municipalityId, found.strategyId)
      return { round: found, scope: await readPlanScope(tx, { municipalityId, plan }) }
    },
    within,
  )
  const intent = {
    municipalityId,
    stream: isAccepting ? 'plan' : 'planning',
    origin: 'form',
    ...named,
    why: ownText('strategy.round.why', { title: round.title.lv }),
    isPublic: isAccepting && scope.isPublic,
    at: new Date(),
  } as const
  try {
    await inChange(
      db,
      ableToAsk(user, municipalityId),
      intent,
      (tx, change) => write(tx, change, { user, town, key, items, scope, people }),
      within,
    )
    return new Map()
  } catch (error) {
    if (error instanceof NothingDecided) return error.problems
    throw error
  }
}

type Writing = {
  user: User
  town: Town
  key: string
  items: readonly SittingItem[]
  scope: PlanScope
  people: People
}

async function write(tx: DatabaseTransaction, change: Change, writing: Writing): Promise<void> {
  const { user, town, key, items, scope, people } = writing
  const { municipalityId } = town
  await oneAtATime(tx, `round ${municipalityId} ${key}`)
  const round = (await findRound(tx, municipalityId, key)) ?? refuse(404, 'strategy.round.notFound')
  const all = await findAsked(tx, municipalityId, round.id)
  const today = municipalDay(change.at)
  const checked = items.map((item) => {
    const asked = all.find(({ action }) => action === item.action) ?? refuse(404, 'strategy.round.notFound')
    return { item, asked, ...check(item, { round, asked, accountId: user.id, today, scope }) }
  })
  const problems = checked.flatMap(({ item, problem }) => (problem ? [[item.action, problem] as const] : []))
  if (problems.length > 0) throw new NothingDecided(new Map(problems))
  const after = new Map(all.map((one) => [one.action, one]))
  for (const { item, asked, report, content } of checked) {
    if (!report) continue
    const decision = decisionOf(item, { report, decidedBy: user.id, at: change.at })
    await insertDecision(tx, rowOf(decision, { item, report, round, change }))
    change.counts.added += 1
    after.set(item.action, { ...asked, decisions: [...asked.decisions, decision] })
    if (content) await writeStatus(tx, change, scope, { round, action: item.action, report, content })
  }
  const isReturning = items.some(({ kind }) => kind === 'returned')
  const waiting = isReturning
    ? await keepReportTasks(tx, change, town, { round, asked: [...after.values()], people })
    : []
  for (const { item, report } of checked) {
    if (!report) continue
    const { action, kind, remark } = item
    const told = { accountId: report.author, address: roundActionAddress(town.slug, key, action) }
    if (kind === 'accepted') {
      const subject = ownText('strategy.round.told.accepted', { action, title: round.title.lv })
      // Who has reported by a link may never have signed in; what everybody reads needs no signing in.
      const address = scope.isPublic
        ? `/${town.slug}/plani/${scope.key}${actionAddress(action)}`
        : told.address
      await notify(tx, change, { ...told, address, kind: 'work.result', subject })
      continue
    }
    const own = waiting.find(({ accountId }) => accountId === report.author)
    const subject = ownText('strategy.round.told.returned', { action, remark: remark ?? '' })
    await notify(tx, change, {
      ...told,
      kind: 'work.taskDue',
      subject,
      dueOn: round.closesOn,
      ...(own ? { taskId: own.taskId, address: roundAddress(town.slug, key) } : {}),
    })
  }
}

type Checking = { round: Round; asked: AskedAction; accountId: string; today: string; scope: PlanScope }
type Checked = {
  problem?: NotDecided
  report?: RoundReport
  /** The status that accepting writes. */
  content?: Readonly<Record<string, unknown>>
}

/** The report that is decided on and what accepting it writes, or why it is not decided on. */
function check(item: SittingItem, { scope, ...standing }: Checking): Checked {
  const { asked, round } = standing
  const { seen, kind, group, action } = item
  const report = asked.reports.at(-1)
  const last = asked.decisions.at(-1)
  if (report?.version !== seen.version || (last?.number ?? 0) !== seen.decision)
    return { problem: { kind: 'meanwhile', asked, decision: last } }
  const right = mayDecide(kind, { ...standing, present: group.voices.length })
  if (!right.may) return { problem: { kind: 'refused', why: right.why } }
  if (kind === 'returned') return { report }
  const status = readStatus(scope, { round, action, report, group })
  return 'why' in status ? { problem: { kind: 'refused', why: status.why } } : { report, ...status }
}

const decisionOf = (
  { seen, kind, remark, group }: SittingItem,
  { report, decidedBy, at }: { report: RoundReport; decidedBy: string; at: Date },
): RoundDecision => ({
  number: seen.decision + 1,
  version: report.version,
  kind,
  decidedBy,
  at,
  remark,
  group: group.name,
  decidedOn: group.decidedOn,
  voices: group.voices,
  present: group.voices.length,
})

const rowOf = (
  { number, version, kind, decidedBy, remark, group, decidedOn, voices, present }: RoundDecision,
  of: { item: SittingItem; report: RoundReport; round: Round; change: Change },
) => ({
  municipality_id: of.change.municipalityId,
  round_id: of.round.id,
  action: of.item.action,
  number,
  version,
  author: of.report.author,
  handed_by: of.report.handedBy,
  kind,
  decided_by: decidedBy,
  remark,
  group_name: group,
  decided_on: decidedOn,
  voices: writeVoices(voices),
  present,
  change_id: of.change.id,
})

/** Ends the transaction, of which nothing is to be kept. */
class NothingDecided extends Error {
  readonly problems: ReadonlyMap<string, NotDecided>
  constructor(problems: ReadonlyMap<string, NotDecided>) {
    super('nothing was decided')
    this.problems = problems
  }
}
