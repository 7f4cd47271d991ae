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
  const isForward = (versionInForce(indicator, before) ?? 0) < (versionInForce(indicator, after) ?? 0)
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
  const from = versionInForce(indicator, before)
  const to = versionInForce(indicator, after)
  if (from === undefined || to === undefined) return []
  return indicator.methodologies
    .filter(({ version }) => version > Math.min(from, to) && version <= Math.max(from, to))
    .sort((a, b) => a.version - b.version)
}

/** The version stated with the figure, or else the newest that held when the period began. */
function versionInForce(indicator: Indicator, { methodology, period }: Observation): number | undefined {
  if (methodology !== null) return methodology
  const held = indicator.methodologies.filter(
    ({ validFrom }) => validFrom === null || (period !== 'unknown' && startOf(validFrom) <= startOf(period)),
  )
  const versions = (held.length > 0 ? held : indicator.methodologies).map(({ version }) => version)
  if (versions.length === 0) return undefined
  return held.length > 0 ? Math.max(...versions) : Math.min(...versions)
}

/** The day on which a period begins: a school year on 1 September. */
function startOf(period: string): string {
  return `${period.slice(0, 4)}-${period.includes('/') ? '09' : '01'}-01`
}
