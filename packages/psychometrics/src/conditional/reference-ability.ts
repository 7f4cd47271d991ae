import { abilityRange, categoryProbabilities, expectedPoints, type Item } from '../models/item.ts'

/** Chances of the items at the ability where half of all points are expected: there score chances are balanced. */
export function chancesAtMiddle(items: readonly Item[]): number[][] {
  const half = items.reduce((sum, item) => sum + item.intercepts.length, 0) / 2
  let { low, high } = abilityRange(items)
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    const points = items.reduce((sum, item) => sum + expectedPoints(item, middle).mean, 0)
    if (points < half) low = middle
    else high = middle
  }
  return items.map((item) => categoryProbabilities(item, (low + high) / 2))
}
