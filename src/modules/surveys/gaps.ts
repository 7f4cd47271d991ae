import {
  effectiveSampleSize,
  holm,
  hypergeometricPmf,
  newcombeInterval,
  type ObservedShare,
  twoProportionsTest,
} from '@izaugsme/statistics'
import { observedShare, resultFinder } from './estimate.ts'
import type { SurveyGroup, SurveyTable } from './model.ts'

/** Below this many respondents one person weighs more than 3 percentage points. */
export const SMALL_GROUP = 30

/** Chance of even one wrong "certain" among all comparisons of a survey. */
const ERROR_RATE = 0.05

/**
 * What the sizes of the groups allow one to say about a gap.
 *
 * - `certain`: the groups differ; the 95 % interval excludes 0, and the difference stands even though all
 *   pairs of the survey were compared
 * - `tooSmall`: not certain, and in one of the groups few answered, so a real gap would hardly show
 * - `uncertain`: not certain, though the groups are large enough
 */
export type GapVerdict = 'certain' | 'uncertain' | 'tooSmall'

/** Two groups' answers to the same item; the first group has the higher share. */
export type Gap = {
  item: string
  first: { group: string; percent: number }
  second: { group: string; percent: number }
  /** First less second, in percentage points, with its 95 % interval. */
  points: number
  lowPoints: number
  highPoints: number
  /** Two-sided. */
  p: number
  /** The same after Holm's adjustment for all pairs compared in the survey. */
  adjustedP: number
  /** How many pairs were compared in the survey. */
  comparisons: number
  verdict: GapVerdict
  /** How much one person weighs in the group where fewer answered, in percentage points. */
  onePersonPoints: number
}

/**
 * Every pair of groups that answered the same item, the widest gap first.
 *
 * Interval by Newcombe and p by the score test, both with finite population correction where the size of
 * the group is known. The score test is too sure of itself in the far tail when few answered; where a group
 * tells no more than `SMALL_GROUP` people of a large population would, p is the larger of its p and that
 * of Fisher's exact test.
 * Adjusted by Holm over all pairs of the survey, since "certain" should hold for every pair it is said of
 * and the pairs share groups and people, for which Benjamini–Hochberg gives no guarantee.
 */
export function findGaps(table: SurveyTable): Gap[] {
  const pairs = findPairs(table)
  const adjusted = holm(pairs.map(({ p }) => p))
  const gaps = pairs.map(({ item, high, low, p }, index): Gap => {
    const interval = newcombeInterval(high.observed, low.observed)
    const adjustedP = adjusted[index] ?? 1
    const isCertain = adjustedP <= ERROR_RATE && interval.low > 0
    return {
      item,
      first: { group: high.group.code, percent: high.percent },
      second: { group: low.group.code, percent: low.percent },
      points: high.percent - low.percent,
      lowPoints: interval.low * 100,
      highPoints: interval.high * 100,
      p,
      adjustedP,
      comparisons: pairs.length,
      verdict: isCertain ? 'certain' : isFew(high) || isFew(low) ? 'tooSmall' : 'uncertain',
      onePersonPoints: 100 / Math.min(high.observed.sample, low.observed.sample),
    }
  })
  return gaps.sort((a, b) => b.points - a.points || a.adjustedP - b.adjustedP)
}

/** The widest gap of each item, the widest first. */
export function findWidestGaps(table: SurveyTable): Gap[] {
  const seen = new Set<string>()
  return findGaps(table).filter(({ item }) => !seen.has(item) && seen.add(item))
}

type Side = { group: SurveyGroup; percent: number; observed: ObservedShare }

function findPairs(table: SurveyTable) {
  const find = resultFinder(table)
  return table.items.flatMap(({ code: item }) => {
    const sides = table.groups.flatMap((group): Side[] => {
      const result = find(group.code, item)
      const observed = result && observedShare(group, result)
      return observed ? [{ group, percent: result.share ?? 0, observed }] : []
    })
    return sides.flatMap((side, index) =>
      sides.slice(index + 1).map((other) => {
        const [high, low] = side.percent >= other.percent ? [side, other] : [other, side]
        return { item, high, low, p: pValue(high, low) }
      }),
    )
  })
}

function pValue(high: Side, low: Side): number {
  const { p } = twoProportionsTest(high.observed, low.observed)
  return tellsLittle(high) || tellsLittle(low) ? Math.max(p, fisherP(high.observed, low.observed)) : p
}

const isFew = ({ observed }: Side) => observed.sample < SMALL_GROUP && observed.sample !== observed.population

/** 29 of 30 tell more than 800 of very many; 10 of nobody knows how many tell what ten tell. */
const tellsLittle = ({ observed: { sample, population } }: Side) =>
  effectiveSampleSize(sample, population) < SMALL_GROUP

/** Stands for a group of which everybody answered, so that nothing is left to chance in it. */
const AS_GOOD_AS_ALL = 50_000

/**
 * Fisher's exact test, two-sided: all tables as unlikely as this one or less. A group of known size counts
 * with its effective sample size. Agrees with R `fisher.test` where sizes are not known.
 */
export function fisherP(first: ObservedShare, second: ObservedShare): number {
  const one = effectiveCounts(first)
  const other = effectiveCounts(second)
  const marked = one.successes + other.successes
  const probability = (count: number) => hypergeometricPmf(count, marked, one.size, one.size + other.size)
  const limit = probability(one.successes) * (1 + 1e-7)
  const least = Math.max(0, marked - other.size)
  const most = Math.min(one.size, marked)
  let sum = 0
  for (let count = least; count <= most; count++) {
    const chance = probability(count)
    if (chance <= limit) sum += chance
  }
  return Math.min(1, sum)
}

function effectiveCounts({ share, sample, successes, population }: ObservedShare) {
  const size = Math.min(AS_GOOD_AS_ALL, Math.round(effectiveSampleSize(sample, population)))
  const exact = successes === undefined ? share : successes / sample
  return { size, successes: Math.round(exact * size) }
}
