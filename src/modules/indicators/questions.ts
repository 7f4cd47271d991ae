import { comparePeriods } from '#platform/period.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { isFigure } from './figures.ts'
import type { Indicator, Methodology, Observation, PeriodRule } from './model.ts'
import { isMeasuredAgain } from './revival.ts'

type Listed = { isPromised: boolean }

/** The indicators by which a strategy is judged and counted, wherever it is counted. */
export const promisedIndicators = <One extends Listed>({
  indicators,
}: {
  indicators: readonly One[]
}): One[] => indicators.filter(({ isPromised }) => isPromised)

/** The indicators that describe the municipality and promise nothing. */
export const contextIndicators = <One extends Listed>({
  indicators,
}: {
  indicators: readonly One[]
}): One[] => indicators.filter(({ isPromised }) => !isPromised)

/** Whether anything was ever measured, besides the baseline, whatever the period. */
export function hasResults({ series }: Pick<Indicator, 'series'>): boolean {
  return series.some(({ results }) => results.some(isFigure))
}

/** Since when and why an indicator is no longer measured, as far as that is stated. */
export type Retirement = { on: string | null; reason: LocalText | null }

/**
 * Whether it is said in any way that an indicator is no longer measured: by a date, by a reason, or by a
 * result that says so instead of a value. Null while it is measured, also when it was taken up again.
 */
export function retirementOf({ retiredOn, retiredReason, series }: Indicator): Retirement | null {
  const results = series.flatMap((one) => one.results)
  const periodsOf = (all: Observation[]) => all.map(({ period }) => period)
  const retiredIn = periodsOf(
    results.filter(({ value }) => value.kind === 'missing' && value.missing === 'retired'),
  )
  const measuredIn = periodsOf(results.filter(isFigure))
  const isStated = retiredOn !== null || retiredReason !== null
  const isOver = isMeasuredAgain({ retiredOn }, { retiredIn, measuredIn })
  return !isOver && (retiredIn.length > 0 || isStated) ? { on: retiredOn, reason: retiredReason } : null
}

/** The methodology by which an indicator is computed now; undefined when none is described. */
export function currentMethodology({ methodologies }: Pick<Indicator, 'methodologies'>) {
  return methodologies.reduce<Methodology | undefined>(
    (newest, one) => (newest && newest.version > one.version ? newest : one),
    undefined,
  )
}

/**
 * Whether it is described how an indicator is computed: in some version of its methodology, nowhere, or the
 * source itself says that there is no methodology by which it could be computed.
 */
export type MethodologyState = 'described' | 'undescribed' | 'missing'

export function methodologyState(indicator: Pick<Indicator, 'methodologies'>): MethodologyState {
  if (currentMethodology(indicator)?.isMissing) return 'missing'
  return indicator.methodologies.some(saysSomething) ? 'described' : 'undescribed'
}

const saysSomething = ({ isMissing, text, numerator, denominator }: Methodology): boolean =>
  isMissing || text !== null || numerator !== null || denominator !== null

type Ruled = { periodRule: PeriodRule }

/** The periods that answer a target year, the earliest first. */
export const judgedPeriods = ({ periodRule }: Ruled): string[] => [...periodRule.keys()].sort(comparePeriods)

/** The years for which a target is due, the earliest first. */
export const targetYears = ({ periodRule }: Ruled): number[] =>
  [...new Set(periodRule.values())].sort((a, b) => a - b)

/** The period asked for if the rule names it; null when every series is to be judged in its own latest one. */
export const askedPeriod = (ruled: Ruled, asked?: string | null): string | null =>
  judgedPeriods(ruled).find((period) => period === asked) ?? null
