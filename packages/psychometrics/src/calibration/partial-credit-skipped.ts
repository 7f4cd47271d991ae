import { takeFromLower } from '../numerics/symmetric.ts'
import type { Features } from './partial-credit-features.ts'
import type { PosteriorWalk } from './posterior-walk.ts'

/** Sums over the rows of a cell that skipped items, by the parameters (as features name them) of those items. */
export type SkippedSums = {
  /** parameters × nodes: Σ weight · p(q) · (value(q) − E(value)) over the rows that lack the parameter */
  readonly leans: Float64Array
  /** parameters × parameters, lower triangle: Σ weight · covariance over the rows that lack both */
  readonly both: Float64Array
  /** parameters × booklet items: Σ weight · category · Cov(value, θ); empty where slopes are 1 */
  readonly products: Float64Array
  /** per parameter 1 when some row lacks it */
  readonly isLacked: Uint8Array
}

/** No rows yet; `length` is the number of the booklet's items, or 0 where slopes are 1. */
export function emptySkippedSums({ parameters, values }: Features, length: number): SkippedSums {
  const count = parameters.length
  return {
    leans: new Float64Array(values.length),
    both: new Float64Array(count * count),
    products: new Float64Array(count * length),
    isLacked: new Uint8Array(count),
  }
}

/**
 * Adds the row last walked, in a number of steps that grows with its skipped items and not with the booklet.
 *
 * @param lacked places of the parameters of the skipped items
 * @param start where the row's categories begin
 */
export function addSkipped(
  { leans, both, products, isLacked }: SkippedSums,
  { values, parameters, slopePlaces }: Features,
  lacked: Int32Array,
  walk: PosteriorWalk,
  nodes: Float64Array,
  weight: number,
  categories: Uint8Array | undefined,
  start: number,
): void {
  const { mass, from, to, sum } = walk
  const size = nodes.length
  const length = slopePlaces.length
  for (let one = 0; one < lacked.length; one++) {
    const v = lacked[one]!
    isLacked[v] = 1
    let mean = 0
    for (let q = from; q <= to; q++) mean += mass[q]! * values[v * size + q]!
    mean /= sum
    let withAbility = 0
    for (let q = from; q <= to; q++) {
      const lean = (weight * mass[q]! * (values[v * size + q]! - mean)) / sum
      leans[v * size + q]! += lean
      withAbility += lean * nodes[q]!
    }
    for (let other = 0; other < one; other++) {
      const u = lacked[other]!
      let covariance = 0
      for (let q = from; q <= to; q++) {
        covariance += mass[q]! * (values[v * size + q]! - mean) * values[u * size + q]!
      }
      both[v * parameters.length + u]! += (weight * covariance) / sum
    }
    if (!categories) continue
    for (let at = 0; at < length; at++) products[v * length + at]! += withAbility * categories[start + at]!
  }
}

/** Gives back to the information what was taken for skipped items as if they had been answered. */
export function giveBackSkipped(
  order: number,
  { parameters, values, slopePlaces }: Features,
  { leans, both, products, isLacked }: SkippedSums,
  information: Float64Array,
): void {
  const count = parameters.length
  const length = slopePlaces.length
  const size = values.length / count
  const give = (u: number, v: number, what: number) => {
    takeFromLower(information, order, parameters[u]!, parameters[v]!, -what)
  }
  for (let v = 0; v < count; v++) {
    if (isLacked[v] === 0) continue
    for (let u = 0; u < count; u++) {
      let covariance = 0
      for (let q = 0; q < size; q++) covariance += leans[v * size + q]! * values[u * size + q]!
      // Rows that lack both parameters are in the sums of both.
      give(u, v, u < v ? covariance - both[v * count + u]! : covariance)
    }
    if (products.length === 0) continue
    for (let at = 0; at < length; at++) {
      if (slopePlaces[at]! >= 0) give(slopePlaces[at]!, v, products[v * length + at]!)
    }
  }
}
