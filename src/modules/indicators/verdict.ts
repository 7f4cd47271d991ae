import { decimalsThatTell, signsOf } from '#platform/say/index.ts'
import { areComparable, versionOf } from './comparability.ts'
import { datedTargets, standingTarget } from './dated.ts'
import { judgeExistence } from './existence.ts'
import { isFigure, measureOf } from './figures.ts'
import { measuredAs } from './measured.ts'
import type { Baseline, Indicator, Observation, ObservedValue, PeriodRule, Series, Target } from './model.ts'
import {
  arithmeticOf,
  comparedWithRange,
  different,
  type Judgement,
  judged,
  type NoJudgement,
  not,
  type Outcome,
} from './outcome.ts'
import { answeredYear } from './own-period.ts'
import { yearOfPeriod } from './periods.ts'
import { isImpossible } from './possible.ts'
import { isMeasuredLater, isRetiredFor } from './revival.ts'
import { type Sureness, surenessOf } from './sureness.ts'

export { type Arithmetic, type Compared, REASONS, type Reason } from './outcome.ts'
export { SURENESS, type Sureness } from './sureness.ts'

/** What a verdict looked at. `targetYear` is the year answered, or the year that the path leads to. */
export type VerdictBasis = {
  period: string
  targetYear: number | null
  observation: Observation | null
  baseline: Baseline | null
  target: Target | null
}

/** `certainty` says how sure it is that the result lies on its side of what was asked for; it changes no status. */
export type Verdict = VerdictBasis & { certainty: Sureness } & (Judgement | NoJudgement)
type Distribution = Extract<ObservedValue, { kind: 'distribution' }>

/**
 * Judges the result of a period. If the period answers a target year, it is judged against that
 * year's target and nothing else; if it answers none, against the straight line from the baseline's year
 * to the next target with a value, or against the baseline where all that is promised is to be better. `REASONS` lists what prevents a judgement, the weightiest first.
 *
 * - `absolute`: the result is at least (direction `down`: at most) the target.
 * - `range`: the result is neither below the lower end nor above the upper one, whichever way is good.
 * - `relative`: likewise, the target counted from the baseline: per cent are of its size, and of zero there are
 *   none. The change is signed as written, so that a decrease of 3 % is −3 also where less is better.
 * - `trend`: strictly better than the baseline. The same is not better. A distribution is better when the
 *   share of the better categories is nowhere lower and somewhere higher, wherever the line is drawn.
 * - `exists`: see `judgeExistence`.
 * - `firstMeasurement`: there is a result.
 *
 * A target without a year is asked of any period whose own time nothing is promised for: it is met, or not yet.
 *
 * An absolute target is taken to be set on the methodology of the baseline, or on the first version.
 */
