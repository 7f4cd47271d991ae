import { abilityRange, type Item } from '../models/item.ts'

/** Moments of the score Σ slope·category of partial credit items, at the ability last visited. */
class ScoreMoments {
  expected = 0
  /** information, Warm's J, and the fourth cumulant: each is the derivative of the one before */
  information = 0
  third = 0
  fourth = 0
  private readonly slopes: Float64Array
  private readonly tops: Int32Array
  private readonly intercepts: Float64Array

  constructor(items: readonly Item[]) {
    this.slopes = Float64Array.from(items, (item) => item.slope)
    this.tops = Int32Array.from(items, (item) => item.intercepts.length)
    this.intercepts = Float64Array.from(items.flatMap((item) => [...item.intercepts]))
  }

  visit(theta: number): void {
    const { slopes, tops, intercepts } = this
    this.expected = this.information = this.third = this.fourth = 0
    for (let item = 0, from = 0; item < tops.length; item++) {
      const a = slopes[item]!
      const top = tops[item]!
      if (top === 1) {
        const p = 1 / (1 + Math.exp(-a * theta - intercepts[from]!))
        const variance = p * (1 - p)
        const skew = 1 - 2 * p
        this.expected += a * p
        this.information += a * a * variance
        this.third += a * a * a * variance * skew
        this.fourth += a * a * a * a * variance * (skew * skew - 2 * variance)
      } else {
        this.addSeveral(a, top, from, theta)
      }
      from += top
    }
  }

  private addSeveral(a: number, top: number, from: number, theta: number): void {
    const { intercepts } = this
    let most = 0
    for (let k = 1; k <= top; k++) most = Math.max(most, k * a * theta + intercepts[from + k - 1]!)
    let [sum, m1, m2, m3, m4] = [Math.exp(-most), 0, 0, 0, 0]
    for (let k = 1; k <= top; k++) {
      const weight = Math.exp(k * a * theta + intercepts[from + k - 1]! - most)
      sum += weight
      m1 += k * weight
      m2 += k ** 2 * weight
      m3 += k ** 3 * weight
      m4 += k ** 4 * weight
    }
    m1 /= sum
    m2 /= sum
    m3 /= sum
    m4 /= sum
    const variance = m2 - m1 * m1
    this.expected += a * m1
    this.information += a * a * variance
    this.third += a ** 3 * (m3 - 3 * m1 * m2 + 2 * m1 ** 3)
    this.fourth += a ** 4 * (m4 - 4 * m1 * m3 + 6 * m1 ** 2 * m2 - 3 * m1 ** 4 - 3 * variance ** 2)
  }

  /** Minus the derivative of Warm's equation: the curvature of the weighted likelihood. */
  curvature(): number {
    const { information, third, fourth } = this
    return information - (fourth * information - third * third) / (2 * information * information)
  }
}

/**
 * Warm's equation for a set of partial credit items: score − E(θ) + J(θ) / (2·I(θ)) = 0, where the score is
 * Σ slope·category. All persons with the same score share the solution.
 */
export function warmEquation(items: readonly Item[]) {
  const range = abilityRange(items)
  const moments = new ScoreMoments(items)
  /** The ability that belongs to a score, from a guess, with its standard error; Newton steps in a bracket. */
  const solve = (score: number, guess = range.middle): WarmSolution => {
    let { low, high } = range
    let theta = guess
    for (let step = 0; step < 100; step++) {
      moments.visit(theta)
      const { expected, information, third } = moments
      const value = score - expected + third / (2 * information)
      if (!Number.isFinite(value)) {
        theta = (theta + range.middle) / 2
        continue
      }
      if (value > 0) low = theta
      else high = theta
      const steepness = moments.curvature()
      const next = theta + value / steepness
      // A step this short is squared by the next: neither it nor the error need another look.
      if (steepness > 0 && Math.abs(next - theta) < 1e-8) return solutionAt(next, moments)
      theta = steepness > 0 && next > low && next < high ? next : (low + high) / 2
    }
    return solutionAt(theta, moments)
  }
  return { solve, guesses: (least: number, most: number) => guessTable(solve, least, most) }
}

function solutionAt(ability: number, moments: ScoreMoments): WarmSolution {
  const steepness = moments.curvature()
  // Where the weighted likelihood is nearly flat, the error is at most twice that of the likelihood.
  return {
    ability,
    error: 1 / Math.sqrt(Math.max(steepness, moments.information / 4)),
    rise: 1 / steepness,
  }
}

/** An ability, its standard error from the curvature of the weighted likelihood, and how it rises with the score. */
export type WarmSolution = { readonly ability: number; readonly error: number; readonly rise: number }

const KNOTS = 1000

/** Guesses by cubic interpolation between solved scores: one Newton step from most of them is exact. */
function guessTable(solve: (score: number, guess?: number) => WarmSolution, least: number, most: number) {
  const width = (most - least) / KNOTS
  const abilities = new Float64Array(KNOTS + 1)
  const rises = new Float64Array(KNOTS + 1)
  for (let knot = 0; knot <= KNOTS; knot++) {
    const solution = solve(least + knot * width, abilities[knot - 1])
    abilities[knot] = solution.ability
    rises[knot] = solution.rise * width
  }
  return (score: number): number => {
    const knot = Math.min(KNOTS - 1, Math.max(0, Math.floor((score - least) / width)))
    const t = (score - least) / width - knot
    const [from, to, start, end] = [abilities[knot]!, abilities[knot + 1]!, rises[knot]!, rises[knot + 1]!]
    const gap = to - from
    return from + t * (start + t * (3 * gap - 2 * start - end + t * (start + end - 2 * gap)))
  }
}
