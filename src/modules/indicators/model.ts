import type { Citation, SourceDocument, Wording } from '#modules/sources'
import type { UnitTable } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'

export const DIRECTIONS = ['up', 'down', 'none'] as const
/** Which way is good. */
export type Direction = (typeof DIRECTIONS)[number]

export const MISSING_KINDS = [
  'notMeasured',
  'retired',
  'notApplicable',
  'noMethodology',
  'notAsked',
  'notReported',
  'unknown',
  'confidential',
] as const
/** Why there is no value. A value is never a bare blank, and missing is never zero. */
export type MissingKind = (typeof MISSING_KINDS)[number]

export const VALUE_KINDS = ['number', 'share', 'ratio', 'distribution', 'text'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

export const RESTS_ON = ['answers', 'mean', 'records'] as const
/** Whether figures count answers of people, are a mean over people, or come from records, where nothing is by chance. */
export type RestsOn = (typeof RESTS_ON)[number]

/** How sure a figure is as its source states it; each part null where it does not. */
export type StatedCertainty = {
  /** How many answered or were measured. */
  n: number | null
  /** 95 % interval in the unit of the figure. */
  interval: { low: number; high: number } | null
  standardError: number | null
}

export const EVIDENCE_METHODS = ['exact', 'wilsonFinite', 'wilson', 'census'] as const
export type EvidenceMethod = (typeof EVIDENCE_METHODS)[number]

/** What the table of a survey says of a figure that it holds as well. Shares and bounds are in per cent. */
export type Evidence = {
  share: number
  /** With which the survey prints the share. */
  decimals: number
  n: number
  low: number
  high: number
  method: EvidenceMethod
  /** Where the survey shows it, below the address of the municipality. */
  address: string
}

/** One category of a distribution; `label` names it where the breakdown values describe it. */
export type DistributionPart = {
  category: string
  value: number
  label?: LocalText
  /** Its place among the others says nothing of better or worse, as of an abbreviation that nobody explains. */
  isUnranked?: true
}

/** What was measured, in one of five kinds, or why nothing was. */
export type ObservedValue =
  /** A plain number in `unit`. `share` is a per cent that the source prints beside it. */
  | { kind: 'number'; number: number; unit: string; share?: number }
  /** Per cent of a group; counts where they are known. */
  | { kind: 'share'; number: number; unit: 'percent'; numerator?: number; denominator?: number }
  /** 1 : number */
  | { kind: 'ratio'; number: number; unit: 'ratio' }
  /** Counts or per cents by category, in the order of the scale, the best first. */
  | { kind: 'distribution'; unit: string; parts: DistributionPart[] }
  | { kind: 'text'; text: LocalText }
  | { kind: 'missing'; missing: MissingKind }

/** Where a figure entered: which loading, file and line. */
export type Origin = { changeId: string | null; file: string | null; row: number | null }

/** One measurement of one series for one period, in its newest revision unless asked otherwise. */
export type Observation = Citation & {
  /** As `platform/period.ts` writes it: `2024/2025`, `2021`, `2024-Q3` …, or `unknown` */
  period: string
  value: ObservedValue
  /** As it was stated, also with a text or a reason why there is no value. */
  unit: string | null
  /** Version of the methodology it was computed by, when stated. */
  methodology: number | null
  stated: StatedCertainty
  /** Null while no survey's table is known to hold the same figure. */
  evidence: Evidence | null
  /** As the source prints it. */
  printed: string | null
  note: LocalText | null
  /** Period or day since when it has been so, where the source says. */
  since: string | null
  revision: number
  recordedAt: Date
  recordedBy: string
  origin: Origin
  /** There is a figure, and it is covered because it would tell about single people. */
  isCovered?: true
}

/** One state of a figure, kept for good. Its citation names no source document. */
export type FigureRevision = {
  /** Key of the series. */
  series: string
  observation: Observation
  /** Why it took the place of the state before; null when nobody said. */
  reason: string | null
}

export const TARGET_KINDS = [
  'absolute',
  'range',
  'relative',
  'trend',
  'exists',
  'firstMeasurement',
  'none',
] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** What was promised, for a year or without one. */
export type Target = Citation & {
  /** Null where no year was given. */
  year: number | null
  kind: TargetKind
  /** For `absolute` the value to reach; for `range` its lower end; for `relative` the change from the baseline. */
  value: number | null
  /** For `range` its upper end. */
  valueTo: number | null
  /** For `relative`: `percent` of the baseline or `percentagePoint` added to it. */
  unit: string | null
  printed: string | null
  note: LocalText | null
  revision: number
  recordedAt: Date
  origin: Origin
}

/** The measurement from which change is counted. */
export type Baseline = { observation: Observation; isRecomputed: boolean }

/** How an indicator is computed, from a period on. */
export type Methodology = Citation & {
  version: number
  text: LocalText | null
  numerator: LocalText | null
  denominator: LocalText | null
  /** First period it holds for; null from the beginning. */
  validFrom: string | null
  /** Whether its figures compare with those of the version before. */
  comparability: 'yes' | 'no' | 'afterRecomputation' | null
  /** The source says that no methodology exists. */
  isMissing: boolean
}

/** What an earlier plan measured of the same thing, by period, and where that stands. */
export type EarlierFigures = { plan: string; indicator: string; series: string; figures: Observation[] }

/** One line of figures: an indicator for one combination of breakdown values, of one institution or of all. */
export type Series = {
  id: string
  key: string
  indicatorCode: string
  position: number
  /** Where it is measured in another unit than its indicator, or another way is good; see `measured.ts`. */
  unit: string | null
  direction: Direction | null
  /** Dimension → value, e.g. `respondent` → `guardian`; empty without breakdown. */
  breakdown: Record<string, string>
  /** The one institution that it is about, by its name on the day of the newest figure; null for all of them. */
  institution: { key: string; name: LocalText } | null
  /** Institution and breakdown in words; null without either. */
  label: LocalText | null
  baseline: Baseline | null
  /** By year. */
  targets: Target[]
  /** Results, by period; the baseline is apart. */
  results: Observation[]
  /** Figures of the series of an earlier plan that it continues. They are shown, and never judged. */
  earlier?: EarlierFigures
}

/** A document says what it is called, and where. */
type Worded = Citation & Wording

export type Indicator = Worded & {
  id: string
  code: string
  position: number
  definition: LocalText | null
  /** Unit that the title announces, and unit that the figures are meant in. */
  titleUnit: string | null
  unit: string
  direction: Direction
  valueKind: ValueKind
  frequency: string | null
  aboutPersons: boolean
  /** Null when the source does not say. */
  restsOn: RestsOn | null
  owner: string | null
  dataSource: LocalText | null
  legalBasis: string | null
  isInDataMinimum: boolean
  /** Whether a baseline or a target of this set was ever stated, by whatever day; others only give context. */
  isPromised: boolean
  retiredOn: string | null
  retiredReason: LocalText | null
  /** The indicator of an earlier plan that it is the same as. */
  continues?: Continued
  methodologies: Methodology[]
  /** Those that were asked for, of the number that it has. */
  series: Series[]
  seriesCount: number
}

/** An indicator of an earlier plan. */
export type Continued = { plan: string; code: string }

/** An indicator by what lists and links need. */
export type IndicatorName = Pick<Indicator, 'id' | 'code' | 'title'>

/** Which target year the result of a period answers. */
export type PeriodRule = ReadonlyMap<string, number>

/** Everything that is judged together: indicators with their series, and how periods answer target years. */
export type IndicatorSet = {
  /** Key of the target set, e.g. a strategy's public id. */
  key: string
  indicators: Indicator[]
  periodRule: PeriodRule
  sources: SourceDocument[]
  /** Units that the plan describes. */
  units: UnitTable
}
