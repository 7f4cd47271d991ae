import { MISSING, type Responses } from './responses.ts'

/** The sets of items that persons answered, and which set each person has. */
export type AnsweredSets = {
  /** per set its items, ascending; the empty set is possible */
  readonly sets: readonly Int32Array[]
  /** per person the number of its set */
  readonly setOf: Int32Array
}

/** Finds the different sets of answered items; persons × items steps. */
export function answeredSets({ persons, items, values }: Responses): AnsweredSets {
  const low = Uint32Array.from({ length: items }, (_, item) => scatter(item + 1))
  const high = Uint32Array.from({ length: items }, (_, item) => scatter(item + 0x9e3779b9) & 0xfffff)
  const setOf = new Int32Array(persons)
  const firstOf: number[] = []
  const known = new Map<number, number>()
  for (let person = 0; person < persons; person++) {
    const start = person * items
    let lowKey = 0
    let highKey = 0
    for (let item = 0; item < items; item++) {
      if (values[start + item] === MISSING) {
        lowKey ^= low[item]!
        highKey ^= high[item]!
      }
    }
    // 52 bits; the next key is tried in the rare case that two sets share one.
    let key = (lowKey >>> 0) + highKey * 2 ** 32
    let set = known.get(key)
    while (set !== undefined && !sameSet(values, start, firstOf[set]! * items, items)) set = known.get(++key)
    if (set === undefined) {
      set = firstOf.length
      firstOf.push(person)
      known.set(key, set)
    }
    setOf[person] = set
  }
  return { sets: firstOf.map((person) => answeredItems(values, person * items, items)), setOf }
}

function sameSet(values: Uint8Array, one: number, other: number, items: number): boolean {
  for (let item = 0; item < items; item++) {
    if ((values[one + item] === MISSING) !== (values[other + item] === MISSING)) return false
  }
  return true
}

function answeredItems(values: Uint8Array, start: number, items: number): Int32Array {
  const answered: number[] = []
  for (let item = 0; item < items; item++) if (values[start + item] !== MISSING) answered.push(item)
  return Int32Array.from(answered)
}

/** Spreads small whole numbers over 32 bits (the finaliser of MurmurHash3). */
function scatter(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
