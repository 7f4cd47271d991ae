import type { PrintedPercent, SurveyGroup } from './model.ts'

/** Per cent of a group below which those who stayed silent decide what the group thinks. */
export const LOW_RESPONSE = 30

/** Share of the group that answered: as printed, else from its known size; null when neither is known. */
export function responseOf({ respondents, responseShare, population }: SurveyGroup): PrintedPercent | null {
  if (responseShare !== null) return responseShare
  if (respondents === null) return null
  return population.kind === 'given' ? { percent: (100 * respondents) / population.best, decimals: 1 } : null
}

/** Groups by what is known of their response. */
export type Responses = { low: SurveyGroup[]; sufficient: SurveyGroup[]; unknown: SurveyGroup[] }

/** Tells apart the groups of which few answered, enough answered, or nobody knows. */
export function sortByResponse(groups: readonly SurveyGroup[]): Responses {
  const sorted: Responses = { low: [], sufficient: [], unknown: [] }
  for (const group of groups) {
    const percent = responseOf(group)?.percent
    if (percent === undefined) sorted.unknown.push(group)
    else sorted[percent < LOW_RESPONSE ? 'low' : 'sufficient'].push(group)
  }
  return sorted
}
