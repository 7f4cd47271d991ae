import type { Claim } from './model.ts'
import { DATES } from './rules/claim-order-contradicted.ts'
import { sharePartsOf } from './rules/claim-share-differs.ts'
import { linesOf, pointAt } from './rules/lines.ts'
import { placesOf, restsOnCovered } from './rules/ranking.ts'
import type { ClaimData } from './rules/rule.ts'
import { trendsOf } from './rules/trend.ts'

/** How much of what a claim speaks about the data can answer; of covered figures nothing is told. */
export type ClaimCoverage = 'whole' | 'part' | 'none' | 'covered'

/**
 * How much of each claim can be checked, by its key. Where something cannot be compared, silence of the
 * rules confirms nothing.
 */
export function coverClaims(data: ClaimData): ReadonlyMap<string, ClaimCoverage> {
  const { tree, claimed } = data
  const lines = linesOf(claimed)
  const trends = new Map(trendsOf(data).map((one) => [one.claim.key, one.trends]))
  const countChecked = (claim: Claim): number => {
    const { key, kind, subjects, toPeriod, value, date } = claim
    switch (kind) {
      case 'trend':
      case 'sumTrend':
        return (trends.get(key) ?? []).flatMap(({ isComparable, lines: own }) => (isComparable ? own : []))
          .length
      case 'sum': {
        const known = subjects.filter((subject) => {
          const line = lines.get(subject)
          return line !== undefined && toPeriod !== null && pointAt(line, toPeriod) !== undefined
        })
        // A sum with a part missing is no sum.
        return known.length === subjects.length ? known.length : 0
      }
      case 'share':
        return sharePartsOf(data, claim) ? subjects.length : 0
      case 'ranking':
        return placesOf(data, claim) ? subjects.length : 0
      case 'count':
        return value === null ? 0 : subjects.length
      case 'order':
        return date === null ? 0 : subjects.filter((subject) => DATES[subject]?.of(tree.strategy)).length
    }
  }
  return new Map(
    tree.claims.map((claim): [string, ClaimCoverage] => {
      if (restsOnCovered(data, claim)) return [claim.key, 'covered']
      const checked = countChecked(claim)
      return [claim.key, checked === 0 ? 'none' : checked < claim.subjects.length ? 'part' : 'whole']
    }),
  )
}
