import type { Found, Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { absoluteAim, figuresOf, measureOf, stepsOf } from '../figures.ts'
import type { Indicator, IndicatorSet, PeriodRule, Series } from '../model.ts'
import { decimalsOf } from '../printed-decimals.ts'
import { judgedPeriods, promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/** So many series of an indicator must hit their target exactly; two may do so by chance. */
export const SERIES_ON_TARGET = 3

/** Two figures that agree in so many digits, not counting zeros at either end, seldom do so by chance. */
export const AGREEING_DIGITS = 3

/** Figures that look as if they were copied instead of measured. */
export const valueCopied: Rule<IndicatorSet> = {
  code: 'value-copied',
  title: { lv: 'Skaitlis, iespējams, pārkopēts', en: 'Figure that looks copied' },
  explain: {
    lv: 'Mērījumi reti sakrīt līdz pēdējam ciparam. Pārbaude uzrāda, ja vismaz trim viena rādītāja rezultātiem skaitlis precīzi vienāds ar sasniedzamo vērtību un ja skaitlis vismaz trijos zīmīgajos ciparos sakrīt ar iepriekšējo, lai gan citkārt šā rezultāta skaitļi mainās daudz. Tā var būt nejaušība, bet skaitlis jāpārbauda.',
    en: 'Measurements seldom agree to the last digit. The check reports when the result equals the target exactly for three or more results of an indicator, and when a result of at least three significant digits equals the figure before it though the figures of that result usually move by much. It may be chance, but the figure should be checked.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => [
      ...judgedPeriods(set).flatMap((period) => findOnTarget(indicator, period, set.periodRule)),
      ...findRepeated(indicator),
    ]),
}

/** Zeros, whole groups and single digits agree by themselves. */
function isTrivial(number: number, unit: string): boolean {
  return unit === 'percent' ? number === 0 || number === 100 : number < 10
}

function findOnTarget(indicator: Indicator, period: string, rule: PeriodRule): Found[] {
  const hits = indicator.series.flatMap((series) => {
    const result = series.results.find((one) => one.period === period)
    const target = series.targets.find(({ year }) => year === rule.get(period))
    const measure = result && measureOf(result.value)
    const aim = target && absoluteAim(indicator, target)
    const isHit = measure && aim && measure.number === aim.number && measure.unit === aim.unit
    return isHit && !isTrivial(aim.number, aim.unit) ? [{ series, aim }] : []
  })
  const groups = Map.groupBy(hits, ({ aim }) => `${aim.number} ${aim.unit}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length < SERIES_ON_TARGET) return []
    const { number, unit } = first.aim
    const affected = group.map(({ series }) => series)
    const rows = lv.form(group.length, { zero: 'rezultātiem', one: 'rezultātam', other: 'rezultātiem' })
    const labels = affected.map((one) => one.label ?? { lv: one.key, en: one.key })
    const named = { lv: lv.list(labels.map((one) => one.lv)), en: en.list(labels.map((one) => one.en)) }
    return {
      severity: 'notice',
      subjects: affected.map((one) => aboutSeries(one, { period })),
      explanation: sentences(
        `${indicatorLv(indicator, 'ā')} ${lv.period(period, 'in')} ${lv.number(group.length)} ${rows} (${named.lv}) skaitlis ir ${lv.quantity(number, unit)} – tieši tāds kā sasniedzamā vērtība. Jāpārbauda, vai tā nav pārrakstīta rezultāta vietā.`,
        `in indicator ${indicator.code}, ${en.number(group.length)} results (${named.en}) stand at ${en.quantity(number, unit)} in ${en.period(period, 'short')}, exactly the target. Check that the target was not copied in place of the result.`,
      ),
    }
  })
}

/**
 * A figure that repeats is no wonder where the series hardly moves, as shares of whole countries do. It is one where
 * the steps of the series are this many times as large as the last digit of its figures.
 */
export const RESTLESS = 50

function findRepeated(indicator: Indicator): Found[] {
  return indicator.series.flatMap((series) =>
    stepsOf(series).flatMap(({ before, after }) => {
      const [from, to] = [measureOf(before.value), measureOf(after.value)]
      if (!from || !to || from.number !== to.number || from.unit !== to.unit) return []
      if (significantDigits(to.number) < AGREEING_DIGITS || !isRestless(series, to.unit)) return []
      return {
        severity: 'notice',
        subjects: [aboutSeries(series, { period: after.period })],
        explanation: sentences(
          `${indicatorLv(indicator, 'ā', [series])} ${lv.period(after.period, 'of')} rezultāts ${lv.value(after.value)} ir tieši tāds pats kā skaitlis pirms tā – ${lv.figure(before)}. Jāpārbauda, vai tas ir mērīts no jauna.`,
          `in ${indicatorEn(indicator, [series])}, the result of ${en.period(after.period, 'short')} is ${en.value(after.value)}, exactly the figure before it, ${en.figure(before)}. Check that it was measured anew.`,
        ),
      }
    }),
  )
}

/** Whether the figures of a series usually move by much; a count of which nothing else is known is taken to. */
function isRestless(series: Series, unit: string): boolean {
  const numbers = figuresOf(series).flatMap(({ value }) => {
    const measure = measureOf(value)
    return measure?.unit === unit ? measure.number : []
  })
  const steps = numbers.slice(1).map((number, index) => Math.abs(number - (numbers[index] ?? number)))
  const moved = steps.filter((step) => step > 0).sort((a, b) => a - b)
  const usual = moved[Math.floor(moved.length / 2)]
  if (usual === undefined) return unit === 'count' && steps.length === 1
  return usual >= RESTLESS * resolutionOf(numbers)
}

/** The last place to which all figures are given: 0.1 among shares with a decimal, 100 among rounded incomes. */
function resolutionOf(numbers: readonly number[]): number {
  const decimals = Math.max(...numbers.map((number) => decimalsOf(number, null)))
  if (decimals > 0) return 10 ** -decimals
  let place = 1
  while (place < 1e6 && numbers.every((number) => number % (10 * place) === 0)) place *= 10
  return place
}

/** Digits without zeros at either end: 3 in 843 and 0.0843, 1 in 100. */
function significantDigits(number: number): number {
  return String(Math.abs(number))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
}
