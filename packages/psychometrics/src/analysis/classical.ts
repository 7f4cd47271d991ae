import { MISSING, type Responses } from '../data/responses.ts'
import { weightedCorrelation } from './correlation.ts'

/** What a teacher looks at first. Shares and correlations are over those who answered the item. */
export type ClassicalItem = {
  readonly answered: number
  /** mean share of the item's points: the easier, the higher */
  readonly difficulty: number
  /** correlation of the item with the sum score, and with the sum of the other items; NaN when nothing varies */
  readonly itemTotal: number
  readonly itemRest: number
  /** share of each category 0…highest */
  readonly shares: readonly number[]
}

/** Classical item analysis: difficulty and discrimination. With booklets, scores are shares of the points given. */
export function classicalAnalysis(data: Responses): ClassicalItem[] {
  const { persons, items, values, highest } = data
  const [points, most] = [new Float64Array(persons), new Float64Array(persons)]
  for (let at = 0; at < values.length; at++) {
    if (values[at] === MISSING) continue
    points[Math.floor(at / items)]! += values[at]!
    most[Math.floor(at / items)]! += highest[at % items]!
  }
  return Array.from({ length: items }, (_, item) => {
    const counts = new Array<number>(highest[item]! + 1).fill(0)
    const [own, total, rest, weights]: number[][] = [[], [], [], []]
    for (let person = 0; person < persons; person++) {
      const value = values[person * items + item]!
      if (value === MISSING) continue
      const weight = data.weights?.[person] ?? 1
      counts[value]! += weight
      own!.push(value)
      total!.push(points[person]! / most[person]!)
      rest!.push((points[person]! - value) / Math.max(1, most[person]! - highest[item]!))
      weights!.push(weight)
    }
    const answered = counts.reduce((sum, count) => sum + count, 0)
    const shares = counts.map((count) => count / answered)
    return {
      answered,
      difficulty: shares.reduce((sum, share, category) => sum + share * category, 0) / highest[item]!,
      itemTotal: weightedCorrelation(own!, total!, weights!),
      itemRest: weightedCorrelation(own!, rest!, weights!),
      shares,
    }
  })
}
