import { checkCount, checkShare } from '../argument-checks.ts'

/** A whole count and the percentage it prints as, the latter as a share of 1. */
export type AttainableShare = { successes: number; share: number }

/**
 * All whole counts that print as the given percentage of a denominator: what a rounded percentage can mean,
 * and what it gives away. At ties both rounding half up and half to even are accepted.
 *
 * @param share the printed percentage as a share of 1: 71.4 % is 0.714
 * @param denominator whole number, at least 1
 * @param decimals of the printed percentage, 0 to 6
 * @returns ascending counts; empty when no count prints so
 * @throws RangeError when the share is outside 0 and 1 or has more decimals, or the denominator is impossible
 */
export function feasibleCounts(share: number, denominator: number, decimals: number): number[] {
  const printed = printedShare('feasibleCounts', share, denominator, decimals)
  const { least, most } = feasibleRange(printed, denominator)
  const counts: number[] = []
  for (let count = least; count <= most; count++) counts.push(count)
  return counts
}

/** Whether any whole count of the denominator prints as this percentage; arguments as in `feasibleCounts`. */
export function isShareFeasible(share: number, denominator: number, decimals: number): boolean {
  const { least, most } = feasibleRange(
    printedShare('isShareFeasible', share, denominator, decimals),
    denominator,
  )
  return least <= most
}

/**
 * The attainable percentages next below and next above a printed one, to explain why it is (or is not)
 * possible: of 7 pupils 70 % cannot be, 57 % (4) and 71 % (5) can. Arguments as in `feasibleCounts`.
 *
 * @returns neighbours rounded half up to the same decimals; undefined below none and above all
 * @throws RangeError as `feasibleCounts`
 */
export function nearestFeasibleShares(
  share: number,
  denominator: number,
  decimals: number,
): { below: AttainableShare | undefined; above: AttainableShare | undefined } {
  const printed = printedShare('nearestFeasibleShares', share, denominator, decimals)
  const { least, most } = feasibleRange(printed, denominator)
  const attainable = (successes: number) => ({
    successes,
    share: Math.floor((2 * printed.scale * successes + denominator) / (2 * denominator)) / printed.scale,
  })
  return {
    below: least > 0 ? attainable(least - 1) : undefined,
    above: most < denominator ? attainable(most + 1) : undefined,
  }
}

/**
 * GRIM: whether whole answers can have this printed mean. With few respondents only some means exist.
 *
 * @param mean as printed, of answers that are whole numbers
 * @param n respondents, whole number, at least 1
 * @param decimals of the printed mean, 0 to 6
 * @param items whole answers of each respondent that the mean goes over
 * @throws RangeError when the mean has more decimals than said, or a count is impossible
 * @see Brown & Heathers (2017), The GRIM Test, Social Psychological and Personality Science 8(4)
 */
export function isMeanFeasible(mean: number, n: number, decimals: number, items = 1): boolean {
  checkCount('isMeanFeasible', 'n', n, 1)
  checkCount('isMeanFeasible', 'items', items, 1)
  const printed = printedNumber('isMeanFeasible', Math.abs(mean), decimals, 10 ** decimals, n * items)
  const { least, most } = unboundedRange(printed, n * items)
  return least <= most
}

/** A printed number in units of its last digit; `scale` such units make 1. */
type Printed = { units: number; scale: number }

function printedShare(caller: string, share: number, denominator: number, decimals: number): Printed {
  checkShare(caller, share)
  checkCount(caller, 'denominator', denominator, 1)
  return printedNumber(caller, share, decimals, 100 * 10 ** decimals, denominator)
}

function printedNumber(caller: string, value: number, decimals: number, scale: number, n: number): Printed {
  checkCount(caller, 'decimals', decimals, 0, 6)
  const units = Math.round(value * scale)
  if (!(Math.abs(value * scale - units) < 1e-6)) {
    throw new RangeError(`${caller}: ${value} is not printed with ${decimals} decimals`)
  }
  if (!Number.isSafeInteger(4 * (units + scale) * n)) {
    throw new RangeError(`${caller}: ${value} of ${n} is too large to be checked exactly`)
  }
  return { units, scale }
}

/** Counts k with units − ½ ≤ scale·k/n ≤ units + ½, the upper tie only where half to even reaches it. */
function unboundedRange({ units, scale }: Printed, n: number): { least: number; most: number } {
  const upper = (2 * units + 1) * n
  const isUpperTieOut = upper % (2 * scale) === 0 && units % 2 === 1
  return {
    least: Math.ceil(((2 * units - 1) * n) / (2 * scale)),
    most: Math.floor(upper / (2 * scale)) - (isUpperTieOut ? 1 : 0),
  }
}

function feasibleRange(printed: Printed, n: number): { least: number; most: number } {
  const { least, most } = unboundedRange(printed, n)
  return { least: Math.max(0, least), most: Math.min(n, most) }
}
