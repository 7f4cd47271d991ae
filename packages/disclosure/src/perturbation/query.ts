import { checkAmount } from '../argument-checks.ts'
import { perturbCount, sumKeys } from './cell-key.ts'
import type { NoiseTable } from './noise-table.ts'

export type QueryRules = {
  table: NoiseTable
  recordKeys: Uint32Array
  /** Counts below this are refused; 0 answers all, as noise protects them. */
  smallestCell: number
  /** Queries whose records differ from an earlier one's, or from all, by fewer than this are refused. */
  threshold: number
  /** Answers that one user may have. */
  budget: number
}

/** What a user was answered before, each a sorted set of records. Kept by the caller; never changed here. */
export type QueryLedger = { answered: readonly Uint32Array[] }

export type QueryAnswer =
  | { count: number; ledger: QueryLedger }
  | { refusal: 'budget' | 'small cell' | 'differencing'; ledger: QueryLedger }

/**
 * Answers a free query for a count, or refuses it: when the user's budget is spent, when the cell is small, or when
 * it differs from an earlier query of the user, or from all records, by so few that the difference would tell on them.
 * The same records get the same answer and cost nothing.
 *
 * @param records positions of the records that meet the condition, in any order, each once
 * @returns the answer and the ledger to keep for the next query
 * @throws RangeError when a record is unknown or named twice, or a rule is not a number from 0
 */
export function answerQuery(rules: QueryRules, ledger: QueryLedger, records: Iterable<number>): QueryAnswer {
  checkAmount('answerQuery', 'smallestCell', rules.smallestCell)
  checkAmount('answerQuery', 'threshold', rules.threshold)
  checkAmount('answerQuery', 'budget', rules.budget)
  const query = Uint32Array.from(records, (record) => {
    if (rules.recordKeys[record] === undefined)
      throw new RangeError(`answerQuery: there is no record ${record}`)
    return record
  }).sort()
  const twice = query.find((record, n) => record === query[n - 1])
  if (twice !== undefined) throw new RangeError(`answerQuery: record ${twice} is named twice`)
  const key = sumKeys(rules.recordKeys, query)
  const differences = ledger.answered.map((earlier) => difference(earlier, query))
  const isNext = (each: number) => each > 0 && each < rules.threshold
  if (!differences.includes(0)) {
    if (ledger.answered.length >= rules.budget) return { refusal: 'budget', ledger }
    if (query.length < rules.smallestCell) return { refusal: 'small cell', ledger }
    const leftOut = rules.recordKeys.length - query.length
    if ([leftOut, ...differences].some(isNext)) return { refusal: 'differencing', ledger }
    return {
      count: perturbCount(rules.table, query.length, key),
      ledger: { answered: [...ledger.answered, query] },
    }
  }
  return { count: perturbCount(rules.table, query.length, key), ledger }
}

/** How many records are in one sorted set and not in the other. */
function difference(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return a.length + b.length - 2 * shared
}
