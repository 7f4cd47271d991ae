import { checkCount, checkLevel } from '../argument-checks.ts'
import type { Interval } from '../interval.ts'

/** Two groups, and how many of each have a mark and do not. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]]

/** Less than e to minus this of the likeliest cannot be told from 0. */
const LEAST_LOG = 745

/** Fisher's exact test, and how strong the association is. */
export type FisherExactTest = {
  /** Two-sided: probability of all tables with these margins that are no more likely than this one. */
  p: number
  /** Conditional maximum likelihood estimate of the odds ratio, first group over second; 0 and ∞ occur. */
  oddsRatio: number
  /** Exact and conservative, of the odds ratio. */
  interval: Interval
}

/**
 * Fisher's exact test that two shares are the same, for groups of any size. One-sided it is `hypergeometricCdf`.
 *
 * @param table marked and not marked in the first group, then in the second; whole numbers
 * @param level confidence of the interval, between 0 and 1
 * @throws RangeError when a count is not whole or negative, nobody is counted, or the level is impossible
 * @see agrees with R `fisher.test`
 */
export function fisherExactTest(table: TwoByTwo, level = 0.95): FisherExactTest {
  for (const count of table.flat()) checkCount('fisherExactTest', 'count', count, 0)
  checkLevel('fisherExactTest', level)
  const [[a, b], [c, d]] = table
  const population = a + b + c + d
  checkCount('fisherExactTest', 'population', population, 1)
  const least = Math.max(0, a + c - (c + d))
  const most = Math.min(a + b, a + c)
  const outcomes = { logs: logChances(table, least, most), least }
  const now = tilted(outcomes, 0)
  const observed = (now.chances[a - now.from] ?? 0) * (1 + 1e-7)
  const p = Math.min(
    1,
    now.chances.reduce((sum, chance) => (chance <= observed ? sum + chance : sum), 0),
  )
  const half = (1 - level) / 2
  return {
    p,
    oddsRatio: a === least ? 0 : a === most ? Infinity : Math.exp(solve((t) => meanAt(outcomes, t) - a)),
    interval: {
      low: a === least ? 0 : Math.exp(solve((t) => 1 - belowAt(outcomes, t, a - 1) - half)),
      high: a === most ? Infinity : Math.exp(solve((t) => half - belowAt(outcomes, t, a))),
    },
  }
}

/** Log chances of each count from `least` on, without association and up to a constant. */
type Outcomes = { logs: Float64Array; least: number }

/** By the ratio of neighbours, so that nothing vanishes however many people there are. */
function logChances([[a, b], [c, d]]: TwoByTwo, least: number, most: number): Outcomes['logs'] {
  const logs = new Float64Array(most - least + 1)
  for (let k = 1; k < logs.length; k++) {
    const count = least + k
    const up = (a + b - count + 1) * (a + c - count + 1)
    logs[k] = logs[k - 1]! + Math.log(up / count / (d - a + count))
  }
  return logs
}

/** Chances of the counts from `from` on; those beyond the list are too small for doubles. */
type Chances = { from: number; chances: Float64Array }

/** Chances when the log odds ratio is t. */
function tilted({ logs, least }: Outcomes, t: number): Chances {
  const last = logs.length - 1
  const height = (k: number) => logs[k]! + k * t
  // Log chances rise to one top and fall from it.
  const top = firstWhere(0, last, (k) => height(k + 1) <= height(k))
  const reach = height(top) - LEAST_LOG
  const first = firstWhere(0, top, (k) => height(k) > reach)
  const end = firstWhere(top, last + 1, (k) => height(k) <= reach)
  const heights = logs.subarray(first, end).map((_, k) => Math.exp(height(first + k) - height(top)))
  const total = heights.reduce((sum, each) => sum + each, 0)
  return { from: least + first, chances: heights.map((each) => each / total) }
}

/** The first whole number from `low` on for which something holds that goes on holding; `high` if for none below. */
function firstWhere(low: number, high: number, holds: (k: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

function meanAt(outcomes: Outcomes, t: number): number {
  const { from, chances } = tilted(outcomes, t)
  return chances.reduce((sum, chance, k) => sum + chance * (from + k), 0)
}

/** P(count ≤ most). */
function belowAt(outcomes: Outcomes, t: number, most: number): number {
  const { from, chances } = tilted(outcomes, t)
  return chances.reduce((sum, chance, k) => (from + k <= most ? sum + chance : sum), 0)
}

/** The zero of a growing function of the log odds ratio, by halving. */
function solve(growing: (t: number) => number): number {
  let low = -1
  let high = 1
  while (growing(low) > 0) low *= 2
  while (growing(high) < 0) high *= 2
  while (high - low > 1e-13 * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2
    if (growing(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
