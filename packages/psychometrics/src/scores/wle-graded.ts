import { MISSING } from '../data/responses.ts'
import { abilityRange, type Item, itemInformation, logistic } from '../models/item.ts'

/** Warm's estimate for one person where items of the graded kind are among those answered, by bisection. */
export function gradedAbility(items: readonly Item[], row: Uint8Array): { ability: number; error: number } {
  const answered = items.flatMap((item, at) => (row[at] === MISSING ? [] : [{ item, category: row[at]! }]))
  if (answered.length === 0) return { ability: Number.NaN, error: Number.NaN }
  let { low, high } = abilityRange(items)
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    let [score, information, warm] = [0, 0, 0]
    for (const { item, category } of answered) {
      const found = itemInformation(item, middle)
      score += logSlope(item, category, middle)
      information += found.information
      warm += found.warm
    }
    if (score + warm / (2 * information) > 0) low = middle
    else high = middle
  }
  const ability = (low + high) / 2
  const information = answered.reduce((sum, { item }) => sum + itemInformation(item, ability).information, 0)
  return { ability, error: 1 / Math.sqrt(information) }
}

/** Derivative of the log chance of a category by ability. */
function logSlope({ kind, slope, intercepts }: Item, category: number, theta: number): number {
  const z = (k: number) => slope * theta + intercepts[k - 1]!
  if (kind === 'graded') {
    const above = category === 0 ? 0 : logistic(-z(category))
    const below = category === intercepts.length ? 0 : logistic(z(category + 1))
    return slope * (above - below)
  }
  const weights = intercepts.map((each, at) => Math.exp(slope * (at + 1) * theta + each))
  const total = weights.reduce((sum, weight) => sum + weight, 1)
  const mean = weights.reduce((sum, weight, at) => sum + (at + 1) * weight, 0) / total
  return slope * (category - mean)
}
