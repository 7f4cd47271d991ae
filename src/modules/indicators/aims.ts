import { baselineValue, withoutBaseline } from './baseline.ts'
import { measureOf } from './figures.ts'
import type { Indicator, ObservedValue, Series, Target } from './model.ts'
import { different, type NoJudgement, not } from './outcome.ts'
import { yearOfPeriod } from './periods.ts'

/** A figure to reach. `setBy` says whose methodology it follows; `terms` are what it was added up from. */
export type Aim = {
  how: 'absolute' | 'percent' | 'percentOfSize' | 'percentagePoint' | 'trend' | 'trendPath' | 'path'
  needed: number
  unit: string
  setBy: 'target' | 'baseline'
  terms: number[]
  figures: Record<string, string | number>
  /** Names of the figures that were computed. */
  computed: readonly string[]
}

/** What a target asks for at its own time, or why that cannot be said. */
export function targetAim(indicator: Indicator, series: Series, target: Target): Aim | NoJudgement {
  if (target.kind === 'absolute') {
    if (target.value === null) return not('noTarget')
    const figures = { target: target.value }
    const unit = target.unit ?? indicator.unit
    return { how: 'absolute', needed: target.value, unit, setBy: 'target', terms: [], figures, computed: [] }
  }
  const base = baselineValue(series.baseline)
  if (base === null) return withoutBaseline(series)
  const measure = measureOf(base)
  if (measure === null) return different('kinds')
  const { number: baseline, unit } = measure
  if (target.kind === 'trend') {
    const figures = { baseline }
    return { how: 'trend', needed: baseline, unit, setBy: 'baseline', terms: [], figures, computed: [] }
  }
  if (target.value === null) return not('noTarget')
  if (target.unit === 'percent' && baseline === 0) return not('zeroBaseline')
  const needed = targetValue(series, target)
  if (needed === null) return different('percentagePoint')
  const sign = target.value < 0 ? '−' : '+'
  const figures = { baseline, sign, change: Math.abs(target.value), target: needed }
  const isShare = target.unit === 'percent'
  const how = isShare ? (baseline < 0 ? 'percentOfSize' : 'percent') : 'percentagePoint'
  const terms = isShare ? [baseline] : [baseline, target.value]
  return { how, needed, unit, setBy: 'baseline', terms, figures, computed: ['target'] }
}

/** What is asked for on the straight line from the baseline to a target, or why there is none. */
export function pathAim(
  indicator: Indicator,
  series: Series,
  target: Target,
  period: string,
): Aim | NoJudgement {
  const base = baselineValue(series.baseline)
  if (series.baseline === null || base === null) return withoutBaseline(series)
  const from = yearOfPeriod(series.baseline.observation.period)
  const year = yearOfPeriod(period)
  const due = target.year
  const isAsked = target.kind === 'absolute' || target.kind === 'relative' || target.kind === 'trend'
  if (!isAsked || from === null || year === null || due === null || year < from || due <= from)
    return not('noPath')
  if (target.kind === 'trend') return year === from ? not('noPath') : trendOnTheWay(base)
  const goal = targetAim(indicator, series, target)
  if ('status' in goal) return goal
  const start = measureOf(base)
  if (start === null || start.unit !== goal.unit) return different('kinds')
  const needed = start.number + ((goal.needed - start.number) * (year - from)) / (due - from)
  const years = { baselineYear: String(from), year: String(year), targetYear: String(due) }
  const figures = { baseline: start.number, target: goal.needed, expected: needed, ...years }
  const terms = [start.number, goal.needed, ...goal.terms]
  const computed = ['expected', ...goal.computed]
  return { how: 'path', needed, unit: goal.unit, setBy: 'baseline', terms, figures, computed }
}

/** “Better than the baseline” draws no line: on the way to it, whatever is better so far is on track. */
function trendOnTheWay(base: ObservedValue): Aim | NoJudgement {
  const start = measureOf(base)
  if (start === null) return not('noPath')
  const { number: needed, unit } = start
  const figures = { baseline: needed }
  return { how: 'trendPath', needed, unit, setBy: 'baseline', terms: [], figures, computed: [] }
}

/**
 * The figure that a target asks for, in the unit of the series; null when the target has none (`trend`,
 * `exists` …) or the baseline that it is counted from is missing, no number, or zero.
 */
export function targetValue(series: Series, target: Target): number | null {
  if (target.kind === 'absolute') return target.value
  const base = measureOf(baselineValue(series.baseline))
  if (target.kind !== 'relative' || target.value === null || base === null) return null
  if (target.unit === 'percent') {
    // Of the size of the baseline, so that “more” is more of a negative one as well.
    return base.number === 0 ? null : base.number + (Math.abs(base.number) * target.value) / 100
  }
  return target.unit === 'percentagePoint' && base.unit === 'percent' ? base.number + target.value : null
}
