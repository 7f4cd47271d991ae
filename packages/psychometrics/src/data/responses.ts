/** The value of an item that a person did not answer or was never given. */
export const MISSING = 255

/**
 * Answers of persons to items. A value is a category: 0 (wrong, never) up to the item's highest (full points);
 * what is missing is left out of the likelihood, whether by design (booklets) or skipped.
 */
export type Responses = {
  readonly persons: number
  readonly items: number
  /** persons × items, row by row; categories or `MISSING` */
  readonly values: Uint8Array
  /** per item its highest category, at least 1 */
  readonly highest: Uint8Array
  /** per person the number of its group, 0 up to groupCount − 1; left out when there is one group */
  readonly groups?: Uint16Array
  readonly groupCount: number
  /** per person a weight ≥ 0: how many such persons there are, or a sampling weight; left out when all are 1 */
  readonly weights?: Float64Array
}

/**
 * What `responses` is made from. `highest` left out: the highest category seen of each item. Give it where some of
 * the answers are elsewhere, as in one of several municipalities: there an item may have been too hard for all.
 */
export type ResponsesInput = {
  items: number
  values: Uint8Array
  highest?: ArrayLike<number>
  groups?: ArrayLike<number>
  weights?: ArrayLike<number>
}

/**
 * Checks answers and completes their shape.
 *
 * @param input persons × items values, row by row; groups and weights per person
 * @throws RangeError when lengths do not fit, a category lies above its item's highest, a weight is negative,
 *   or an item has no answer that earns anything and no highest category is given
 */
export function responses({ items, values, highest, groups, weights }: ResponsesInput): Responses {
  if (!Number.isInteger(items) || items < 1)
    throw new RangeError(`responses: items ${items} is not at least 1`)
  const persons = values.length / items
  if (!Number.isInteger(persons)) {
    throw new RangeError(`responses: ${values.length} values do not fill rows of ${items} items`)
  }
  const seen = highestSeen(values, items)
  if (highest) checkHighest(highest, items)
  const top = highest ? Uint8Array.from(highest) : seen
  for (let item = 0; item < items; item++) {
    if (seen[item]! > top[item]!) {
      throw new RangeError(
        `responses: item ${item} has category ${seen[item]} above its highest ${top[item]}`,
      )
    }
    if (top[item] === 0) {
      throw new RangeError(
        `responses: item ${item} has no answer above category 0; give its highest category`,
      )
    }
  }
  const groupOf = groups && checkedGroups(groups, persons)
  return {
    persons,
    items,
    values,
    highest: top,
    groupCount: groupOf ? groupOf.reduce((most, group) => Math.max(most, group), 0) + 1 : 1,
    ...(groupOf && { groups: groupOf }),
    ...(weights && { weights: checkedWeights(weights, persons) }),
  }
}

/**
 * Answers from rows of categories, `null` for what is missing.
 *
 * @param rows persons × items
 * @throws RangeError when rows differ in length or a value is not a category
 */
export function responsesFromRows(
  rows: readonly (readonly (number | null)[])[],
  more: Pick<ResponsesInput, 'highest' | 'groups' | 'weights'> = {},
): Responses {
  const items = rows[0]?.length ?? 0
  const values = new Uint8Array(rows.length * items)
  for (const [person, row] of rows.entries()) {
    if (row.length !== items) {
      throw new RangeError(`responsesFromRows: row ${person} has ${row.length} values, not ${items}`)
    }
    for (const [item, value] of row.entries()) {
      if (value !== null && (!Number.isInteger(value) || value < 0 || value >= MISSING)) {
        throw new RangeError(
          `responsesFromRows: value ${value} of person ${person}, item ${item} is no category`,
        )
      }
      values[person * items + item] = value ?? MISSING
    }
  }
  return responses({ items, values, ...more })
}

/**
 * Answers from response patterns and how often each occurred, as old tables print them.
 *
 * @param frequencies pattern of digits, `.` for missing → persons; e.g. `{ '01101': 3 }`
 * @throws RangeError when a pattern holds anything else
 */
export function responsesFromPatterns(frequencies: Readonly<Record<string, number>>): Responses {
  const rows = Object.keys(frequencies).map((pattern) => [...pattern].map((sign) => digit(sign, pattern)))
  return responsesFromRows(rows, { weights: Object.values(frequencies) })
}

function digit(sign: string, pattern: string): number | null {
  if (sign === '.') return null
  if (!/[0-9]/.test(sign)) throw new RangeError(`responsesFromPatterns: ${sign} in ${pattern} is no digit`)
  return Number(sign)
}

function checkHighest(highest: ArrayLike<number>, items: number): void {
  if (highest.length !== items) {
    throw new RangeError(`responses: highest has ${highest.length} entries for ${items} items`)
  }
  for (let item = 0; item < items; item++) {
    const top = highest[item]!
    if (!(Number.isInteger(top) && top >= 1 && top < MISSING)) {
      throw new RangeError(
        `responses: highest category ${top} of item ${item} is not from 1 to ${MISSING - 1}`,
      )
    }
  }
}

function highestSeen(values: Uint8Array, items: number): Uint8Array {
  const seen = new Uint8Array(items)
  for (let at = 0, item = 0; at < values.length; at++, item = item + 1 === items ? 0 : item + 1) {
    const value = values[at]!
    if (value !== MISSING && value > seen[item]!) seen[item] = value
  }
  return seen
}

function checkedGroups(groups: ArrayLike<number>, persons: number): Uint16Array {
  if (groups.length !== persons)
    throw new RangeError(`responses: ${groups.length} groups for ${persons} persons`)
  for (let person = 0; person < persons; person++) {
    const group = groups[person]!
    if (!Number.isInteger(group) || group < 0 || group > 65_535) {
      throw new RangeError(`responses: group ${group} of person ${person} is not a whole number from 0`)
    }
  }
  return Uint16Array.from(groups)
}

function checkedWeights(weights: ArrayLike<number>, persons: number): Float64Array {
  if (weights.length !== persons) {
    throw new RangeError(`responses: ${weights.length} weights for ${persons} persons`)
  }
  for (let person = 0; person < persons; person++) {
    const weight = weights[person]!
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`responses: weight ${weight} of person ${person} is not at least 0`)
    }
  }
  return Float64Array.from(weights)
}
