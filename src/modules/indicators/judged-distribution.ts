import { decimalsThatTell } from '#platform/say/index.ts'
import { withoutBaseline } from './baseline.ts'
import type { Indicator, Observation, ObservedValue, Series } from './model.ts'
import { findObstacle } from './obstacle.ts'
import { arithmeticOf, different, judged, not, type Outcome } from './outcome.ts'
import { sideOf } from './side.ts'

type Distribution = Extract<ObservedValue, { kind: 'distribution' }>

/** Whether a distribution is better than the one before it: see `judge`. */
export function judgeDistribution(
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
