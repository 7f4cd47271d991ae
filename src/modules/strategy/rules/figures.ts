import {
  areComparable,
  type Indicator,
  type IndicatorSet,
  type Observation,
  type Series,
} from '#modules/indicators'
import type { Language } from '#platform/texts/text.ts'
import { quote, sayFigure, sayPeriod } from './words.ts'

/** A series with the indicator it belongs to. */
export type Line = { indicator: Indicator; series: Series }

/** One number of a series that can be set beside another. */
export type Figure = { period: string; number: number; unit: string; methodology: number | null }

/** Every series of a set, by key. */
export function linesOf(set: IndicatorSet): ReadonlyMap<string, Line> {
  return new Map(
    set.indicators.flatMap((indicator) =>
      indicator.series.map((series) => [series.key, { indicator, series }]),
    ),
  )
}

/** The number of a period, or of the baseline; undefined when there is none or it is no plain number. */
export function figureAt({ series }: Line, period: string): Figure | undefined {
  const baseline = series.baseline?.observation
  if (period === 'baseline') return baseline && asFigure(baseline)
  const found = [...series.results, ...(baseline ? [baseline] : [])].find((one) => one.period === period)
  return found && asFigure(found)
}

/** The newest number that was measured after the baseline and before a period. */
export function figureBefore({ series }: Line, period: string): Figure | undefined {
  return series.results
    .filter((result) => result.period < period)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))
    .flatMap((result) => asFigure(result) ?? [])[0]
}

function asFigure({ period, value, methodology }: Observation): Figure | undefined {
  if (value.kind !== 'number' && value.kind !== 'share' && value.kind !== 'ratio') return undefined
  return { period, number: value.number, unit: value.unit, methodology }
}

/** Whether two numbers of a series have one unit and no break of the methodology between them. */
export function haveOneMeasure({ indicator, series }: Line, from: Figure, to: Figure): boolean {
  if (from.unit !== to.unit) return false
  if (from.methodology === null || to.methodology === null) return true
  return areComparable(indicator.methodologies, from.methodology, to.methodology, series.baseline)
}

/** `14. rādītājs`, `rādītājs K1`, `indicator 14`. */
function sayIndicator(code: string, language: Language): string {
  if (language === 'en') return `indicator ${code}`
  return /^\d+$/.test(code) ? `${code}. rādītājs` : `rādītājs ${code}`
}

/** An indicator by code and title, with the breakdown where there is one. */
export function sayLine({ indicator, series }: Line, language: Language): string {
  const label = series.label ? ` (${series.label[language]})` : ''
  return `${sayIndicator(indicator.code, language)} ${quote(indicator.title, language)}${label}`
}

/** A number with its period: `10 % (2021. gadā)`. */
export const sayFigureOf = (figure: Figure, language: Language) =>
  `${sayFigure(figure.number, figure.unit, language)} (${sayPeriod(figure.period, language)})`
