/**
 * Starting intercepts from the shares of the categories among those who answered.
 *
 * @param counts per category 0…highest the number of answers
 * @param kind see `Item`
 */
export function startIntercepts(counts: readonly number[], kind: 'partialCredit' | 'graded'): number[] {
  const smooth = counts.map((count) => count + 0.5)
  if (kind === 'partialCredit') return smooth.slice(1).map((count) => 1.2 * Math.log(count / smooth[0]!))
  const total = smooth.reduce((sum, count) => sum + count, 0)
  let above = total
  return smooth.slice(1).map((_, at) => {
    above -= smooth[at]!
    return 1.2 * Math.log(above / (total - above))
  })
}
