import type { ImportProblem } from '#platform/import/problems.ts'
import { type IndicatorRows, indicatorSheets } from './sheets.ts'

type ObservationRow = IndicatorRows['observations'][number]
type Fault = Omit<ImportProblem, 'file' | 'line'>

const COLUMNS = ['n', 'interval_low', 'interval_high', 'standard_error'] as const
const NEED_A_NUMBER = ['interval_low', 'interval_high', 'standard_error'] as const

/**
 * What a figure says of how sure it is and cannot be so: an interval has two ends with the figure between them,
 * only a number has one, and what is missing or told in words was counted by nobody.
 */
export function checkStatedCertainty(row: ObservationRow): Fault[] {
  const { number, interval_low: low, interval_high: high, standard_error: error } = row
  const kind = row.missing ?? row.value_kind ?? ''
  const isTold = row.missing !== null || row.value_kind === 'text'
  const unfit = (isTold ? COLUMNS : number === null ? NEED_A_NUMBER : []).find(
    (column) => row[column] !== null,
  )
  if (unfit) {
    return [
      { column: unfit, reason: 'platform.import.conflict', values: { found: row[unfit] ?? '', other: kind } },
    ]
  }
  const faults: Fault[] = []
  const choice = (column: string, found: number, allowed: string) =>
    faults.push({ column, reason: 'platform.import.choice', values: { found: String(found), allowed } })
  if (error !== null && error < 0) choice('standard_error', error, '≥ 0')
  if (low === null && high === null) return faults
  if (low === null || high === null) {
    const [found, other] =
      low === null ? ['interval_high', 'interval_low'] : ['interval_low', 'interval_high']
    return [
      ...faults,
      {
        column: other ?? '',
        reason: 'platform.import.together',
        values: { found: found ?? '', other: other ?? '' },
      },
    ]
  }
  if (low > high) choice('interval_high', high, `≥ ${low}`)
  else if (number !== null && number < low) choice('interval_low', low, `≤ ${number}`)
  else if (number !== null && number > high) choice('interval_high', high, `≥ ${number}`)
  return faults
}

/** What comes from records is counted, not estimated: nobody answered, and there is no interval. */
export function checkCertaintyOfRecords({
  indicators,
  series,
  observations,
}: IndicatorRows): ImportProblem[] {
  const records = new Set(indicators.flatMap(({ code, rests_on }) => (rests_on === 'records' ? [code] : [])))
  const ofRecords = new Set(series.flatMap(({ key, indicator }) => (records.has(indicator) ? [key] : [])))
  return observations.flatMap((row) => {
    const column = COLUMNS.find((one) => row[one] !== null)
    if (column === undefined || !ofRecords.has(row.series)) return []
    const values = { found: row[column] ?? '', other: 'rests_on records' }
    const place = { file: indicatorSheets.observations.file, line: row.line, column }
    return [{ ...place, reason: 'platform.import.conflict' as const, values }]
  })
}
