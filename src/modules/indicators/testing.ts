import { wordingOf } from '#modules/sources'
import type { Baseline, Indicator, Methodology, Observation, ObservedValue, Series, Target } from './model.ts'

/** A number as it was observed: a count unless another unit is given. */
export function aNumber(number: number, unit = 'count'): ObservedValue {
  return { kind: 'number', number, unit }
}

/** A share in per cent. */
export function aShare(number: number): ObservedValue {
  return { kind: 'share', number, unit: 'percent' }
}

/** Counts or per cents by category, the best first: `aDistribution({ yes: 69, unknown: 24, no: 7 })`. */
export function aDistribution(parts: Record<string, number>, unit = 'percent'): ObservedValue {
  return {
    kind: 'distribution',
    unit,
    parts: Object.entries(parts).map(([category, value]) => ({ category, value })),
  }
}

/** One measurement: a count of 100 in the school year 2024/2025, unless told otherwise. */
export function anObservation(given: Partial<Observation> = {}): Observation {
  return {
    period: '2024/2025',
    value: aNumber(100),
    unit: 'count',
    methodology: null,
    stated: { n: null, interval: null, standardError: null },
    evidence: null,
    printed: null,
    note: null,
    since: null,
    revision: 1,
    recordedAt: new Date('2025-09-01T09:00:00Z'),
    recordedBy: 'importer',
    origin: { changeId: null, file: null, row: null },
    source: null,
    locator: null,
    ...given,
  }
}

/** A baseline of 2021: a count unless another value is given. */
export function aBaseline(
  value: number | ObservedValue,
  given: Partial<Observation> & { isRecomputed?: boolean } = {},
): Baseline {
  const { isRecomputed = false, ...rest } = given
  const observed = typeof value === 'number' ? aNumber(value) : value
  return { observation: anObservation({ period: '2021', value: observed, ...rest }), isRecomputed }
}

/** An absolute target of 100 for 2025, in the unit of the indicator, unless told otherwise. */
export function aTarget(given: Partial<Target> = {}): Target {
  return {
    year: 2025,
    kind: 'absolute',
    value: 100,
    valueTo: null,
    unit: null,
    printed: null,
    note: null,
    revision: 1,
    recordedAt: new Date('2025-09-01T09:00:00Z'),
    origin: { changeId: null, file: null, row: null },
    source: null,
    locator: null,
    ...given,
  }
}

/** A change from the baseline as a target for 2025, in per cent of it or in percentage points. */
export function aChange(value: number, unit: 'percent' | 'percentagePoint', year = 2025): Target {
  return aTarget({ kind: 'relative', value, unit, year })
}

/** Version 1 of a methodology, which holds from the beginning. */
export function aMethodology(given: Partial<Methodology> = {}): Methodology {
  return {
    version: 1,
    text: null,
    numerator: null,
    denominator: null,
    validFrom: null,
    comparability: null,
    isMissing: false,
    source: null,
    locator: null,
    ...given,
  }
}

/** A line of figures without breakdown, and without any figures unless they are given. */
export function aSeries(given: Partial<Series> = {}): Series {
  return {
    id: '00000000-0000-7000-8000-000000000002',
    key: '1',
    indicatorCode: '1',
    position: 1,
    unit: null,
    direction: null,
    breakdown: {},
    institution: null,
    label: null,
    baseline: null,
    targets: [],
    results: [],
    ...given,
  }
}

/** A counted indicator for which more is better, with one series unless others are given. */
export function anIndicator(given: Partial<Indicator> = {}): Indicator {
  const series = given.series ?? [aSeries()]
  return {
    id: '00000000-0000-7000-8000-000000000001',
    code: '1',
    position: 1,
    ...wordingOf({ lv: 'Rādītājs', en: 'Indicator' }, null),
    definition: null,
    titleUnit: null,
    unit: 'count',
    direction: 'up',
    valueKind: 'number',
    frequency: null,
    aboutPersons: false,
    restsOn: null,
    owner: null,
    dataSource: null,
    legalBasis: null,
    isInDataMinimum: false,
    isPromised: series.some(({ baseline, targets }) => baseline !== null || targets.length > 0),
    retiredOn: null,
    retiredReason: null,
    methodologies: [],
    series,
    seriesCount: series.length,
    source: null,
    locator: null,
    ...given,
  }
}
