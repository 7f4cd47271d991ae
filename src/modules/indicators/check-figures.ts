import type { ImportProblem } from '#platform/import/problems.ts'
import { checkStatedCertainty } from './check-certainty.ts'
import { type IndicatorRows, indicatorSheets } from './sheets.ts'
import { isOfWrongKind, unitsOfKind } from './units.ts'

export type ObservationRow = IndicatorRows['observations'][number]

type Fault = Omit<ImportProblem, 'file' | 'line'>

/** What within one figure's own cells cannot be. */
export function checkFigure(row: ObservationRow, units: IndicatorRows['units']): ImportProblem[] {
  const own = row.missing === null ? ofValue(row, units) : ofMissing(row)
  const faults = [...own, ...checkStatedCertainty(row)]
  return faults.map((fault) => ({ file: indicatorSheets.observations.file, line: row.line, ...fault }))
}

/** What is missing has no value, in whatever column. */
function ofMissing(row: ObservationRow): Fault[] {
  const columns = [
    'number',
    'numerator',
    'denominator',
    'share',
    'distribution',
    'text_lv',
    'text_en',
  ] as const
  const filled = columns.find((column) => row[column] !== null)
  if (filled === undefined) return []
  const value = row[filled]
  const other = typeof value === 'object' ? filled : (value ?? '')
  return [conflict('missing', row.missing ?? '', other)]
}

const NEEDED = {
  number: 'number',
  share: 'number',
  ratio: 'number',
  distribution: 'distribution',
  text: 'text_lv',
} as const

function ofValue(row: ObservationRow, units: IndicatorRows['units']): Fault[] {
  const kind = row.value_kind
  if (kind === null) return [{ column: 'value_kind', reason: 'platform.import.required', values: {} }]
  const column = NEEDED[kind]
  const faults: Fault[] = []
  if (row[column] === null) faults.push(together(column, kind))
  if (row.unit === null && kind !== 'text') faults.push(together('unit', kind))
  if (row.unit !== null && isOfWrongKind(kind, row.unit, units)) {
    faults.push(choice('unit', row.unit, unitsOfKind(kind)))
  }
  if (kind === 'ratio' && row.number !== null && row.number <= 0) {
    faults.push(choice('number', row.number, '> 0'))
  }
  return [...faults, ...ofParts(row), ...ofDistribution(row)]
}

/** A share is a part of something, and what it is a part of is there. */
function ofParts({ numerator, denominator }: ObservationRow): Fault[] {
  const faults: Fault[] = []
  if (numerator !== null && numerator < 0) faults.push(choice('numerator', numerator, '≥ 0'))
  if (denominator !== null && denominator <= 0) faults.push(choice('denominator', denominator, '> 0'))
  if (faults.length === 0 && numerator !== null && denominator !== null && numerator > denominator) {
    faults.push(choice('numerator', numerator, `0–${denominator}`))
  }
  return faults
}

function ofDistribution({ distribution, unit }: ObservationRow): Fault[] {
  if (distribution === null) return []
  if (distribution.length === 0)
    return [{ column: 'distribution', reason: 'platform.import.required', values: {} }]
  const most = unit === 'percent' ? 100 : Number.POSITIVE_INFINITY
  const wrong = distribution.find(({ value }) => value < 0 || value > most)
  if (!wrong) return []
  const found = `${wrong.category}=${wrong.value}`
  return [choice('distribution', found, unit === 'percent' ? '0–100' : '≥ 0')]
}

const choice = (column: string, found: string | number, allowed: string): Fault => ({
  column,
  reason: 'platform.import.choice',
  values: { found: String(found), allowed },
})

const together = (column: string, kind: string): Fault => ({
  column,
  reason: 'platform.import.together',
  values: { found: kind, other: column },
})

const conflict = (column: string, found: string, other: string | number): Fault => ({
  column,
  reason: 'platform.import.conflict',
  values: { found, other },
})
