import { MISSING, type Responses } from '../data/responses.ts'
import { checkItems } from '../models/check-items.ts'
import { categoryProbabilities, type Item } from '../models/item.ts'

/** Mean squares of residuals, expected near 1: above, answers are noisier than the model says; below, tidier. */
export type ResidualFit = {
  /** weighted by information */
  readonly infit: number
  /** unweighted: sensitive to surprises far from a person's level */
  readonly outfit: number
  /** the same as standard normal values (Wilson–Hilferty) */
  readonly infitZ: number
  readonly outfitZ: number
}

/**
 * Infit and outfit of items and of persons, from abilities of the persons.
 *
 * @param abilities as `weightedLikelihoodEstimates` gives them; persons without one are left out
 * @throws RangeError when items, abilities and answers do not fit
 * @see Wright & Masters (1982), Rating Scale Analysis
 */
export function residualFit(
  data: Responses,
  items: readonly Item[],
  abilities: Float64Array,
): { items: ResidualFit[]; persons: ResidualFit[] } {
  checkItems('residualFit', data, items)
  if (abilities.length !== data.persons) {
    throw new RangeError(`residualFit: ${abilities.length} abilities for ${data.persons} persons`)
  }
  const byItem = items.map(emptySums)
  const byPerson = Array.from({ length: data.persons }, emptySums)
  for (let person = 0; person < data.persons; person++) {
    if (!Number.isFinite(abilities[person]!)) continue
    const weight = data.weights?.[person] ?? 1
    for (let item = 0; item < data.items; item++) {
      const value = data.values[person * data.items + item]!
      if (value === MISSING) continue
      const moments = centralMoments(items[item]!, abilities[person]!)
      add(byItem[item]!, value, moments, weight)
      add(byPerson[person]!, value, moments, 1)
    }
  }
  return { items: byItem.map(summarise), persons: byPerson.map(summarise) }
}

type Moments = { mean: number; variance: number; fourth: number }
type Sums = {
  count: number
  squares: number
  information: number
  outfit: number
  infitNoise: number
  outfitNoise: number
}

function emptySums(): Sums {
  return { count: 0, squares: 0, information: 0, outfit: 0, infitNoise: 0, outfitNoise: 0 }
}

function centralMoments(item: Item, theta: number): Moments {
  const chances = categoryProbabilities(item, theta)
  const mean = chances.reduce((sum, chance, category) => sum + chance * category, 0)
  let [variance, fourth] = [0, 0]
  for (const [category, chance] of chances.entries()) {
    variance += chance * (category - mean) ** 2
    fourth += chance * (category - mean) ** 4
  }
  return { mean, variance: Math.max(variance, 1e-12), fourth }
}

function add(sums: Sums, value: number, { mean, variance, fourth }: Moments, weight: number): void {
  const square = (value - mean) ** 2
  sums.count += weight
  sums.squares += weight * square
  sums.information += weight * variance
  sums.outfit += (weight * square) / variance
  sums.infitNoise += weight * (fourth - variance ** 2)
  sums.outfitNoise += weight * (fourth / variance ** 2 - 1)
}

function summarise({ count, squares, information, outfit, infitNoise, outfitNoise }: Sums): ResidualFit {
  if (count === 0) return { infit: Number.NaN, outfit: Number.NaN, infitZ: Number.NaN, outfitZ: Number.NaN }
  const infit = squares / information
  const meanSquare = outfit / count
  return {
    infit,
    outfit: meanSquare,
    infitZ: cubeRootZ(infit, Math.sqrt(infitNoise) / information),
    outfitZ: cubeRootZ(meanSquare, Math.sqrt(outfitNoise) / count),
  }
}

function cubeRootZ(meanSquare: number, spread: number): number {
  return (Math.cbrt(meanSquare) - 1) * (3 / spread) + spread / 3
}
