import type { ImportProblem } from '#platform/import/problems.ts'
import { checkFiguresThatStandAlone, isPrinted } from './check-alone.ts'
import { checkCertaintyOfRecords } from './check-certainty.ts'
import { checkFigure } from './check-figures.ts'
import { type IndicatorRows, indicatorSheets } from './sheets.ts'
import { isOfWrongKind, isWithin, limitsOf, UNITS, unitsOfKind, writeLimits } from './units.ts'

/** Says what in the rows contradicts itself; what points at something that is not there, the sheets declare. */
export function checkIndicatorRows(rows: IndicatorRows): ImportProblem[] {
  return [
    ...rows.units.flatMap(checkUnit),
    ...rows.indicators.flatMap((row) => checkIndicator(row, rows.units)),
    ...checkSeriesUnits(rows),
    ...rows.observations.flatMap((row) => checkFigure(row, rows.units)),
    ...checkFiguresThatStandAlone(rows),
    ...checkCertaintyOfRecords(rows),
    ...checkCategories(rows),
    ...checkTargets(rows),
  ]
}

function checkIndicator(
  { line, value_kind, unit }: IndicatorRows['indicators'][number],
  units: IndicatorRows['units'],
): ImportProblem[] {
  if (!isOfWrongKind(value_kind, unit, units)) return []
  const place = { file: indicatorSheets.indicators.file, line, column: 'unit' }
  return [
    { ...place, reason: 'platform.import.choice', values: { found: unit, allowed: unitsOfKind(value_kind) } },
  ]
}

/** The limits of a unit stand in their order, and a unit that is built in is not described anew. */
function checkUnit({ line, code, low, high }: IndicatorRows['units'][number]): ImportProblem[] {
  const place = { file: indicatorSheets.units.file, line }
  if (UNITS.includes(code)) {
    return [{ ...place, column: 'code', reason: 'platform.import.builtIn', values: { found: code } }]
  }
  if (low === null || high === null || low < high) return []
  return [
    {
      ...place,
      column: 'high',
      reason: 'platform.import.choice',
      values: { found: high, allowed: `> ${low}` },
    },
  ]
}

/** A series measured otherwise than its indicator is of the same kind all the same. */
function checkSeriesUnits({ series, indicators, units }: IndicatorRows): ImportProblem[] {
  const kinds = new Map(indicators.map((row) => [row.code, row.value_kind]))
  return series.flatMap(({ line, indicator, unit }) => {
    const kind = kinds.get(indicator)
    if (unit === null || kind === undefined || !isOfWrongKind(kind, unit, units)) return []
    const place = { file: indicatorSheets.series.file, line, column: 'unit' }
    return [
      {
        ...place,
        reason: 'platform.import.choice' as const,
        values: { found: unit, allowed: unitsOfKind(kind) },
      },
    ]
  })
}

type Target = IndicatorRows['targets'][number]
type Indicator = IndicatorRows['indicators'][number]

function checkTargets(rows: IndicatorRows): ImportProblem[] {
  const indicators = new Map(rows.indicators.map((row) => [row.code, row]))
  const indicatorOf = new Map(
    rows.series.map((row) => {
      const indicator = indicators.get(row.indicator)
      return [row.key, indicator && { ...indicator, unit: row.unit ?? indicator.unit }]
    }),
  )
  return rows.targets.flatMap((row) => [
    ...checkTarget(row),
    ...checkPromisedFigure(row, indicatorOf.get(row.series), rows.units),
  ])
}

/** Nobody can promise more than the whole of a group, or what its unit cannot be, unless the document does. */
function checkPromisedFigure(
  row: Target,
  indicator: Indicator | undefined,
  units: IndicatorRows['units'],
): ImportProblem[] {
  const isFigure = row.kind === 'absolute' || row.kind === 'range'
  if (!isFigure || indicator === undefined) return []
  const unit = row.unit ?? indicator.unit
  const isShare = indicator.value_kind === 'share' && unit === 'percent'
  const limits = isShare ? { low: 0, high: 100 } : limitsOf(unit, units)
  return (['value', 'value_to'] as const).flatMap((column) => {
    const found = row[column]
    if (found === null || isWithin(found, limits) || isPrinted(found, row.printed)) return []
    const place = { file: indicatorSheets.targets.file, line: row.line, column }
    const values = { found, unit, allowed: writeLimits(limits) }
    return [{ ...place, reason: 'platform.import.beyondUnit' as const, values }]
  })
}

function checkTarget(row: Target): ImportProblem[] {
  const place = { file: indicatorSheets.targets.file, line: row.line }
  const needsValue = row.kind === 'absolute' || row.kind === 'range' || row.kind === 'relative'
  if (needsValue && row.value === null) {
    const values = { found: row.kind, other: 'value' }
    return [{ ...place, column: 'value', reason: 'platform.import.together', values }]
  }
  if (!needsValue && row.value !== null) {
    const values = { found: row.value, other: row.kind }
    return [{ ...place, column: 'value', reason: 'platform.import.conflict', values }]
  }
  const ofRange = checkRange(row)
  if (ofRange) return [{ ...place, column: 'value_to', ...ofRange }]
  const isChange = row.unit === 'percent' || row.unit === 'percentagePoint'
  if (row.kind === 'relative' && !isChange) {
    const values = { found: row.unit ?? '', allowed: 'percent, percentagePoint' }
    return [{ ...place, column: 'unit', reason: 'platform.import.choice', values }]
  }
  return []
}

/** A range has two ends, the upper one above the lower, and nothing else has. */
function checkRange({ kind, value, value_to }: Target): Pick<ImportProblem, 'reason' | 'values'> | null {
  if (kind !== 'range') {
    if (value_to === null) return null
    return { reason: 'platform.import.conflict', values: { found: value_to, other: kind } }
  }
  if (value_to === null)
    return { reason: 'platform.import.together', values: { found: kind, other: 'value_to' } }
  if (value !== null && value_to > value) return null
  return { reason: 'platform.import.choice', values: { found: value_to, allowed: `> ${value}` } }
}

/** The categories of a distribution are values of one breakdown, which names and orders them. */
function checkCategories(rows: IndicatorRows): ImportProblem[] {
  const dimensions = [...Map.groupBy(rows.breakdowns, ({ dimension }) => dimension).values()].map(
    (values) => new Set(values.map(({ value }) => value)),
  )
  const known = new Set(rows.breakdowns.map(({ value }) => value))
  return rows.observations.flatMap(({ line, distribution }) => {
    const categories = (distribution ?? []).map(({ category }) => category).filter((one) => known.has(one))
    const fitting = dimensions.toSorted((a, b) => countIn(b, categories) - countIn(a, categories))[0]
    const stranger = categories.find((category) => !fitting?.has(category))
    if (stranger === undefined) return []
    const values = { found: stranger, other: categories.find((category) => fitting?.has(category)) ?? '' }
    const place = { file: indicatorSheets.observations.file, line, column: 'distribution' }
    return [{ ...place, reason: 'platform.import.conflict' as const, values }]
  })
}

const countIn = (known: ReadonlySet<string>, all: readonly string[]) =>
  all.filter((one) => known.has(one)).length
