/**
 * Nodes and weights that integrate against a normal density exactly up to degree 2·count − 1.
 *
 * @returns nodes ascending, weights with the sum 1
 * @throws RangeError when count is not from 1 to 100, or sd not above 0
 */
export function gaussHermite(
  count: number,
  mean = 0,
  sd = 1,
): { nodes: Float64Array; weights: Float64Array } {
  if (!(Number.isInteger(count) && count >= 1 && count <= 100)) {
    throw new RangeError(`gaussHermite: count ${count} is not a whole number from 1 to 100`)
  }
  if (!(Number.isFinite(mean) && sd > 0 && sd < Infinity)) {
    throw new RangeError(`gaussHermite: mean ${mean} and sd ${sd} are those of no density`)
  }
  const nodes = new Float64Array(count)
  const weights = new Float64Array(count)
  // Roots of the orthonormal polynomials lie between those of the one before; bisection cannot miss.
  let roots: number[] = []
  for (let degree = 1; degree <= count; degree++) {
    const edge = 2 * Math.sqrt(degree) + 1
    const bounds = [-edge, ...roots, edge]
    roots = bounds.slice(1).map((high, at) => rootBetween(bounds[at]!, high, degree))
  }
  for (const [at, root] of roots.entries()) {
    nodes[at] = mean + sd * root
    weights[at] = 1 / (count * hermite(root, count - 1) ** 2)
  }
  return { nodes, weights }
}

function rootBetween(from: number, to: number, degree: number): number {
  let [low, high] = [from, to]
  const sign = Math.sign(hermite(low, degree))
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (Math.sign(hermite(middle, degree)) === sign) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Orthonormal Hermite polynomial for the standard normal density. */
function hermite(x: number, degree: number): number {
  let [before, here] = [0, 1]
  for (let n = 0; n < degree; n++)
    [before, here] = [here, (x * here - Math.sqrt(n) * before) / Math.sqrt(n + 1)]
  return here
}
