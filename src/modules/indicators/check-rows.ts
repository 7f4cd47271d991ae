import type { SourceRows } from '#modules/sources.server'
import type { ImportProblem } from '#platform/import/problems.ts'
import { type AllRows, findDanglingReferences } from '#platform/import/sheet.ts'
import { type IndicatorRows, indicatorSheets } from './sheets.ts'

/** Says what in the rows contradicts itself or points at something that is not there. */
export function checkIndicatorRows(
  rows: IndicatorRows & SourceRows & Pick<AllRows, 'institutions'>,
): ImportProblem[] {
  const sources = new Set(rows.sources.map((row) => row.key))
  const indicators = new Set(rows.indicators.map((row) => row.code))
  const institutions = new Set(rows.institutions.map((row) => row.key))
  const series = new Set(rows.series.map((row) => row.key))
  const citing = (['indicators', 'methodologies', 'observations', 'targets'] as const).flatMap((name) =>
    findDanglingReferences(
      indicatorSheets[name].file,
      rows[name] as readonly { line: number; source: string | null }[],
      'source',
      sources,
      'sources.csv',
    ),
  )
  return [
    ...citing,
    ...findDanglingReferences(
      'methodologies.csv',
      rows.methodologies,
      'indicator',
      indicators,
      'indicators.csv',
    ),
    ...findDanglingReferences('series.csv', rows.series, 'indicator', indicators, 'indicators.csv'),
    ...findDanglingReferences('series.csv', rows.series, 'institution', institutions, 'institutions.csv'),
    ...findDanglingReferences('observations.csv', rows.observations, 'series', series, 'series.csv'),
    ...findDanglingReferences('baselines.csv', rows.baselines, 'series', series, 'series.csv'),
    ...findDanglingReferences('targets.csv', rows.targets, 'series', series, 'series.csv'),
    ...checkBreakdowns(rows),
    ...rows.observations.flatMap(checkObservation),
    ...checkMethodologies(rows),
    ...checkBaselines(rows),
    ...rows.targets.flatMap(checkTarget),
  ]
}

type ObservationRow = IndicatorRows['observations'][number]

function checkObservation(row: ObservationRow): ImportProblem[] {
  const place = { file: indicatorSheets.observations.file, line: row.line }
  const hasValue = row.number !== null || row.distribution !== null || row.text_lv !== null
  if (row.missing !== null && hasValue) {
    const values = { found: row.missing, other: row.number ?? row.text_lv ?? 'distribution' }
    return [{ ...place, column: 'missing', reason: 'platform.import.conflict', values }]
  }
  if (row.missing !== null) return []
  if (row.value_kind === null) {
    return [{ ...place, column: 'value_kind', reason: 'platform.import.required', values: {} }]
  }
  const needed = {
    number: 'number',
    share: 'number',
    ratio: 'number',
    distribution: 'distribution',
    text: 'text_lv',
  }
  const column = needed[row.value_kind] as 'number' | 'distribution' | 'text_lv'
  const problems: ImportProblem[] = []
  if (row[column] === null) {
    const values = { found: row.value_kind, other: column }
    problems.push({ ...place, column, reason: 'platform.import.together', values })
  }
  if (row.value_kind !== 'text' && row.unit === null) {
    const values = { found: row.value_kind, other: 'unit' }
    problems.push({ ...place, column: 'unit', reason: 'platform.import.together', values })
  }
  return problems
}

function checkTarget(row: IndicatorRows['targets'][number]): ImportProblem[] {
  const place = { file: indicatorSheets.targets.file, line: row.line }
  const needsValue = row.kind === 'absolute' || row.kind === 'relative'
  if (needsValue && row.value === null) {
    const values = { found: row.kind, other: 'value' }
    return [{ ...place, column: 'value', reason: 'platform.import.together', values }]
  }
  if (!needsValue && row.value !== null) {
    const values = { found: row.value, other: row.kind }
    return [{ ...place, column: 'value', reason: 'platform.import.conflict', values }]
  }
  const isChange = row.unit === 'percent' || row.unit === 'percentagePoint'
  if (row.kind === 'relative' && !isChange) {
    const values = { found: row.unit ?? '', allowed: 'percent, percentagePoint' }
    return [{ ...place, column: 'unit', reason: 'platform.import.choice', values }]
  }
  return []
}

function checkBreakdowns(rows: IndicatorRows): ImportProblem[] {
  const known = new Set(rows.breakdowns.map((row) => `${row.dimension}=${row.value}`))
  return rows.series.flatMap((row) =>
    Object.entries(row.breakdown)
      .map(([dimension, value]) => `${dimension}=${value}`)
      .filter((pair) => !known.has(pair))
      .map((found) => ({
        file: indicatorSheets.series.file,
        line: row.line,
        column: 'breakdown',
        reason: 'platform.import.reference' as const,
        values: { found, where: 'breakdowns.csv' },
      })),
  )
}

/** A figure's methodology version must be one of its own indicator's. */
function checkMethodologies(rows: IndicatorRows): ImportProblem[] {
  const indicatorOf = new Map(rows.series.map((row) => [row.key, row.indicator]))
  const known = new Set(rows.methodologies.map((row) => `${row.indicator} v${row.version}`))
  return rows.observations.flatMap((row) => {
    const found = `${indicatorOf.get(row.series)} v${row.methodology}`
    if (row.methodology === null || known.has(found)) return []
    const values = { found, where: 'methodologies.csv' }
    const place = { file: indicatorSheets.observations.file, line: row.line, column: 'methodology' }
    return [{ ...place, reason: 'platform.import.reference' as const, values }]
  })
}

/** A baseline is one of the observations. */
function checkBaselines(rows: IndicatorRows): ImportProblem[] {
  const known = new Set(rows.observations.map((row) => `${row.series} ${row.period}`))
  return rows.baselines.flatMap((row) => {
    const found = `${row.series} ${row.period}`
    if (known.has(found)) return []
    const values = { found, where: 'observations.csv' }
    const place = { file: indicatorSheets.baselines.file, line: row.line, column: 'period' }
    return [{ ...place, reason: 'platform.import.reference' as const, values }]
  })
}
