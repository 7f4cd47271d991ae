import { benjaminiHochberg } from '@izaugsme/statistics'
import { answeredSets } from '../data/answered.ts'
import { MISSING, type Responses } from '../data/responses.ts'

/** Fewest persons in a group for which items are tested. */
export const FEWEST_FOCAL = 100

/** A person seen through one item and the score to match by. */
export type MatchedPerson = {
  readonly isFocal: boolean
  readonly value: number
  /** sum over the matching items, the item itself among them */
  readonly score: number
  /** the set of items answered: scores of different booklets are never matched with each other */
  readonly set: number
  readonly weight: number
}

/** Persons who answered an item, with their score over the matching items and the item itself. */
export function matchedPersons(
  data: Responses,
  isFocal: readonly boolean[],
  item: number,
  matching: ReadonlySet<number>,
  sets: Int32Array,
): MatchedPerson[] {
  const matched: MatchedPerson[] = []
  for (let person = 0; person < data.persons; person++) {
    const row = data.values.subarray(person * data.items, (person + 1) * data.items)
    if (row[item] === MISSING) continue
    let score = 0
    for (let at = 0; at < row.length; at++) {
      if (row[at] !== MISSING && (at === item || matching.has(at))) score += row[at]!
    }
    const weight = data.weights?.[person] ?? 1
    matched.push({ isFocal: isFocal[person]!, value: row[item]!, score, set: sets[person]!, weight })
  }
  return matched
}

/** How many persons of each group answered an item, weighted. */
export function groupSizes(persons: readonly MatchedPerson[]): { focal: number; reference: number } {
  const sizeOf = (focal: boolean) =>
    persons.reduce((sum, { isFocal, weight }) => sum + (isFocal === focal ? weight : 0), 0)
  return { focal: sizeOf(true), reference: sizeOf(false) }
}

/** Benjamini–Hochberg among the items that were tested; NaN, for the others, stays. */
export function adjustTested(pValues: readonly number[]): number[] {
  const tested = [...pValues.keys()].filter((item) => !Number.isNaN(pValues[item]!))
  const adjusted = new Array<number>(pValues.length).fill(Number.NaN)
  const among = benjaminiHochberg(tested.map((item) => pValues[item]!))
  for (const [at, item] of tested.entries()) adjusted[item] = among[at]!
  return adjusted
}

/** Checks the two groups, and finds who answered which set of items. */
export function prepareMatching(caller: string, data: Responses, isFocal: readonly boolean[]) {
  if (isFocal.length !== data.persons) {
    throw new RangeError(`${caller}: isFocal has ${isFocal.length} values for ${data.persons} persons`)
  }
  const weightOf = (wanted: boolean) => {
    let sum = 0
    for (const [person, focal] of isFocal.entries()) if (focal === wanted) sum += data.weights?.[person] ?? 1
    return sum
  }
  return { setOf: answeredSets(data).setOf, focal: weightOf(true), reference: weightOf(false) }
}
