/** How the sets of answered items follow from booklets: each is a booklet less the items skipped. */
export type BookletPlan = {
  /** per booklet its items, ascending */
  readonly booklets: readonly Int32Array[]
  /** per set the number of its booklet */
  readonly bookletOf: Int32Array
  /** per set the items of its booklet that it lacks, ascending; mostly empty */
  readonly skipped: readonly Int32Array[]
}

const MOST_BOOKLETS = 200

/**
 * Finds the booklets behind sets of answered items, so that work on a booklet is done once and a person who
 * skipped costs only the skipped items. A set that many persons have counts as a booklet; the others hang on
 * the smallest booklet that holds them, in the end on the booklet of all items.
 *
 * @param sets items of each set, ascending
 * @param counts persons who have each set
 * @param items number of items in all
 */
export function planBooklets(
  sets: readonly Int32Array[],
  counts: ArrayLike<number>,
  items: number,
): BookletPlan {
  const masks = sets.map((set) => maskOf(set, items))
  const order = sets.map((_, set) => set).sort((a, b) => counts[b]! - counts[a]! || a - b)
  const booklets: number[] = []
  const bookletOf = new Int32Array(sets.length)
  for (const set of order) {
    const parent = smallestHolding(sets, masks, booklets, set)
    const lacking = (parent < 0 ? items : sets[booklets[parent]!]!.length) - sets[set]!.length
    const worthIt = lacking === 0 ? parent < 0 : costsMoreThanBooklet(counts[set]!, lacking, items)
    if (worthIt && booklets.length < MOST_BOOKLETS) {
      bookletOf[set] = booklets.push(set) - 1
    } else {
      bookletOf[set] = parent
    }
  }
  const found = booklets.map((set) => sets[set]!)
  if (bookletOf.includes(-1)) {
    found.push(Int32Array.from({ length: items }, (_, item) => item))
    for (let set = 0; set < sets.length; set++) if (bookletOf[set]! < 0) bookletOf[set] = found.length - 1
  }
  const skipped = sets.map((_, set) => found[bookletOf[set]!]!.filter((item) => masks[set]![item] === 0))
  return { booklets: found, bookletOf, skipped }
}

/**
 * Whether to skip costs so many persons together more than a booklet of their own. A skipped item costs a person
 * some steps and some more with each other skipped one; a booklet costs steps for each pair of its items. The
 * factors were measured; they decide on time alone, never on a result.
 */
function costsMoreThanBooklet(persons: number, skipped: number, items: number): boolean {
  return persons * skipped * (4 + skipped) >= 10 * items ** 2
}

function maskOf(set: Int32Array, items: number): Uint8Array {
  const mask = new Uint8Array(items)
  for (const item of set) mask[item] = 1
  return mask
}

function smallestHolding(
  sets: readonly Int32Array[],
  masks: readonly Uint8Array[],
  booklets: readonly number[],
  set: number,
): number {
  let best = -1
  let size = Infinity
  for (let booklet = 0; booklet < booklets.length; booklet++) {
    const candidate = booklets[booklet]!
    if (sets[candidate]!.length >= size || sets[candidate]!.length < sets[set]!.length) continue
    if (sets[set]!.every((item) => masks[candidate]![item] === 1)) {
      best = booklet
      size = sets[candidate]!.length
    }
  }
  return best
}
