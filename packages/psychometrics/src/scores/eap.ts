import type { Responses } from '../data/responses.ts'
import { checkPopulation } from '../models/check-items.ts'
import type { Item } from '../models/item.ts'
import { type Conditioning, eachPosterior } from './posteriors.ts'

/** Expected ability per person and the spread of what is not known about it. */
export type PosteriorEstimates = {
  readonly eap: Float64Array
  readonly sd: Float64Array
  readonly logLikelihood: number
  /** the weights of the answers, if any */
  readonly weights?: Float64Array
}

/**
 * Expected a posteriori abilities with posterior standard deviations. They are drawn towards the mean of the
 * group: never average them into school means (use `plausibleValues`). Who answered nothing gets the group's mean and sd.
 *
 * @param groups mean and sd of each group of the answers, as calibrated
 * @throws RangeError when items, groups and answers do not fit, or a group has no spread
 */
export function expectedAbilities(
  data: Responses,
  items: readonly Item[],
  groups: readonly { mean: number; sd: number }[],
): PosteriorEstimates {
  if (groups.length < data.groupCount) {
    throw new RangeError(`expectedAbilities: ${groups.length} groups given for ${data.groupCount}`)
  }
  for (const group of groups) checkPopulation('expectedAbilities', group)
  const eap = new Float64Array(data.persons)
  const sd = new Float64Array(data.persons)
  let logLikelihood = 0
  const conditioning: Conditioning = {
    means: Float64Array.from(
      { length: data.persons },
      (_, person) => groups[data.groups?.[person] ?? 0]!.mean,
    ),
    sds: Float64Array.from(groups, (group) => group.sd),
    sdOf: (person) => data.groups?.[person] ?? 0,
  }
  eachPosterior('expectedAbilities', data, items, conditioning, ({ person, mean, variance, logIntegral }) => {
    eap[person] = mean
    sd[person] = Math.sqrt(variance)
    logLikelihood += (data.weights?.[person] ?? 1) * logIntegral
  })
  return { eap, sd, logLikelihood, ...(data.weights && { weights: data.weights }) }
}
