/** Pearson's correlation with weights; NaN when one side does not vary. */
export function weightedCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  let [total, sumX, sumY] = [0, 0, 0]
  for (let at = 0; at < x.length; at++) {
    const weight = weights?.[at] ?? 1
    total += weight
    sumX += weight * x[at]!
    sumY += weight * y[at]!
  }
  const [meanX, meanY] = [sumX / total, sumY / total]
  let [xx, yy, xy] = [0, 0, 0]
  for (let at = 0; at < x.length; at++) {
    const weight = weights?.[at] ?? 1
    xx += weight * (x[at]! - meanX) ** 2
    yy += weight * (y[at]! - meanY) ** 2
    xy += weight * (x[at]! - meanX) * (y[at]! - meanY)
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN
}
