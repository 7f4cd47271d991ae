/** An estimate from several plausible values. */
export type PooledEstimate = {
  readonly estimate: number
  readonly error: number
  /** variance within and between plausible values */
  readonly within: number
  readonly between: number
  /** degrees of freedom; Infinity when plausible values agree */
  readonly df: number
  /** share of the variance that is due to not measuring ability exactly */
  readonly missingShare: number
}

/**
 * Rubin's rules: each analysis is done once with each plausible value, then pooled, V = Ū + (1 + 1/M)·B.
 *
 * @param estimates one for each plausible value, at least two (older studies published five); `plausibleValues`
 *   draws ten or more
 * @param variances squared standard errors of the estimates
 * @throws RangeError when there are fewer than two, the lengths differ, or a number is not finite or negative
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys
 */
export function poolPlausibleValues(
  estimates: readonly number[],
  variances: readonly number[],
): PooledEstimate {
  const count = estimates.length
  if (count < 2) throw new RangeError(`poolPlausibleValues: ${count} estimates are fewer than 2`)
  if (variances.length !== count) {
    throw new RangeError(`poolPlausibleValues: ${variances.length} variances for ${count} estimates`)
  }
  if (!estimates.every(Number.isFinite)) {
    throw new RangeError(`poolPlausibleValues: estimates ${estimates} are not all numbers`)
  }
  if (!variances.every((variance) => variance >= 0 && variance < Infinity)) {
    throw new RangeError(`poolPlausibleValues: variances ${variances} are not all at least 0`)
  }
  const estimate = estimates.reduce((sum, each) => sum + each, 0) / count
  const within = variances.reduce((sum, each) => sum + each, 0) / count
  const between = estimates.reduce((sum, each) => sum + (each - estimate) ** 2, 0) / (count - 1)
  const extra = (1 + 1 / count) * between
  const total = within + extra
  return {
    estimate,
    error: Math.sqrt(total),
    within,
    between,
    df: extra > 0 ? (count - 1) * (total / extra) ** 2 : Infinity,
    missingShare: total > 0 ? extra / total : 0,
  }
}
