import { chiSquareCdf, normalCdf } from '@izaugsme/statistics'
import type { Responses } from '../data/responses.ts'
import {
  adjustTested,
  FEWEST_FOCAL,
  groupSizes,
  type MatchedPerson,
  matchedPersons,
  prepareMatching,
} from './matching.ts'

/** How an item treats two groups of equal ability; all numbers are NaN when it was not tested. */
export type ItemDif = {
  /** `not tested` when fewer than asked of either group answered it, or no two persons with the same score differ in group and answer */
  readonly status: 'tested' | 'not tested'
  /** persons of each group who answered it */
  readonly focal: number
  readonly reference: number
  /** Mantel–Haenszel χ² with continuity correction, 1 degree of freedom, and its p */
  readonly chiSquare: number
  readonly p: number
  /** p adjusted for the number of items (Benjamini–Hochberg) */
  readonly adjustedP: number
  /** common odds ratio: above 1 the item favours the reference group */
  readonly oddsRatio: number
  /** ETS delta, −2.35 · ln(odds ratio), and its standard error; NaN when delta has no bound */
  readonly delta: number
  readonly deltaError: number
  /** A negligible, B moderate, C large; undefined when not tested */
  readonly etsClass: 'A' | 'B' | 'C' | undefined
}

export type DifResult = {
  /** `not tested` when a group has fewer persons than asked: nothing is known then, also not the absence of DIF */
  readonly status: 'tested' | 'not tested'
  readonly focal: number
  readonly reference: number
  /** one for each item; empty when not tested */
  readonly items: readonly ItemDif[]
  /** items flagged */
  readonly flagged: readonly number[]
  /** rounds of purification */
  readonly iterations: number
  /** whether purification came to rest */
  readonly converged: boolean
}

export type DifOptions = {
  /** whether flagged items leave the matching score, again and again until the set stays */
  purify?: boolean
  level?: number
  /** `benjamini-hochberg` (the default) controls false flags among all items; `none` tests each on its own */
  adjust?: 'benjamini-hochberg' | 'none'
  /** fewest persons in either group, for each item too; 100 when left out */
  fewest?: number
  mostIterations?: number
}

/**
 * Differential item functioning by Mantel–Haenszel: do persons with the same score but of different groups solve
 * the item equally often? Items scored 0 and 1. With booklets, only persons with the same items are matched.
 * Weights count as so many persons.
 *
 * @param isFocal per person whether it is of the focal group (often the smaller one)
 * @throws RangeError when an item has more than two categories, lengths differ, or the level is not within 0 and 1
 * @see Holland & Thayer (1988); Zwick (2012), ETS RR-12-08 on the classes; agrees with R `mantelhaen.test` and `difR`
 */
export function mantelHaenszelDif(
  data: Responses,
  isFocal: readonly boolean[],
  options: DifOptions = {},
): DifResult {
  const several = data.highest.findIndex((top) => top > 1)
  if (several >= 0) {
    throw new RangeError(
      `mantelHaenszelDif: item ${several} has highest category ${data.highest[several]}, not 1`,
    )
  }
  const { setOf, focal, reference } = prepareMatching('mantelHaenszelDif', data, isFocal)
  const { purify = false, level = 0.05, adjust = 'benjamini-hochberg', fewest = FEWEST_FOCAL } = options
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`mantelHaenszelDif: level ${level} is not within 0 and 1`)
  }
  if (!(Math.min(focal, reference) >= fewest)) {
    return { status: 'not tested', focal, reference, items: [], flagged: [], iterations: 0, converged: true }
  }
  let flagged: number[] = []
  for (let iterations = 1; ; iterations++) {
    const matching = new Set(
      Array.from({ length: data.items }, (_, item) => item).filter((item) => !flagged.includes(item)),
    )
    const tested = Array.from({ length: data.items }, (_, item) =>
      testItem(matchedPersons(data, isFocal, item, matching, setOf), fewest),
    )
    const adjusted = adjustTested(tested.map((item) => item.p))
    const found = tested.flatMap((item, at) =>
      (adjust === 'none' ? item.p : adjusted[at]!) <= level ? [at] : [],
    )
    const converged = !purify || found.join() === flagged.join()
    if (converged || iterations >= (options.mostIterations ?? 20)) {
      const items = tested.map((item, at) => ({ ...item, adjustedP: adjusted[at]! }))
      return {
        status: 'tested',
        focal,
        reference,
        items,
        flagged: found,
        iterations: iterations - 1,
        converged,
      }
    }
    flagged = found
  }
}

