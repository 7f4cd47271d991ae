import { MISSING, type Responses, responses } from './responses.ts'

/**
 * The persons that a condition keeps, with their groups and weights; items stay as they are.
 *
 * @param keep tells for a person's row number whether it stays
 */
export function selectPersons(data: Responses, keep: (person: number) => boolean): Responses {
  const kept: number[] = []
  for (let person = 0; person < data.persons; person++) if (keep(person)) kept.push(person)
  const values = new Uint8Array(kept.length * data.items)
  for (const [row, person] of kept.entries()) {
    values.set(data.values.subarray(person * data.items, (person + 1) * data.items), row * data.items)
  }
  return {
    ...data,
    persons: kept.length,
    values,
    ...(data.groups && { groups: Uint16Array.from(kept, (person) => data.groups![person]!) }),
    ...(data.weights && { weights: Float64Array.from(kept, (person) => data.weights![person]!) }),
  }
}

/**
 * The named items in the order named; persons, groups and weights stay as they are.
 *
 * @throws RangeError when none is named or one does not exist
 */
export function selectItems(data: Responses, chosen: readonly number[]): Responses {
  if (chosen.length === 0) throw new RangeError('selectItems: chosen [] names no item')
  const wrong = chosen.find((item) => !(Number.isInteger(item) && item >= 0 && item < data.items))
  if (wrong !== undefined) throw new RangeError(`selectItems: there is no item ${wrong} among ${data.items}`)
  const values = new Uint8Array(data.persons * chosen.length)
  for (let person = 0; person < data.persons; person++) {
    for (const [column, item] of chosen.entries()) {
      values[person * chosen.length + column] = data.values[person * data.items + item]!
    }
  }
  return {
    ...data,
    items: chosen.length,
    values,
    highest: Uint8Array.from(chosen, (item) => data.highest[item]!),
  }
}

/**
 * Items scored 0 and 1: a category at or above the cut becomes 1.
 *
 * @param cut a category, at least 1
 * @throws RangeError when the cut is no such category, or no answer of an item reaches it
 */
export function dichotomise(data: Responses, cut = 1): Responses {
  if (!(Number.isInteger(cut) && cut >= 1)) {
    throw new RangeError(`dichotomise: cut ${cut} is not a category from 1`)
  }
  const values = data.values.map((value) => (value === MISSING ? MISSING : Number(value >= cut)))
  return responses({
    items: data.items,
    values,
    ...(data.groups && { groups: data.groups }),
    ...(data.weights && { weights: data.weights }),
  })
}

/**
 * Missing answers counted as wrong (category 0) where a person was given the item: what a test's rules may
 * demand of skipped items, never of items that were not in the booklet.
 *
 * @param given tells whether the item was in the person's booklet
 */
export function missingAsWrong(data: Responses, given: (person: number, item: number) => boolean): Responses {
  const values = data.values.map((value, at) =>
    value === MISSING && given(Math.floor(at / data.items), at % data.items) ? 0 : value,
  )
  return { ...data, values }
}
