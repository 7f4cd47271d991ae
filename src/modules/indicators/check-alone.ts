import type { ImportProblem } from '#platform/import/problems.ts'
import type { ObservationRow } from './check-figures.ts'
import { type IndicatorRows, indicatorSheets } from './sheets.ts'
import { isWithin, limitsOf, writeLimits } from './units.ts'

/**
 * Figures that stand alone in their series with something that cannot be, or with another unit: slips of the
 * hand. When the source itself prints the figure so (`printed` holds the same number), or when another figure
 * of the series is odd in the same way, the file says what the source says, and the findings about the
 * published data name it.
 */
export function checkFiguresThatStandAlone(rows: IndicatorRows): ImportProblem[] {
  const indicators = new Map(rows.indicators.map((row) => [row.code, row]))
  const unitOf = new Map(rows.series.map((row) => [row.key, row.unit ?? indicators.get(row.indicator)?.unit]))
  return [...Map.groupBy(rows.observations, ({ series }) => series)].flatMap(([key, figures]) => {
    const odd = figures.flatMap((row) =>
      oddities(row, unitOf.get(key), rows.units).map((one) => ({ row, ...one })),
    )
    const alone = [...Map.groupBy(odd, ({ column }) => column).values()].filter(({ length }) => length === 1)
    return alone
      .flat()
      .flatMap(({ row, column, found, allowed, isPrinted }) =>
        isPrinted ? [] : [problem(row, column, { found, allowed })],
      )
  })
}

const problem = (row: ObservationRow, column: string, values: ImportProblem['values']): ImportProblem => ({
  file: indicatorSheets.observations.file,
  line: row.line,
  column,
  reason: 'platform.import.alone',
  values,
})

/** What is odd about a figure, and whether its source prints it all the same. */
type Oddity = { column: string; found: string; allowed: string; isPrinted: boolean }

function oddities(row: ObservationRow, meant: string | undefined, units: IndicatorRows['units']): Oddity[] {
  const { number, share, unit, printed } = row
  if (row.missing !== null || number === null) return []
  const odd = (column: string, value: number, allowed: string): Oddity => ({
    column,
    found: String(value),
    allowed,
    isPrinted: isPrinted(value, printed),
  })
  const found: Oddity[] = []
  if (row.value_kind === 'share' && (number < 0 || number > 100)) found.push(odd('number', number, '0–100'))
  const limits = limitsOf(unit ?? '', units)
  if (row.value_kind === 'number' && !isWithin(number, limits)) {
    found.push(odd('number', number, writeLimits(limits)))
  }
  if (share !== null && (share < 0 || share > 100)) found.push(odd('share', share, '0–100'))
  if (meant !== undefined && unit !== null && unit !== meant) {
    const isSaid = isPrinted(number, printed, unit === 'percent')
    found.push({ column: 'unit', found: unit, allowed: meant, isPrinted: isSaid })
  }
  return found
}

/**
 * Whether the source prints the very number that was typed.
 *
 * @param asPercent whether a per-cent sign must follow it, or must not; either will do unless given
 */
export function isPrinted(number: number, printed: string | null, asPercent?: boolean): boolean {
  const text = printed?.replaceAll(/(?<=\d)[\s\u00a0](?=\d{3})/g, '').replaceAll('−', '-') ?? ''
  return [...text.matchAll(/(-?\d+(?:[.,]\d+)?)\s*(%?)/g)].some(
    ([, digits = '', sign]) =>
      Number(digits.replace(',', '.')) === number &&
      (asPercent === undefined || asPercent === (sign === '%')),
  )
}