export function judge(meant: Indicator, series: Series, period: string, rule: PeriodRule): Verdict {
  const indicator = measuredAs(meant, series)
  const observation = series.results.find((result) => result.period === period) ?? null
  const answered = answeredYear(series, period, rule)
  const dated =
    answered === undefined
      ? findNextTarget(series, period)
      : (series.targets.find(({ year }) => year === answered) ?? null)
  // What has no year is asked of any result, unless something is promised for its own time.
  const target = dated && dated.kind !== 'none' ? dated : (standingTarget(series) ?? dated)
  const isStanding = target !== null && target.year === null
  const targetYear = isStanding ? null : (answered ?? target?.year ?? null)
  const basis: VerdictBasis = { period, targetYear, observation, baseline: series.baseline, target }
  const found = decide(indicator, series, basis, answered === undefined && !isStanding)
  // Nobody has missed what was promised for no year.
  const outcome = isStanding && found.status === 'missed' ? not('notYet') : found
  const isFaulty = outcome.status !== 'notEvaluable' && restsOnTheImpossible(basis, outcome)
  const said = isFaulty ? not('impossible') : outcome
  return { ...basis, certainty: surenessOf(indicator, basis, said), ...said }
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

/**
 * Points to draw the promised path with: the baseline, if it is a number of a known year, and every target
 * that has a figure in the baseline's unit. By year; a school year counts by its second calendar year.
 */
export function targetPath(series: Series): { year: number; value: number }[] {
  const base = measureOf(baselineValue(series.baseline))
  const baseYear = series.baseline && yearOfPeriod(series.baseline.observation.period)
  const start = base !== null && baseYear !== null ? [{ year: baseYear, value: base.number }] : []
  const points = datedTargets(series).flatMap((target) => {
    const value = targetValue(series, target)
    const isOther = target.kind === 'absolute' && base && target.unit !== null && target.unit !== base.unit
    return value === null || isOther ? [] : [{ year: target.year, value }]
  })
  return [...start, ...points].sort((a, b) => a.year - b.year)
}

function decide(indicator: Indicator, series: Series, basis: VerdictBasis, isOnPath: boolean): Outcome {
  const { observation, target, period } = basis
  if (isMeasuredLater(indicator, series, period) && !isFigure(observation)) return not('notMeasuredThen')
  const missing = observation?.value.kind === 'missing' ? { missing: observation.value.missing } : {}
  if (isRetiredFor(indicator, observation, period)) return not('retired', missing)
  const version = observation && versionOf(indicator, observation)
  const hasNone = indicator.methodologies.some((one) => one.version === version && one.isMissing)
  if (hasNone || missing.missing === 'noMethodology') return not('noMethodology', missing)
  if (missing.missing === 'confidential') return not('confidential', missing)
  if (observation === null || missing.missing) return not('noResult', missing)
  if (target === null || target.kind === 'none') return not('noTarget')
  const { value } = observation
  if (isOnPath) return judgeNumber(indicator, series, observation, pathAim(indicator, series, target, period))
  if (target.kind === 'exists') return judgeExistence(indicator, observation)
  if (target.kind === 'range') return judgeRange(indicator, series, observation, target)
  if (target.kind === 'firstMeasurement') return judged('met', 'firstMeasurement.met', {})
  const base = baselineValue(series.baseline)
  if (target.kind === 'trend' && base?.kind === 'distribution' && value.kind === 'distribution') {
    return judgeDistribution(indicator, series, observation, base, value)
  }
  return judgeNumber(indicator, series, observation, targetAim(indicator, series, target))
}

/** A figure that cannot be answers no target, nor can anything be counted from one. */
function restsOnTheImpossible({ observation, baseline, target }: VerdictBasis, { status }: Outcome): boolean {
  if (observation && isImpossible(observation)) return true
  const isOnTheWay = status === 'onTrack' || status === 'offTrack'
  const isCounted = isOnTheWay || target?.kind === 'trend' || target?.kind === 'relative'
  return isCounted && baseline !== null && isImpossible(baseline.observation)
}

/** A figure to reach. `setBy` says whose methodology it follows; `terms` are what it was added up from. */
type Aim = {
  how: 'absolute' | 'percent' | 'percentOfSize' | 'percentagePoint' | 'trend' | 'trendPath' | 'path'
  needed: number
  unit: string
  setBy: 'target' | 'baseline'
  terms: number[]
  figures: Record<string, string | number>
  /** Names of the figures that were computed. */
  computed: readonly string[]
}

function targetAim(indicator: Indicator, series: Series, target: Target): Aim | NoJudgement {
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

function pathAim(indicator: Indicator, series: Series, target: Target, period: string): Aim | NoJudgement {
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

function judgeNumber(
  indicator: Indicator,
  series: Series,
  observation: Observation,
  aim: Aim | NoJudgement,
): Outcome {
  if ('status' in aim) return aim
  const result = measureOf(observation.value)
  const { prefix: neededPrefix, suffix: neededSuffix } = signsOf(aim.unit)
  const needed = { needed: aim.needed, neededPrefix, neededSuffix }
  if (result === null) return different(observation.value.kind === 'text' ? 'text' : 'distribution', needed)
  const figures = { ...aim.figures, result: result.number, ...signsOf(result.unit) }
  if (result.unit !== aim.unit) return different('numbers', { ...figures, ...needed })
  const obstacle = findObstacle(indicator, series, observation, aim.setBy)
  if (obstacle) return obstacle
  const side = sideOf(result.number, aim.needed, aim.terms)
  const isBetter = side === (indicator.direction === 'up' ? 'above' : 'below')
  const isTrend = aim.how === 'trend' || aim.how === 'trendPath'
  const isGood = isBetter || (side === 'equal' && !isTrend)
  const isOnTheWay = aim.how === 'path' || aim.how === 'trendPath'
  const status = isOnTheWay ? (isGood ? 'onTrack' : 'offTrack') : isGood ? 'met' : 'missed'
  const decimals = side === 'equal' ? 2 : decimalsThatTell(result.number, aim.needed)
  const { number, unit } = result
  const compared = { result: number, unit, needed: aim.needed, side, deciding: [aim.needed] }
  return judged(status, `${aim.how}.${side}.${status}`, figures, {
    computed: aim.computed,
    decimals,
    compared,
  })
}

function judgeRange(
  indicator: Indicator,
  series: Series,
  observation: Observation,
  { value: from, valueTo: to, unit }: Target,
): Outcome {
  if (from === null || to === null) return not('noTarget')
  const result = measureOf(observation.value)
  if (result === null || result.unit !== (unit ?? indicator.unit)) return different('range')
  const obstacle = findObstacle({ ...indicator, direction: 'up' }, series, observation, 'target')
  if (obstacle) return obstacle
  const [low, high] = [sideOf(result.number, from, []), sideOf(result.number, to, [])]
  const where = low === 'below' ? 'below' : high === 'above' ? 'above' : 'within'
  const status = where === 'within' ? 'met' : 'missed'
  const figures = { from, to, result: result.number, ...signsOf(result.unit) }
  const ends = [from, to].map((end) => decimalsThatTell(result.number, end))
  const compared = comparedWithRange(result, { from, to }, where)
  return judged(status, `range.${where}.${status}`, figures, { decimals: Math.max(...ends), compared })
}

function judgeDistribution(
  indicator: Indicator,
  series: Series,
  observation: Observation,
  before: Distribution,
  after: Distribution,
): Outcome {
  if (before.unit !== after.unit) return different('kinds')
  if (categoriesOf(before) !== categoriesOf(after)) return different('categories')
  if ([...before.parts, ...after.parts].some(({ isUnranked }) => isUnranked)) return not('unranked')
  const obstacle = findObstacle(indicator, series, observation, 'baseline')
  if (obstacle) return obstacle
  const [old, now] = [cumulativeShares(before), cumulativeShares(after)]
  if (old === null) return withoutBaseline(series)
  if (now === null) return not('noResult')
  const sides = now.map((share, index) => sideOf(share, old[index] ?? 0, [100]))
  const [isHigher, isLower] = [sides.includes('above'), sides.includes('below')]
  const [best, bestBefore] = [now[0] ?? 100, old[0] ?? 100]
  const figures = { bestBefore, best, worstBefore: worst(old), worst: worst(now) }
  const decimals = Math.max(decimalsThatTell(bestBefore, best), decimalsThatTell(worst(old), worst(now)))
  const writing = { computed: Object.keys(figures), decimals }
  if (isHigher && isLower) {
    const arithmetic = arithmeticOf('distribution.crossing', figures, writing)
    return { status: 'notEvaluable', reason: 'ambiguousDistribution', arithmetic }
  }
  if (isHigher) return judged('met', 'distribution.better.met', figures, writing)
  return judged('missed', `distribution.${isLower ? 'worse' : 'same'}.missed`, figures, writing)
}

/** Another methodology, or no good direction. */
function findObstacle(
  indicator: Indicator,
  series: Series,
  observation: Observation,
  setBy: Aim['setBy'],
): NoJudgement | null {
  const versions = indicator.methodologies.toSorted((a, b) => a.version - b.version)
  const { baseline } = series
  const from =
    baselineValue(baseline) && baseline ? versionOf(indicator, baseline.observation) : versions[0]?.version
  const to = versionOf(indicator, observation)
  if (from !== undefined && to !== undefined && !areComparable(versions, from, to, baseline)) {
    const arithmetic = arithmeticOf(`notComparable.${setBy}`, { from: String(from), to: String(to) })
    return { status: 'notEvaluable', reason: 'notComparable', arithmetic }
  }
  return indicator.direction === 'none' ? not('noDirection') : null
}

/** The next target with a figure; without one, the next that promises anything. */
function findNextTarget(series: Series, period: string): Target | null {
  const year = yearOfPeriod(period)
  const ahead = datedTargets(series).filter(
    (target) => target.kind !== 'none' && (year === null || target.year >= year),
  )
  return ahead.find(({ kind }) => kind === 'absolute' || kind === 'relative') ?? ahead[0] ?? null
}

/** There is no baseline, or it is covered. */
const withoutBaseline = ({ baseline }: Series): NoJudgement =>
  not(baseline?.observation.isCovered ? 'confidential' : 'noBaseline')

function baselineValue(baseline: Baseline | null): ObservedValue | null {
  return baseline === null || baseline.observation.value.kind === 'missing'
    ? null
    : baseline.observation.value
}

function categoriesOf({ parts }: Distribution): string {
  return JSON.stringify(parts.map(({ category }) => category))
}

/** Per cent of all in the best category, the best two, and so on up to the last but one; null of nothing. */
function cumulativeShares({ parts }: Distribution): number[] | null {
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  let sum = 0
  const shares = parts.slice(0, -1).map(({ value }) => {
    sum += value
    return (100 * sum) / total
  })
  return total > 0 ? shares : null
}

/** Per cent of all in the worst category. */
function worst(cumulative: number[]): number {
  return 100 - (cumulative.at(-1) ?? 0)
}

/**
 * Figures that differ by less than this part of the largest of them are equal. Figures of public statistics
 * have at most nine digits; what comes after is left by binary fractions (0.1 + 0.2) and must not decide.
 */
const TOLERANCE = 1e-9

function sideOf(result: number, needed: number, terms: number[]): 'above' | 'equal' | 'below' {
  const largest = Math.max(...[result, needed, ...terms].map(Math.abs))
  if (Math.abs(result - needed) <= TOLERANCE * largest) return 'equal'
  return result > needed ? 'above' : 'below'
}
