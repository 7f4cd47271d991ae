import type { Responses } from './responses.ts'

/** The same answers with weights scaled so that they sum to the number of persons whose weight is above 0. */
export function scaleWeights(data: Responses): Responses {
  if (!data.weights) return data
  let [total, persons] = [0, 0]
  for (const weight of data.weights) {
    total += weight
    if (weight > 0) persons++
  }
  return { ...data, weights: data.weights.map((weight) => (weight * persons) / total) }
}
