import { answeredSets } from '../data/answered.ts'
import type { Responses } from '../data/responses.ts'
import { checkItems } from '../models/check-items.ts'
import type { Item } from '../models/item.ts'
import { warmEquation } from './warm-equation.ts'
import { gradedAbility } from './wle-graded.ts'

/** From so many persons on, a table of guesses pays. */
const MANY = 3000

/** An ability per person with its standard error; NaN for a person who answered nothing. */
export type AbilityEstimates = {
  readonly abilities: Float64Array
  readonly errors: Float64Array
  /** the weights of the answers, if any */
  readonly weights?: Float64Array
}

/**
 * Warm's weighted likelihood estimates: nearly unbiased, and finite for no and for all points. For a pupil's
 * report, always with its standard error (from the curvature of the weighted likelihood; for graded items 1/√I).
 *
 * @param data answers (persons × items); missing answers take no part
 * @param items as calibrated
 * @throws RangeError when items and answers do not fit
 * @see Warm (1989), Psychometrika 54(3); agrees with R `TAM` as the README shows
 */
export function weightedLikelihoodEstimates(data: Responses, items: readonly Item[]): AbilityEstimates {
  checkItems('weightedLikelihoodEstimates', data, items)
  const abilities = new Float64Array(data.persons).fill(Number.NaN)
  const errors = new Float64Array(data.persons).fill(Number.NaN)
  const estimates = { abilities, errors, ...(data.weights && { weights: data.weights }) }
  if (items.some((item) => item.kind === 'graded')) {
    for (let person = 0; person < data.persons; person++) {
      const row = data.values.subarray(person * data.items, (person + 1) * data.items)
      const found = gradedAbility(items, row)
      abilities[person] = found.ability
      errors[person] = found.error
    }
    return estimates
  }
  const { sets, setOf } = answeredSets(data)
  const sums = scoreSums(data, items)
  const members = membersBySet(setOf, sets.length)
  for (const [set, answered] of sets.entries()) {
    if (answered.length === 0) continue
    const equation = warmEquation(Array.from(answered, (item) => items[item]!))
    const persons = members.persons.subarray(members.from[set]!, members.from[set + 1]!)
    const guess = persons.length >= MANY ? equation.guesses(...boundsOf(answered, items)) : undefined
    for (const person of persons) {
      const { ability, error } = equation.solve(sums[person]!, guess?.(sums[person]!))
      abilities[person] = ability
      errors[person] = error
    }
  }
  return estimates
}

function scoreSums(
  { persons, items, values, highest }: Responses,
  parameters: readonly Item[],
): Float64Array {
  const slopes = Float64Array.from(parameters, (item) => item.slope)
  const sums = new Float64Array(persons)
  for (let person = 0; person < persons; person++) {
    let sum = 0
    for (let item = 0; item < items; item++) {
      const value = values[person * items + item]!
      if (value <= highest[item]!) sum += slopes[item]! * value
    }
    sums[person] = sum
  }
  return sums
}

function membersBySet(setOf: Int32Array, sets: number) {
  const from = new Int32Array(sets + 1)
  for (const set of setOf) from[set + 1]!++
  for (let set = 0; set < sets; set++) from[set + 1]! += from[set]!
  const next = from.slice()
  const persons = new Int32Array(setOf.length)
  for (const [person, set] of setOf.entries()) persons[next[set]!++] = person
  return { from, persons }
}

/** Least and largest score that the items allow. */
function boundsOf(answered: Int32Array, items: readonly Item[]): [number, number] {
  let [least, most] = [0, 0]
  for (const item of answered) {
    const { slope, intercepts } = items[item]!
    least += Math.min(0, slope * intercepts.length)
    most += Math.max(0, slope * intercepts.length)
  }
  return [least, most]
}
