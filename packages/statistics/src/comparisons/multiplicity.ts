/**
 * Benjamini–Hochberg adjusted p-values, for "which of these many schools differ": calling those at or below
 * 0.05 different, at most 5 % of the calls are expected to be wrong.
 *
 * @param pValues each within 0 and 1, independent or positively dependent; may be empty
 * @returns adjusted values in the order given
 * @throws RangeError when a p-value is outside 0 and 1
 * @see Benjamini & Hochberg (1995), JRSS B 57(1); agrees with R `p.adjust(p, 'BH')`
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = ascendingOrder('benjaminiHochberg', pValues)
  const adjusted = new Array<number>(pValues.length)
  let bound = 1
  for (const [fromLargest, { p, index }] of order.toReversed().entries()) {
    bound = Math.min(bound, (p * order.length) / (order.length - fromLargest))
    adjusted[index] = bound
  }
  return adjusted
}

/**
 * Holm adjusted p-values, for a handful of planned comparisons: calling those at or below 0.05 different, the
 * chance of even one wrong call is at most 5 %, however the comparisons depend on each other.
 *
 * @param pValues each within 0 and 1; may be empty
 * @returns adjusted values in the order given
 * @throws RangeError when a p-value is outside 0 and 1
 * @see Holm (1979), Scandinavian Journal of Statistics 6(2); agrees with R `p.adjust(p, 'holm')`
 */
export function holm(pValues: readonly number[]): number[] {
  const order = ascendingOrder('holm', pValues)
  const adjusted = new Array<number>(pValues.length)
  let bound = 0
  for (const [fromSmallest, { p, index }] of order.entries()) {
    bound = Math.max(bound, Math.min(1, p * (order.length - fromSmallest)))
    adjusted[index] = bound
  }
  return adjusted
}

function ascendingOrder(caller: string, pValues: readonly number[]): { p: number; index: number }[] {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1))
  if (wrong !== undefined) throw new RangeError(`${caller}: p-value ${wrong} is not within 0 and 1`)
  return pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p)
}
