import type { Origin } from '#modules/indicators'
import type { Citation, Official, Wording } from '#modules/sources'
import { comparePeriods } from '#platform/period.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Voice } from './voices.ts'

export const STRATEGY_VERSIONS = ['draft', 'adopted', 'amended', 'superseded'] as const

/** Whether the council has decided on a version that holds. */
export const isDecided = (version: (typeof STRATEGY_VERSIONS)[number]) =>
  version === 'adopted' || version === 'amended'
export type StrategyVersion = (typeof STRATEGY_VERSIONS)[number]

export const IMPLEMENTATION_STATUSES = [
  'implemented',
  'inProgress',
  'partial',
  'deferred',
  'notStarted',
] as const
/** How far an action has come. */
export type ImplementationStatus = (typeof IMPLEMENTATION_STATUSES)[number]

/**
 * Statuses that documents like to count together. A page that shows a group also shows its parts, so
 * that nobody takes “under way” for “done” or “deferred” for “not begun”.
 */
export const STATUS_GROUPS = {
  positive: ['implemented', 'inProgress'],
  partial: ['partial'],
  notDone: ['deferred', 'notStarted'],
} as const satisfies Record<string, readonly ImplementationStatus[]>
export type StatusGroup = keyof typeof STATUS_GROUPS

/** What tells strategies apart before one is opened. */
export type StrategySummary = {
  id: string
  municipalityId: string
  /** Public id, e.g. `liepaja-2020-2025`; also the key of its target set in indicators. */
  key: string
  title: LocalText
  version: StrategyVersion
  period: { startsOn: string; endsOn: string }
}

export type Strategy = Citation &
  StrategySummary & {
    /** The council's decision; null while none is stated. */
    decision: { number: string | null; minutes: string | null; decidedOn: string | null } | null
    vision: Wording | null
    mission: Wording | null
    /** By position. */
    values: StrategyValue[]
  }

export type StrategyValue = Citation & {
  code: string
  position: number
  title: LocalText
  meaning: LocalText | null
}

export type Goal = Citation &
  Wording & {
    code: string
    position: number
    aim: LocalText | null
    /** Plan and code of the goal of an earlier plan that it continues. */
    continues: string | null
    directions: Direction[]
  }

export type Direction = Citation &
  Wording & {
    code: string
    goal: string
    position: number
    continues: string | null
    actions: Action[]
  }

export type Action = Citation &
  Wording & {
    code: string
    goal: string
    direction: string
    position: number
    deliverable: LocalText | null
    responsible: string | null
    involved: string | null
    funding: string | null
    startsOn: string | null
    dueOn: string | null
    /** What became of an action that a later version of the plan no longer has; null while it holds. */
    ended: Ending | null
    /** Plan and code of the action of an earlier plan that it continues. */
    continues: string | null
    /** Every report in every revision: by period, then by revision, the newest last. */
    history: StatusReport[]
  }

/** When an action stopped being part of the plan, why, and which action goes on with it. */
export type Ending = { on: string; reason: LocalText; into: string | null }

/** What was said about an action as of a period. A correction is a further revision. */
export type StatusReport = Citation & {
  /** School year or calendar year. */
  asOf: string
  status: ImplementationStatus
  comment: LocalText | null
  decidedBy: LocalText | null
  evidence: LocalText | null
  /** Day on which the group that decided met. */
  decidedOn: string | null
  /** What members of the group said; nobody's objection is left out. */
  voices: readonly Voice[]
  revision: number
  revisionReason: string | null
  recordedAt: Date
  recordedBy: string
  origin: Origin
}

/** Whether an action programme serves a direction. Unknown stays unknown, never “no”. */
export type ProgrammeLink = 'yes' | 'no' | 'unknown'

export type Programme = Citation & {
  code: string
  position: number
  title: LocalText
  /** `planned`: promised by an action and not written yet. */
  state: 'written' | 'planned'
  /** Code of the action that promises it. */
  promisedBy: string | null
  startsOn: string | null
  endsOn: string | null
  aim: LocalText | null
  progress: LocalText | null
  links: (Citation & { direction: string; link: ProgrammeLink })[]
}

/** Something outside the municipality that weighed on the work. */
export type ExternalFactor = Citation & {
  code: string
  position: number
  title: LocalText
  effect: LocalText | null
}

/** What an evaluation advises for the next strategy. */
export type Recommendation = Citation & { code: string; position: number; title: LocalText }

export const CLAIM_KINDS = ['trend', 'sumTrend', 'count', 'sum', 'share', 'order', 'ranking'] as const
/** What is claimed: `sumTrend` of several series together, `share` of parts in a whole. */
export type ClaimKind = (typeof CLAIM_KINDS)[number]