type Stratum = { right: number; wrong: number; focalRight: number; focalWrong: number }

function testItem(persons: readonly MatchedPerson[], fewest: number): Omit<ItemDif, 'adjustedP'> {
  const sizes = groupSizes(persons)
  const sums = sumStrata(persons)
  const isTested = Math.min(sizes.focal, sizes.reference) >= fewest && sums.variance > 0
  return isTested
    ? { status: 'tested', ...sizes, ...measure(sums) }
    : { status: 'not tested', ...sizes, ...UNKNOWN }
}

const UNKNOWN = {
  chiSquare: Number.NaN,
  p: Number.NaN,
  oddsRatio: Number.NaN,
  delta: Number.NaN,
  deltaError: Number.NaN,
  etsClass: undefined,
}

function measure({ difference, variance, r, s, pr, psqr, qs }: ReturnType<typeof sumStrata>) {
  // As in R, a difference within the correction of ½ is not corrected.
  const corrected = difference < 0.5 ? difference : difference - 0.5
  const chiSquare = corrected ** 2 / variance
  const oddsRatio = r / s
  const delta = -2.35 * Math.log(oddsRatio)
  const deltaError = 2.35 * Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s))
  const p = chiSquareCdf(chiSquare, 1, 'upper')
  return { chiSquare, p, oddsRatio, delta, deltaError, etsClass: etsClassOf(delta, deltaError, p) }
}

/** Sums over the strata of equal score, named as in Robins, Breslow & Greenland (1986) on the error of the odds ratio. */
function sumStrata(persons: readonly MatchedPerson[]) {
  let [seen, expected, variance, r, s, pr, psqr, qs] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { right, wrong, focalRight, focalWrong } of strataOf(persons)) {
    const total = right + wrong + focalRight + focalWrong
    const [reference, focal] = [right + wrong, focalRight + focalWrong]
    const [all, none] = [right + focalRight, wrong + focalWrong]
    if (!(total > 1) || reference === 0 || focal === 0) continue
    seen += right
    expected += (reference * all) / total
    variance += (reference * focal * all * none) / (total * total * (total - 1))
    const [p, q] = [(right + focalWrong) / total, (wrong + focalRight) / total]
    const [favour, against] = [(right * focalWrong) / total, (wrong * focalRight) / total]
    r += favour
    s += against
    pr += p * favour
    psqr += p * against + q * favour
    qs += q * against
  }
  return { difference: Math.abs(seen - expected), variance, r, s, pr, psqr, qs }
}

function strataOf(persons: readonly MatchedPerson[]): Iterable<Stratum> {
  const strata = new Map<string, Stratum>()
  for (const { isFocal, value, score, set, weight } of persons) {
    const key = `${set}:${score}`
    const stratum = strata.get(key) ?? { right: 0, wrong: 0, focalRight: 0, focalWrong: 0 }
    if (isFocal) stratum[value === 1 ? 'focalRight' : 'focalWrong'] += weight
    else stratum[value === 1 ? 'right' : 'wrong'] += weight
    strata.set(key, stratum)
  }
  return strata.values()
}

function etsClassOf(delta: number, error: number, p: number): 'A' | 'B' | 'C' {
  const size = Math.abs(delta)
  if (!(size >= 1) || p > 0.05) return 'A'
  // Without a bound there is no error to hold the size against: what is not chance is large then.
  const isBeyondOne = size === Infinity || normalCdf(-(size - 1) / error) < 0.05
  return size >= 1.5 && isBeyondOne ? 'C' : 'B'
}
