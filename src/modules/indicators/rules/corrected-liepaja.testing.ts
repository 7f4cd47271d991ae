import type { IndicatorRows } from '../sheets.ts'
import type { Rows } from './testing.ts'

type Observation = IndicatorRows['observations'][number]
type Target = IndicatorRows['targets'][number]

/** Figures that were counted, written or copied wrongly, as they might have been. */
const MENDED: Record<string, Partial<Observation>> = {
  '1/preschool 2023/2024': { number: 19 },
  '1/preschool 2024/2025': { value_kind: 'number', number: 19, unit: 'count', text_lv: null, text_en: null },
  '1/school 2024/2025': { value_kind: 'number', number: 11, unit: 'count', text_lv: null, text_en: null },
  '6 2023/2024': { number: 20 },
  '6 2024/2025': { value_kind: 'share', number: 22, unit: 'percent' },
  '7 2023/2024': { number: 1.8 },
  '8 2023/2024': { number: 45 },
  '9/ljk 2023/2024': { number: 31 },
  '14/preschool/sport 2021': { number: 989 },
  '14/primary/steam 2021': { number: 240 },
  '14/basic/steam 2021': { number: 239 },
  '14/secondary/sport 2024/2025': { number: 48 },
  '14/secondary/steam 2021': { number: 35 },
  '30/dienvidkurzeme/teachers 2024/2025': { number: 565 },
  '30/dienvidkurzeme/residents 2024/2025': { number: 350 },
}

/** What was measured nowhere in a series, by the kind of value. */
const MEASURED: Record<string, Partial<Observation>> = {
  share: { number: 40 },
  number: { number: 74 },
  distribution: { distribution: ['yes=60', 'unknown=30', 'no=10'].map(asPart) },
}

function asPart(pair: string) {
  const [category = '', value] = pair.split('=')
  return { category, value: Number(value) }
}

/** The same rows with every cause of a contradiction or an obstacle mended, and nothing else. */
export function correct(rows: Rows): Rows {
  return {
    ...rows,
    indicators: rows.indicators.map((row) => (row.code === '6' ? { ...row, title_unit: 'percent' } : row)),
    methodologies: rows.methodologies.map((row) => ({
      ...row,
      missing: null,
      comparability: row.comparability === 'no' ? 'yes' : row.comparability,
    })),
    observations: rows.observations.map(correctObservation),
    targets: rows.targets.map(correctTarget),
  }
}

/** A missing figure becomes like another of its series. */
function correctObservation(row: Observation, _: number, all: Observation[]): Observation {
  const isContext = row.series.startsWith('K')
  const other = all.find(({ series, number }) => series === row.series && number !== null)
  const number = other ? { number: other.number } : {}
  const measured =
    row.missing === null || isContext ? {} : { ...MEASURED[row.value_kind ?? ''], ...number, missing: null }
  return { ...row, ...measured, ...MENDED[`${row.series} ${row.period}`] }
}

function correctTarget(row: Target): Target {
  if (row.kind === 'none') return { ...row, kind: 'trend' }
  return row.series.startsWith('30/') ? { ...row, value: 4000, unit: 'count' } : row
}