export const CLAIM_DIRECTIONS = [
  'up',
  'down',
  'same',
  'notUp',
  'notDown',
  'before',
  'after',
  'highest',
  'lowest',
] as const
export type ClaimDirection = (typeof CLAIM_DIRECTIONS)[number]

/** What a document says in words, as data, so that the tables can answer it. */
export type Claim = Citation & {
  key: string
  kind: ClaimKind
  /** What it says, in our words. */
  text: LocalText
  official: Official | null
  /**
   * Series keys; for `count` what is counted; for `order` a date of the strategy; for `ranking` those that
   * the claim puts first, in its order: items or groups of a survey, or goals.
   */
  subjects: string[]
  /** For `count` and `ranking`: name → value, several values joined with `+`. */
  filter: Record<string, string>
  /** For `sum` the series that should be the sum of the subjects, for `share` the whole that they are a part of. */
  total: string | null
  direction: ClaimDirection | null
  /** For `ranking`: the survey whose answers are compared; null for how far actions of goals have come. */
  survey: string | null
  /** Series that come near to what the claim speaks of and yet do not answer it, and why they do not. */
  related: string[]
  relatedNote: LocalText | null
  /** `baseline` or a period. */
  fromPeriod: string | null
  toPeriod: string | null
  value: number | null
  /** Per cent printed beside a count. */
  share: number | null
  date: string | null
}

/** Series whose figures answer a claim, and those that come near. */
export function seriesNamedBy({ kind, subjects, total, related }: Claim): string[] {
  const isOfSeries = kind === 'trend' || kind === 'sumTrend' || kind === 'sum' || kind === 'share'
  return [...(isOfSeries ? subjects : []), ...(total === null ? [] : [total]), ...related]
}

/** A strategy with all that hangs on it, everything in the order of its position. */
export type StrategyTree = {
  strategy: Strategy
  goals: Goal[]
  programmes: Programme[]
  externalFactors: ExternalFactor[]
  recommendations: Recommendation[]
  claims: Claim[]
  /** Code of the goal that each indicator measures, by the indicator's id. */
  goalOfIndicator: ReadonlyMap<string, string>
}

/** All actions of a strategy or of one goal, in the order of the plan. */
export function actionsOf({ goals }: { goals: readonly Pick<Goal, 'directions'>[] }): Action[] {
  return goals.flatMap((goal) => goal.directions.flatMap((direction) => direction.actions))
}

/** Whether an action is part of the plan now: an ended one keeps its history, and nothing is open about it. */
export const isStanding = ({ ended }: Pick<Action, 'ended'>): boolean => ended === null

/** The actions that are part of the plan now, in its order. */
export function standingActionsOf(tree: { goals: readonly Pick<Goal, 'directions'>[] }): Action[] {
  return actionsOf(tree).filter(isStanding)
}

/** The newest report of the newest period; undefined when nobody has reported. */
export function currentReport(action: Pick<Action, 'history'>, asOf?: string): StatusReport | undefined {
  return action.history
    .filter((report) => asOf === undefined || report.asOf === asOf)
    .reduce<StatusReport | undefined>(
      (newest, report) => (newest && isNewer(newest, report) ? newest : report),
      undefined,
    )
}

const isNewer = (a: StatusReport, b: StatusReport) => {
  const inTime = comparePeriods(a.asOf, b.asOf)
  return inTime === 0 ? a.revision > b.revision : inTime > 0
}

/**
 * How far an action has come.
 *
 * @param asOf period to look at; without it the newest reported one
 */
export function currentStatus(
  action: Pick<Action, 'history'>,
  asOf?: string,
): ImplementationStatus | undefined {
  return currentReport(action, asOf)?.status
}

export type StatusCount = {
  total: number
  byStatus: Record<ImplementationStatus, number>
  /** Part of the total about which nobody has reported. */
  unreported: number
}

/** Counts actions by their status, see {@link currentStatus}. */
export function countByStatus(actions: readonly Pick<Action, 'history'>[], asOf?: string): StatusCount {
  const byStatus = { implemented: 0, inProgress: 0, partial: 0, deferred: 0, notStarted: 0 }
  let unreported = 0
  for (const action of actions) {
    const status = currentStatus(action, asOf)
    if (status) byStatus[status] += 1
    else unreported += 1
  }
  return { total: actions.length, byStatus, unreported }
}

/** How many actions a group of statuses holds. */
export function countOfGroup(count: StatusCount, group: StatusGroup): number {
  return STATUS_GROUPS[group].reduce((sum, status) => sum + count.byStatus[status], 0)
}

/** Whether a programme serves a direction; unknown when nothing is stated. */
export function linkOf(programme: Pick<Programme, 'links'>, direction: string): ProgrammeLink {
  return programme.links.find((link) => link.direction === direction)?.link ?? 'unknown'
}
