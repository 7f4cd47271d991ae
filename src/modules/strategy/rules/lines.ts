import {
  areComparable,
  type Indicator,
  type IndicatorSet,
  type Observation,
  type Series,
} from '#modules/indicators'
import { exactWords } from '#modules/sources'
import { comparePeriods } from '#platform/period.ts'
import type { Say } from '#platform/say/index.ts'
import { sayTitle } from '../words/say.ts'

/** A series with the indicator it belongs to. */
export type Line = { indicator: Indicator; series: Series }

/** One number of a series that can be set beside another. */
export type Point = { period: string; number: number; unit: string; methodology: number | null }

/** Every series of a set, by key. */
export function linesOf(set: IndicatorSet): ReadonlyMap<string, Line> {
  return new Map(
    set.indicators.flatMap((indicator) =>
      indicator.series.map((series) => [series.key, { indicator, series }]),
    ),
  )
}

/** The number of a period, or of the baseline; undefined when there is none or it is no plain number. */
export function pointAt({ series }: Line, period: string): Point | undefined {
  const baseline = series.baseline?.observation
  if (period === 'baseline') return baseline && asPoint(baseline)
  const found = [...series.results, ...(baseline ? [baseline] : [])].find((one) => one.period === period)
  return found && asPoint(found)
}

/** The newest number that was measured after the baseline and before a period. */
export function pointBefore({ series }: Line, period: string): Point | undefined {
  return series.results
    .filter((result) => result.period !== 'unknown' && comparePeriods(result.period, period) < 0)
    .toSorted((a, b) => comparePeriods(b.period, a.period))
    .flatMap((result) => asPoint(result) ?? [])[0]
}

function asPoint({ period, value, methodology }: Observation): Point | undefined {
  if (value.kind !== 'number' && value.kind !== 'share' && value.kind !== 'ratio') return undefined
  return { period, number: value.number, unit: value.unit, methodology }
}

/** Whether two numbers of a series have one unit and no break of the methodology between them. */
export function haveOneMeasure({ indicator, series }: Line, from: Point, to: Point): boolean {
  if (from.unit !== to.unit) return false
  if (from.methodology === null || to.methodology === null) return true
  return areComparable(indicator.methodologies, from.methodology, to.methodology, series.baseline)
}

/** `14. rādītājs`, `rādītājs K1`, `indicator 14`. */
function sayIndicator(code: string, say: Say): string {
  if (say.language === 'en') return `indicator ${code}`
  return /^\d+$/.test(code) ? `${code}. rādītājs` : `rādītājs ${code}`
}

/** An indicator by code and title, with the breakdown where there is one. */
export function sayLine({ indicator, series }: Line, say: Say): string {
  const label = series.label?.[say.language]
  const code = sayIndicator(indicator.code, say)
  if (exactWords(indicator, say.language) === null) {
    return `${code} (${[indicator.title[say.language], label].filter((part) => part).join('; ')})`
  }
  return `${code} ${sayTitle(indicator, say)}${label ? ` (${label})` : ''}`
}

/** One series by its indicator; several by what they have in common and how many they are. */
export function sayLines(lines: readonly Line[], say: Say): string {
  const [first, ...others] = lines
  if (!first || others.length === 0) return first ? sayLine(first, say) : ''
  const count = say.number(lines.length)
  const isOfOne = others.every(({ indicator }) => indicator.code === first.indicator.code)
  const names = isOfOne
    ? sayLine({ ...first, series: { ...first.series, label: null } }, say)
    : say.some(lines.map((line) => sayLine(line, say)))
  return say.language === 'lv' ? `${names}, ${count} rindas kopā` : `${names}, ${count} lines together`
}

/** A number with its period: `10 % (2021. gadā)`. */
export const sayPoint = (figure: Point, say: Say) =>
  `${say.quantity(figure.number, figure.unit)} (${say.period(figure.period, 'in')})`
