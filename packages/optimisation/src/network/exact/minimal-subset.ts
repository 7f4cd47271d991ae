/**
 * A subset of `items` that fails although every smaller part of it passes, by divide and conquer: about
 * k·log(n ÷ k) checks for k of n.
 *
 * @param fails says whether a set fails; adding items to a failing set must not make it pass
 * @returns undefined when all items together pass
 * @see Junker (2004), QuickXplain, AAAI-04, 167
 */
export function minimalSubset<Item>(
  items: readonly Item[],
  fails: (subset: readonly Item[]) => boolean,
): Item[] | undefined {
  if (fails([])) return []
  if (!fails(items)) return undefined
  return explain([], false, items, fails)
}

function explain<Item>(
  background: readonly Item[],
  isNew: boolean,
  items: readonly Item[],
  fails: (subset: readonly Item[]) => boolean,
): Item[] {
  if (isNew && fails(background)) return []
  if (items.length <= 1) return [...items]
  const half = items.slice(0, items.length >> 1)
  const rest = items.slice(items.length >> 1)
  const fromRest = explain([...background, ...half], half.length > 0, rest, fails)
  const fromHalf = explain([...background, ...fromRest], fromRest.length > 0, half, fails)
  return [...fromHalf, ...fromRest]
}
