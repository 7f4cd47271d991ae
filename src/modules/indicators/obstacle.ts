import { baselineValue } from './baseline.ts'
import { areComparable, versionOf } from './comparability.ts'
import type { Indicator, Observation, Series } from './model.ts'
import { arithmeticOf, type NoJudgement, not } from './outcome.ts'

/** What keeps two figures from being compared: another methodology, or no good direction. */
export function findObstacle(
  indicator: Indicator,
  series: Series,
  observation: Observation,
  setBy: 'target' | 'baseline',
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
