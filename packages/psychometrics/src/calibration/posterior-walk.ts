/** What is common to all persons of a booklet and group: the posterior but for the person's own score. */
export type WalkTable = {
  readonly nodes: Float64Array
  readonly step: number
  /** logarithm of prior and likelihood without the term score·θ, per node */
  readonly base: Float64Array
  /** exp of the change of `base` to the next node above, and to the next below */
  readonly up: Float64Array
  readonly down: Float64Array
}

/** The posterior of one person over the nodes. Only nodes `from` to `to` carry weight. */
export class PosteriorWalk {
  /** weights, not yet divided by `sum`; what lies outside from…to is left over from earlier persons */
  readonly mass: Float64Array
  from = 0
  to = 0
  sum = 1
  mean = 0
  /** logarithm of the integral of prior and likelihood, without terms that do not depend on θ */
  logIntegral = 0
  peak = 0

  constructor(nodes: number) {
    this.mass = new Float64Array(nodes)
  }

  /**
   * Weighs the nodes for a person whose likelihood is exp(score·θ − …). As the log-posterior is concave and
   * its score term linear, the weights follow from node to node by multiplication: two exponentials a person,
   * and only the nodes near the peak are visited (weights below 1e-16 of the peak end the walk).
   *
   * @param score Σ slope·category of the person
   */
  weigh(table: WalkTable, score: number): void {
    const { nodes, step, base, up, down } = table
    const { mass } = this
    const last = nodes.length - 1
    const rise = Math.exp(step * score)
    const fall = 1 / rise
    let peak = Math.min(this.peak, last)
    while (peak < last && up[peak]! * rise > 1) peak++
    while (peak > 0 && down[peak]! * fall > 1) peak--
    mass[peak] = 1
    let sum = 1
    let first = nodes[peak]!
    let weight = 1
    let at = peak
    while (at < last) {
      weight *= up[at]! * rise
      if (weight < 1e-16) break
      at++
      mass[at] = weight
      sum += weight
      first += weight * nodes[at]!
    }
    this.to = at
    weight = 1
    at = peak
    while (at > 0) {
      weight *= down[at]! * fall
      if (weight < 1e-16) break
      at--
      mass[at] = weight
      sum += weight
      first += weight * nodes[at]!
    }
    this.from = at
    this.peak = peak
    this.sum = sum
    this.mean = first / sum
    this.logIntegral = base[peak]! + nodes[peak]! * score + Math.log(sum)
  }

  /** Variance of the posterior last weighed. */
  variance(nodes: Float64Array): number {
    let square = 0
    for (let at = this.from; at <= this.to; at++) square += this.mass[at]! * (nodes[at]! - this.mean) ** 2
    return square / this.sum
  }
}

/** Prepares the ratios that a walk multiplies. */
export function walkTable(nodes: Float64Array, step: number, base: Float64Array): WalkTable {
  const up = stepRatios(base)
  const down = new Float64Array(nodes.length)
  for (let at = 1; at < down.length; at++) down[at] = 1 / up[at - 1]!
  return { nodes, step, base, up, down }
}

/** exp of the change to the next node above; 0 at the last. */
export function stepRatios(logarithms: Float64Array): Float64Array {
  const ratios = new Float64Array(logarithms.length)
  for (let at = 0; at + 1 < ratios.length; at++) ratios[at] = Math.exp(logarithms[at + 1]! - logarithms[at]!)
  return ratios
}
