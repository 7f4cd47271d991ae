import type { Origin } from '#modules/indicators'
import type { Citation } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'
import type { MissingAnswer } from './missing.ts'

/** A percentage as a source prints it: `{ percent: 43, decimals: 0 }`. */
export type PrintedPercent = { percent: number; decimals: number }

/** A survey whose results came in as tables: groups of people, items they were asked about, shares. */
export type Survey = Citation & {
  id: string
  key: string
  position: number
  title: LocalText
  question: LocalText | null
  /** `2024/2025` school year, `2021` calendar year, or `unknown` */
  period: string
  /** Which answers count as positive. */
  answerScale: LocalText | null
  /** Whether the source calls the respondents representative; null when it does not say. */
  claimedRepresentative: boolean | null
}

/** How many people could have answered. */
export type Population =
  /** The source says so. */
  | { kind: 'given'; best: number; low: number; high: number }
  /** Every whole number from `low` to `high` fits the printed response share; `best` is the likeliest. */
  | { kind: 'feasible'; best: number; low: number; high: number }
  | { kind: 'unknown' }

/** People of one kind who answered, e.g. heads of institutions. */
export type SurveyGroup = Citation & {
  code: string
  position: number
  label: LocalText
  /** Whether they are minors; null when nobody says. */
  minors: boolean | null
  /** How many answered; null where that is covered. */
  respondents: number | null
  /** There are fewer than this, and the public does not see how many. */
  fewerThan?: number
  /** Of the group that was invited, as printed. */
  responseShare: PrintedPercent | null
  population: Population
}

/** One thing that was asked about. */
export type SurveyItem = Citation & {
  code: string
  position: number
  /** Code of the strategic goal it belongs to, as the source groups its items. */
  goal: string | null
  title: LocalText
  /** Mean over the groups, as the source prints it. */
  printedMean: PrintedPercent | null
  /** The public does not see the printed mean, because some part of it is covered. */
  isMeanCovered?: true
}

/** Share of positive answers of one group to one item, in its newest revision. */
export type SurveyResult = Citation & {
  group: string
  item: string
  /** Per cent as printed; null when missing. */
  share: number | null
  decimals: number
  missing: MissingAnswer | null
  /** The public does not see the share that the source prints; where it is covered, it is missing as confidential. */
  isCovered?: true
  revision: number
  recordedAt: Date
  recordedBy: string
  origin: Origin
}

/** Mean over items as the source prints it for a group: over all items, or over those of a goal. */
export type PrintedMean = Citation & {
  group: string
  /** `all` or the code of a goal */
  scope: string
  /** As printed; null where it is covered. */
  percent: number | null
  decimals: number
  /** The public does not see it, because some part of it is covered. */
  isCovered?: true
}

/** Everything of one survey that is read and judged together. */
export type SurveyTable = {
  survey: Survey
  /** By position. */
  groups: SurveyGroup[]
  /** By position. */
  items: SurveyItem[]
  results: SurveyResult[]
  printedMeans: PrintedMean[]
}
