import { checkCount, checkLevel } from '../argument-checks.ts'
import type { Interval } from '../interval.ts'

/** Two groups, and how many of each have a mark and do not. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]]

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
 * Fisher's exact test that two shares are the same, for groups of any size.
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
  const chances = tilted(outcomes, 0)
  const observed = (chances[a - least] as number) * (1 + 1e-7)
  const p = Math.min(
    1,
    chances.reduce((sum, chance) => (chance <= observed ? sum + chance : sum), 0),
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
    logs[k] = (logs[k - 1] as number) + Math.log(up / count / (d - a + count))
  }
  return logs
}

/** Chances of each count when the log odds ratio is t. */
function tilted({ logs }: Outcomes, t: number): Float64Array {
  const moved = logs.map((log, k) => log + k * t)
  const top = moved.reduce((most, log) => Math.max(most, log), -Infinity)
  const heights = moved.map((log) => Math.exp(log - top))
  const total = heights.reduce((sum, height) => sum + height, 0)
  return heights.map((height) => height / total)
}

function meanAt(outcomes: Outcomes, t: number): number {
  return tilted(outcomes, t).reduce((sum, chance, k) => sum + chance * (outcomes.least + k), 0)
}

/** P(count ≤ most). */
function belowAt(outcomes: Outcomes, t: number, most: number): number {
  return tilted(outcomes, t).reduce((sum, chance, k) => (outcomes.least + k <= most ? sum + chance : sum), 0)
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
