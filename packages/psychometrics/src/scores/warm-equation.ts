import { abilityRange, type Item } from '../models/item.ts'

/**
 * Warm's equation for a set of partial credit items: score − E(θ) + J(θ) / (2·I(θ)) = 0, where the score is
 * Σ slope·category. All persons with the same score share the solution.
 */
export function warmEquation(items: readonly Item[]) {
  const range = abilityRange(items)
  const slopes = Float64Array.from(items, (item) => item.slope)
  const tops = Int32Array.from(items, (item) => item.intercepts.length)
  const intercepts = Float64Array.from(items.flatMap((item) => [...item.intercepts]))
  /** expected score, information, J, and derivatives of I and J by the fourth moment; at the ability last asked */
  let [expected, information, third, fourth] = [0, 0, 0, 0]
  const visit = (theta: number) => {
    expected = information = third = fourth = 0
    for (let item = 0, from = 0; item < tops.length; item++) {
      const a = slopes[item]!
      const top = tops[item]!
      if (top === 1) {
        const p = 1 / (1 + Math.exp(-a * theta - intercepts[from]!))
        const variance = p * (1 - p)
        const skew = 1 - 2 * p
        expected += a * p
        information += a * a * variance
        third += a * a * a * variance * skew
        fourth += a * a * a * a * variance * (skew * skew - 2 * variance)
      } else {
        addSeveral(a, top, from, theta)
      }
      from += top
    }
  }
  const addSeveral = (a: number, top: number, from: number, theta: number) => {
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
    expected += a * m1
    information += a * a * variance
    third += a ** 3 * (m3 - 3 * m1 * m2 + 2 * m1 ** 3)
    fourth += a ** 4 * (m4 - 4 * m1 * m3 + 6 * m1 ** 2 * m2 - 3 * m1 ** 4 - 3 * variance ** 2)
  }
  const curvature = () =>
    information - (fourth * information - third * third) / (2 * information * information)
  /** The ability that belongs to a score, from a guess, with its standard error; Newton steps in a bracket. */
  const solve = (score: number, guess = range.middle): WarmSolution => {
    let { low, high } = range
    let theta = guess
    for (let step = 0; step < 100; step++) {
      visit(theta)
      const value = score - expected + third / (2 * information)
      if (!Number.isFinite(value)) {
        theta = (theta + range.middle) / 2
        continue
      }
      if (value > 0) low = theta
      else high = theta
      // E′ = I, I′ = J, J′ = fourth cumulant
      const steepness = curvature()
      const next = theta + value / steepness
      // A step this short is squared by the next: neither it nor the error need another look.
      if (steepness > 0 && Math.abs(next - theta) < 1e-8) {
        return {
          ability: next,
          error: 1 / Math.sqrt(Math.max(steepness, information / 4)),
          rise: 1 / steepness,
        }
      }
      theta = steepness > 0 && next > low && next < high ? next : (low + high) / 2
    }
    return {
      ability: theta,
      error: 1 / Math.sqrt(Math.max(curvature(), information / 4)),
      rise: 1 / curvature(),
    }
  }
  return { solve, guesses: (least: number, most: number) => guessTable(solve, least, most) }
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
