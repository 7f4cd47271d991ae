import { stepsBetween, versionOf } from '../comparability.ts'
import type { Indicator, Methodology, Observation, Series } from '../model.ts'
import type { Figure } from './figures.ts'

/** How two figures compare: `unstated` when a step between their methodologies says nothing about it. */
export type Comparability = 'yes' | 'no' | 'afterRecomputation' | 'unstated'

/**
 * Walks the versions of the methodology between two figures of a series, the weightiest obstacle winning.
 * A step that holds after recomputation is passed by a recomputed baseline only.
 */
export function comparabilityOf(indicator: Indicator, series: Series, before: Figure, after: Figure) {
  const steps = methodologySteps(indicator, before, after)
  const isForward = (versionOf(indicator, before) ?? 0) < (versionOf(indicator, after) ?? 0)
  const isBaseline = series.baseline?.observation === before
  const isRecomputed = isForward && isBaseline && series.baseline?.isRecomputed
  const obstacles = steps.map(({ comparability }): Comparability => {
    if (comparability === 'afterRecomputation' && isRecomputed) return 'yes'
    return comparability ?? 'unstated'
  })
  const weightiest = (['no', 'afterRecomputation', 'unstated'] as const).find((one) =>
    obstacles.includes(one),
  )
  return weightiest ?? 'yes'
}

/** The versions that came in between two figures, the oldest first. */
export function methodologySteps(
  indicator: Indicator,
  before: Observation,
  after: Observation,
): Methodology[] {
  const from = versionOf(indicator, before)
  const to = versionOf(indicator, after)
  return from === undefined || to === undefined ? [] : stepsBetween(indicator.methodologies, from, to)
}
