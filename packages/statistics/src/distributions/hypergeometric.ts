import { checkCount } from '../argument-checks.ts'
import { binomialTerm } from './binomial-term.ts'
import { leastCount } from './least-count.ts'
import { checkProbability, type Tail } from './tail.ts'

/**
 * Probability that exactly `successes` of a sample drawn without replacement are marked, when `marked` of the
 * population are. Zero for a whole number that cannot occur. Relative error below 1e-12 up to 100,000 people.
 *
 * @param successes whole number
 * @param marked whole number, 0 ≤ marked ≤ population
 * @param sample whole number, 0 ≤ sample ≤ population
 * @param population whole number, at least 1
 * @throws RangeError when the counts are impossible
 * @see Loader (2000): three binomial probabilities.
 * Agrees with R `dhyper(successes, marked, population - marked, sample)`
 */
export function hypergeometricPmf(
  successes: number,
  marked: number,
  sample: number,
  population: number,
): number {
  checkCounts('hypergeometricPmf', successes, marked, sample, population)
  return pmf(successes, marked, sample, population)
}

/**
 * Probability of at most `successes` marked in the sample, or of more than that for the tail 'upper'; see
 * `hypergeometricPmf` for the arguments. Tails beyond the mean are summed, so small probabilities keep their
 * digits.
 *
 * @throws RangeError when the counts are impossible
 * @see agrees with R `phyper(successes, marked, population - marked, sample)`
 */
export function hypergeometricCdf(
  successes: number,
  marked: number,
  sample: number,
  population: number,
  tail: Tail = 'lower',
): number {
  checkCounts('hypergeometricCdf', successes, marked, sample, population)
  const mean = (sample * marked) / population
  const below = () => lowerTail(successes, marked, sample, population)
  // Marking the others instead turns the upper tail into a lower one.
  const above = () => lowerTail(sample - successes - 1, population - marked, sample, population)
  if (tail === 'lower') return successes <= mean ? below() : 1 - above()
  return successes + 1 >= mean ? above() : 1 - below()
}

/**
 * The smallest count of marked in the sample with at least `probability` at or below it; for the tail 'upper'
 * the smallest with at most `probability` above it. See `hypergeometricPmf` for the other arguments.
 *
 * @throws RangeError when the probability is not within 0 and 1 or the counts are impossible
 * @see agrees with R `qhyper(probability, marked, population - marked, sample)`
 */
export function hypergeometricQuantile(
  probability: number,
  marked: number,
  sample: number,
  population: number,
  tail: Tail = 'lower',
): number {
  checkProbability('hypergeometricQuantile', probability)
  checkCounts('hypergeometricQuantile', 0, marked, sample, population)
  const least = Math.max(0, sample + marked - population)
  return leastCount(probability, tail, least, Math.min(sample, marked), (count) =>
    hypergeometricCdf(count, marked, sample, population, tail),
  )
}

/** P(X ≤ successes) for successes up to the mean, from the largest term down. */
function lowerTail(successes: number, marked: number, sample: number, population: number): number {
  let term = pmf(successes, marked, sample, population)
  let sum = term
  for (let k = successes; term > sum * 1e-17; k--) {
    term *= (k * (population - marked - sample + k)) / ((marked - k + 1) * (sample - k + 1))
    sum += term
  }
  return sum
}

function pmf(successes: number, marked: number, sample: number, population: number): number {
  const least = Math.max(0, sample + marked - population)
  const most = Math.min(sample, marked)
  if (successes < least || successes > most) return 0
  if (least === most) return 1
  const p = sample / population
  const q = (population - sample) / population
  return (
    (binomialTerm(successes, marked, p, q) * binomialTerm(sample - successes, population - marked, p, q)) /
    binomialTerm(sample, population, p, q)
  )
}

function checkCounts(caller: string, successes: number, marked: number, sample: number, population: number) {
  checkCount(caller, 'population', population, 1)
  checkCount(caller, 'sample', sample, 0, population)
  checkCount(caller, 'marked', marked, 0, population)
  checkCount(caller, 'successes', successes, Number.MIN_SAFE_INTEGER)
}
