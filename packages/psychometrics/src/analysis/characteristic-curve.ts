import { MISSING, type Responses } from '../data/responses.ts'
import { expectedPoints, type Item } from '../models/item.ts'

/** A point of an item's curve: what the model expects, and what persons of about this ability did. */
export type CurvePoint = {
  /** mean ability of the persons in the band */
  readonly ability: number
  readonly persons: number
  /** mean share of the item's points seen, its standard error, and the share expected */
  readonly observed: number
  readonly error: number
  readonly expected: number
}

/**
 * An item's characteristic curve against the data: persons in bands of equal size by ability.
 *
 * @param abilities per person, best without the item in question; NaN leaves a person out
 * @param bands how many, at least 2; 8 when left out
 * @throws RangeError when the item does not exist or bands are fewer than 2
 */
export function characteristicCurve(
  data: Responses,
  item: number,
  parameters: Item,
  abilities: Float64Array,
  bands = 8,
): CurvePoint[] {
  if (!(item >= 0 && item < data.items)) throw new RangeError(`characteristicCurve: there is no item ${item}`)
  if (!(bands >= 2)) throw new RangeError(`characteristicCurve: bands ${bands} are fewer than 2`)
  const top = data.highest[item]!
  const answered = [...abilities.keys()]
    .filter(
      (person) => data.values[person * data.items + item] !== MISSING && Number.isFinite(abilities[person]!),
    )
    .sort((a, b) => abilities[a]! - abilities[b]!)
  return Array.from({ length: bands }, (_, band) => {
    const from = Math.floor((band * answered.length) / bands)
    return answered.slice(from, Math.floor(((band + 1) * answered.length) / bands))
  })
    .filter((members) => members.length > 0)
    .map((members) => {
      const weights = members.map((person) => data.weights?.[person] ?? 1)
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const meanOf = (value: (person: number) => number) =>
        members.reduce((sum, person, at) => sum + weights[at]! * value(person), 0) / total
      const share = (person: number) => data.values[person * data.items + item]! / top
      const observed = meanOf(share)
      return {
        ability: meanOf((person) => abilities[person]!),
        persons: total,
        observed,
        error: Math.sqrt(meanOf((person) => (share(person) - observed) ** 2) / total),
        expected: meanOf((person) => expectedPoints(parameters, abilities[person]!).mean / top),
      }
    })
}
