/**
 * The parts of a design that shared items hold together. Items of different parts cannot be compared unless
 * their booklets were given at random to persons of one population.
 *
 * @param sets items of each booklet or set of answered items
 * @param items number of items in all
 * @returns per part its items; an item in no booklet is a part of its own
 */
export function connectedParts(sets: readonly ArrayLike<number>[], items: number): number[][] {
  const parent = Int32Array.from({ length: items }, (_, item) => item)
  const root = (item: number): number => {
    let at = item
    while (parent[at]! !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (const set of sets) {
    for (let at = 1; at < set.length; at++) parent[root(set[at]!)] = root(set[0]!)
  }
  const parts = new Map<number, number[]>()
  for (let item = 0; item < items; item++) {
    const part = parts.get(root(item))
    if (part) part.push(item)
    else parts.set(root(item), [item])
  }
  return [...parts.values()]
}
