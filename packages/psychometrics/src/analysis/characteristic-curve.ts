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
 * An item's characteristic curve against the data: persons in bands of about equal size by ability.
 *
 * @param item its place among the items of the answers
 * @param abilities per person, best without the item in question; NaN leaves a person out
 * @param bands how many, a whole number from 2; 8 when left out
 * @returns one point for each band that holds persons; none when nobody is left
 * @throws RangeError when the item does not exist or its parameters do not fit, lengths differ, or bands are too few
 */
export function characteristicCurve(
  data: Responses,
  item: number,
  parameters: Item,
  abilities: Float64Array,
  bands = 8,
): CurvePoint[] {
  checkArguments(data, item, parameters, abilities, bands)
  const { values, items, weights } = data
  const top = data.highest[item]!
  const weightOf = (person: number) => weights?.[person] ?? 1
  const share = (person: number) => values[person * items + item]! / top
  const answered = [...abilities.keys()]
    .filter((person) => values[person * items + item] !== MISSING && Number.isFinite(abilities[person]!))
    .filter((person) => weightOf(person) > 0)
    .sort((a, b) => abilities[a]! - abilities[b]!)
  const all = answered.reduce((sum, person) => sum + weightOf(person), 0)
  const members = Array.from({ length: bands }, (): number[] => [])
  let before = 0
  for (const person of answered) {
    const middle = before + weightOf(person) / 2
    members[Math.floor((bands * middle) / all)]!.push(person)
    before += weightOf(person)
  }
  return members
    .filter((band) => band.length > 0)
    .map((band) => {
      const persons = band.reduce((sum, person) => sum + weightOf(person), 0)
      const meanOf = (value: (person: number) => number) =>
        band.reduce((sum, person) => sum + weightOf(person) * value(person), 0) / persons
      const observed = meanOf(share)
      return {
        ability: meanOf((person) => abilities[person]!),
        persons,
        observed,
        error: Math.sqrt(meanOf((person) => (share(person) - observed) ** 2) / persons),
        expected: meanOf((person) => expectedPoints(parameters, abilities[person]!).mean / top),
      }
    })
}

function checkArguments(
  data: Responses,
  item: number,
  { intercepts }: Item,
  abilities: Float64Array,
  bands: number,
): void {
  const top = data.highest[item]
  if (top === undefined) throw new RangeError(`characteristicCurve: there is no item ${item}`)
  if (intercepts.length !== top) {
    throw new RangeError(`characteristicCurve: item ${item} has ${intercepts.length} intercepts, not ${top}`)
  }
  if (abilities.length !== data.persons) {
    throw new RangeError(`characteristicCurve: ${abilities.length} abilities for ${data.persons} persons`)
  }
  if (!(Number.isInteger(bands) && bands >= 2)) {
    throw new RangeError(`characteristicCurve: bands ${bands} are not a whole number from 2`)
  }
}
