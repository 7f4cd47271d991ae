import type { DisclosureRules } from '#modules/registry'
import type { Indicator, Observation } from '../model.ts'
import { type AboutPeople, isAboutPeople, tellingOf } from './tells.ts'

/** Decides of the figures of an indicator which are covered. */
export type Covering = {
  rules: DisclosureRules
  /** Whether a figure was found to be covered when the indicator was examined. */
  isCovered: (seriesId: string, period: string) => boolean
  /** The newest figure that was looked at, by the id of the indicator; undefined where none was. */
  examinedTo: ReadonlyMap<string, Date>
}

/**
 * A figure as the public may see it. One about people is covered when it was found to tell too much, when it does so by
 * itself (as an older state of a figure may), and while it has not been examined.
 */
export function protectObservation(
  indicator: Pick<Indicator, 'id'> & AboutPeople,
  seriesId: string,
  observation: Observation,
  { rules, isCovered, examinedTo }: Covering,
): Observation {
  if (!isAboutPeople(indicator) || observation.value.kind === 'missing') return observation
  const until = examinedTo.get(indicator.id)
  const isExamined = until !== undefined && observation.recordedAt <= until
  const isShown =
    isExamined &&
    !isCovered(seriesId, observation.period) &&
    !tellingOf(indicator, observation, rules).isTelling
  return isShown ? observation : coverObservation(observation)
}

/** What is left of a covered figure: that there is one, when it was recorded, and where it stands in which source. */
export const coverObservation = ({
  period,
  unit,
  methodology,
  revision,
  recordedAt,
  recordedBy,
  origin,
  source,
  locator,
}: Observation): Observation => ({
  period,
  value: { kind: 'missing', missing: 'confidential' },
  unit,
  methodology,
  printed: null,
  note: null,
  since: null,
  stated: { n: null, interval: null, standardError: null },
  evidence: null,
  revision,
  recordedAt,
  recordedBy,
  origin,
  source,
  locator,
  isCovered: true,
})
