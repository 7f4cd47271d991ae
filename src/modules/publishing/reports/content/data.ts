import type { Completeness } from '#modules/collection'
import type { GatheredFinding } from '#modules/findings'
import type { IndicatorSet, JudgedSeries } from '#modules/indicators'
import type { Municipality, Network } from '#modules/registry'
import type {
  Attached,
  CheckedClaim,
  Evidence,
  StrategyEvaluation,
  StrategyTree,
  Version,
} from '#modules/strategy'
import type { SurveyTable } from '#modules/surveys'
import type { LocalText } from '#platform/texts/text.ts'

/** A plan with its figures at one moment. */
export type PlanState = {
  tree: StrategyTree
  set: IndicatorSet
  /** Every series that promises something, judged in its own latest period. */
  judged: readonly JudgedSeries[]
}

/** A plan as pages show it. */
export type PlanData = PlanState & {
  evaluation: StrategyEvaluation
  findings: readonly GatheredFinding[]
  claims: readonly CheckedClaim[]
  evidence: readonly Evidence[]
  /** Steps, money, works and risks that hang on the plan. */
  attached: Attached
  /** As far as the reader may see them. */
  versions: readonly Version[]
  /** How many changes the draft proposes; null while there is none. */
  proposed: number | null
}

/** A data call with how complete it is, and which institutions it is still waiting for. */
export type CallData = {
  key: string
  title: LocalText
  period: string
  completeness: Completeness
  /** Where each institution stands, by its id; null where nothing is expected of it. */
  standing: ReadonlyMap<string, 'handedIn' | 'late' | 'waited' | null>
}

/** All that reports of a municipality are written from, as whoever asked may see it. */
export type ReportData = {
  municipality: Municipality
  /** Where addresses of the plan begin: `/liepaja`, or `/liepaja/plani/<plan>` of one that is not the current. */
  home: string
  /** The day as of which it speaks, `YYYY-MM-DD`. */
  on: string
  /** Null while the municipality has no plan that the reader may see. */
  plan: PlanData | null
  /** The same plan at the time from which change is counted; null where none was asked for or it was not there yet. */
  since: (PlanState & { on: string }) | null
  /** The day from which change was asked for; null where none was. */
  sinceAsked: string | null
  surveys: readonly SurveyTable[]
  network: Network
  calls: readonly CallData[]
  /** The one institution that a report is about; null for all of them. */
  institutionId: string | null
}

/** The same about one institution, so that what was read once serves for all of them. */
export const forInstitution = (data: ReportData, institutionId: string): ReportData => ({
  ...data,
  institutionId,
})
