import type { Figure } from './figures.ts'
import type { Baseline, Indicator, Methodology, Observation, Series } from './model.ts'
import { startOfPeriod } from './periods.ts'

/**
 * Version of the methodology that a figure was computed by: the one stated with it, or else the newest that
 * held when the period began. Undefined when the indicator describes no methodology.
 */
export function versionOf(indicator: Indicator, { methodology, period }: Observation): number | undefined {
  if (methodology !== null) return methodology
  const start = startOfPeriod(period) ?? ''
  const versions = indicator.methodologies.map(({ version }) => version).toSorted((a, b) => a - b)
  const held = indicator.methodologies
    .filter(({ validFrom }) => validFrom === null || (startOfPeriod(validFrom) ?? '9999') <= start)
    .map(({ version }) => version)
  return held.length > 0 ? Math.max(...held) : versions[0]
}

/**
 * Whether a figure of version `from` (of the baseline, or that a target was set on) and a result of version
 * `to` may be compared: no step between the two may break the series. A step that holds after recomputation
 * is passed by a recomputed baseline only; a result of an older version has not been recomputed. A step whose
 * comparability is not stated does not break.
 */
export function areComparable(
  methodologies: Methodology[],
  from: number,
  to: number,
  baseline: Baseline | null,
): boolean {
  const isRecomputed = from < to && baseline?.isRecomputed === true
  return stepsBetween(methodologies, from, to).every(({ comparability }) =>
    comparability === 'afterRecomputation' ? isRecomputed : comparability !== 'no',
  )
}

/** The versions that came in between two versions, the oldest first; none between a version and itself. */
export function stepsBetween(methodologies: readonly Methodology[], from: number, to: number): Methodology[] {
  return methodologies
    .filter(({ version }) => version > Math.min(from, to) && version <= Math.max(from, to))
    .toSorted((a, b) => a.version - b.version)
}

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
