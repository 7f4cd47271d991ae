import { decimalsThatTell, signsOf } from '#platform/say/index.ts'
import { type Aim, pathAim, targetAim, targetValue } from './aims.ts'
import { baselineValue } from './baseline.ts'
import { versionOf } from './comparability.ts'
import { datedTargets, standingTarget } from './dated.ts'
import { judgeExistence } from './existence.ts'
import { isFigure, measureOf } from './figures.ts'
import { judgeDistribution } from './judged-distribution.ts'
import { measuredAs } from './measured.ts'
import type { Baseline, Indicator, Observation, PeriodRule, Series, Target } from './model.ts'
import { findObstacle } from './obstacle.ts'
import {
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
import { sideOf } from './side.ts'
import { type Sureness, surenessOf } from './sureness.ts'

export { targetValue } from './aims.ts'
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

function judgeNumber(
  indicator: Indicator,
  series: Series,
  observation: Observation,
  aim: Aim | NoJudgement,
): Outcome {
  if ('status' in aim) return aim
  const result = measureOf(observation.value)
  const { prefix: neededPrefix, suffix: neededSuffix } = signsOf(aim.unit, 'lv')
  const needed = { needed: aim.needed, neededPrefix, neededSuffix }
  if (result === null) return different(observation.value.kind === 'text' ? 'text' : 'distribution', needed)
  const figures = { ...aim.figures, result: result.number, ...signsOf(result.unit, 'lv') }
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
  const figures = { from, to, result: result.number, ...signsOf(result.unit, 'lv') }
  const ends = [from, to].map((end) => decimalsThatTell(result.number, end))
  const compared = comparedWithRange(result, { from, to }, where)
  return judged(status, `range.${where}.${status}`, figures, { decimals: Math.max(...ends), compared })
}

/** The next target with a figure; without one, the next that promises anything. */
function findNextTarget(series: Series, period: string): Target | null {
  const year = yearOfPeriod(period)
  const ahead = datedTargets(series).filter(
    (target) => target.kind !== 'none' && (year === null || target.year >= year),
  )
  return ahead.find(({ kind }) => kind === 'absolute' || kind === 'relative') ?? ahead[0] ?? null
}
