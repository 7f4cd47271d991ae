/**
 * (n, k) dominance: by how much the attacker's upper bound must exceed a cell so that the n largest are no more
 * than the share k of it. Positive means that the cell is sensitive.
 *
 * @param largest contributions in falling order; cells without any are not judged
 * @see Hundepool et al. (2012), Statistical Disclosure Control, table 4.2
 */
export function dominanceShortfall(
  value: number,
  largest: readonly number[],
  rule: { largest: number; share: number } | undefined,
): number {
  if (!rule || largest.length === 0) return 0
  const top = largest.slice(0, rule.largest).reduce((sum, each) => sum + each, 0)
  return top / rule.share - value
}

/**
 * p % rule: by how much the attacker's upper bound must exceed a cell so that the second largest contributor
 * cannot tell the largest to within the share p. Positive means that the cell is sensitive.
 *
 * @param largest contributions in falling order; cells without any are not judged
 * @see Hundepool et al. (2012), Statistical Disclosure Control, table 4.2
 */
export function pPercentShortfall(
  value: number,
  largest: readonly number[],
  share: number | undefined,
): number {
  const [first, second = 0] = largest
  if (share === undefined || first === undefined) return 0
  return share * first - (value - first - second)
}
