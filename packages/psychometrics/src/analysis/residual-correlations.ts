import { MISSING, type Responses } from '../data/responses.ts'
import { checkItems } from '../models/check-items.ts'
import { expectedPoints, type Item } from '../models/item.ts'
import { weightedCorrelation } from './correlation.ts'

/** Two items and what their residuals have in common. */
export type ResidualCorrelation = {
  readonly items: readonly [number, number]
  readonly q3: number
  /** q3 less the mean of all pairs, which is a little below 0 when all is well */
  readonly aboveMean: number
  /** whether `aboveMean` is beyond ±0.2: the items lean on each other */
  readonly isFlagged: boolean
}

/**
 * Yen's Q3: correlations between what is left of pairs of items when ability is taken out.
 *
 * @param abilities per person; NaN leaves a person out
 * @returns pairs in the order of items; pairs that nobody answered both of have NaN
 * @throws RangeError when items, abilities and answers do not fit
 * @see Yen (1984), Applied Psychological Measurement 8(2); Christensen, Makransky & Horton (2017) on the flag
 */
export function residualCorrelations(
  data: Responses,
  items: readonly Item[],
  abilities: Float64Array,
): ResidualCorrelation[] {
  checkItems('residualCorrelations', data, items)
  if (abilities.length !== data.persons) {
    throw new RangeError(`residualCorrelations: ${abilities.length} abilities for ${data.persons} persons`)
  }
  const residuals = new Float64Array(data.values.length)
  for (let at = 0; at < residuals.length; at++) {
    const ability = abilities[Math.floor(at / data.items)]!
    const value = data.values[at]!
    residuals[at] =
      value === MISSING || !Number.isFinite(ability)
        ? Number.NaN
        : value - expectedPoints(items[at % data.items]!, ability).mean
  }
  const pairs: { items: [number, number]; q3: number }[] = []
  for (let one = 0; one < data.items; one++) {
    for (let other = one + 1; other < data.items; other++) {
      pairs.push({ items: [one, other], q3: correlate(residuals, data, one, other) })
    }
  }
  const known = pairs.filter(({ q3 }) => Number.isFinite(q3))
  const mean = known.reduce((sum, { q3 }) => sum + q3, 0) / known.length
  return pairs.map((pair) => ({
    ...pair,
    aboveMean: pair.q3 - mean,
    isFlagged: Math.abs(pair.q3 - mean) > 0.2,
  }))
}

function correlate(
  residuals: Float64Array,
  { persons, items, weights }: Responses,
  one: number,
  other: number,
): number {
  const [x, y, w]: [number[], number[], number[]] = [[], [], []]
  for (let person = 0; person < persons; person++) {
    const [a, b] = [residuals[person * items + one]!, residuals[person * items + other]!]
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    x.push(a)
    y.push(b)
    w.push(weights?.[person] ?? 1)
  }
  return x.length > 2 ? weightedCorrelation(x, y, w) : Number.NaN
}
