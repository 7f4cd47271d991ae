/** How counts are changed. */
export type NoiseParameters = {
  /** Largest change: no count moves further. */
  most: number
  /** Variance of the change wherever the count leaves room for it. */
  variance: number
  /** Results from 1 to this never appear; 0 allows all. */
  smallest?: number
}

/** The distribution of the change for one count. */
export type NoiseRow = {
  /** Possible changes, ascending. */
  changes: number[]
  /** Their probabilities. */
  probabilities: number[]
  /** What the distribution has: 0, to 1e-9, and the variance wanted or the nearest that is possible. */
  mean: number
  variance: number
}

/** A row for each count from 0; the last row is for all larger counts as well. */
export type NoiseTable = { parameters: Required<NoiseParameters>; rows: NoiseRow[] }

/**
 * The perturbation table of the cell-key method: for every count the distribution of greatest entropy among those
 * with mean 0, the wanted variance, changes of at most `most`, no negative and no forbidden small result. Zero stays
 * zero. For small counts the variance may be out of reach; the nearest possible is taken and stated.
 *
 * @throws RangeError when a parameter is impossible
 * @see Marley & Leaver (2011), A method for confidentialising user-defined tables; Giessing (2016)
 */
export function createNoiseTable({ most, variance, smallest = 0 }: NoiseParameters): NoiseTable {
  if (!Number.isInteger(most) || most < 1) throw new RangeError(`createNoiseTable: most ${most}`)
  if (!(variance > 0 && variance < most ** 2)) throw new RangeError(`createNoiseTable: variance ${variance}`)
  if (!Number.isInteger(smallest) || smallest < 0 || smallest >= most) {
    throw new RangeError(
      `createNoiseTable: smallest ${smallest} is not a whole number from 0 to below ${most}`,
    )
  }
  const rows: NoiseRow[] = [{ changes: [0], probabilities: [1], mean: 0, variance: 0 }]
  // From here on every change is allowed, so the last row serves all larger counts.
  const last = smallest === 0 ? most : most + smallest + 1
  for (let count = 1; count <= last; count++) {
    rows.push(noiseRow(allowedChanges(count, most, smallest), variance))
  }
  return { parameters: { most, variance, smallest }, rows }
}

/** The row of a table for a count. */
export function noiseRowOf({ rows }: NoiseTable, count: number): NoiseRow {
  return rows[Math.min(count, rows.length - 1)]!
}

function allowedChanges(count: number, most: number, smallest: number): number[] {
  const changes: number[] = []
  for (let change = -most; change <= most; change++) {
    const result = count + change
    if (result === 0 || result > smallest) changes.push(change)
  }
  return changes
}

/** Greatest entropy with mean 0 and the nearest possible variance. */
function noiseRow(changes: number[], wanted: number): NoiseRow {
  const least = Math.min(...changes)
  const greatest = Math.max(...changes)
  const inner = changes.filter((change) => change <= 0).at(-1) ?? 0
  const outer = changes.find((change) => change >= 0) ?? 0
  if (wanted >= -least * greatest) return twoPoints(least, greatest)
  if (wanted <= -inner * outer) return twoPoints(inner, outer)
  return asRow(changes, tilt(changes, wanted))
}

/** The one distribution on two changes, one below and one above 0, that has mean 0. */
function twoPoints(low: number, high: number): NoiseRow {
  return asRow([low, high], [high / (high - low), -low / (high - low)])
}

function asRow(changes: number[], probabilities: number[]): NoiseRow {
  const moment = (power: number) =>
    changes.reduce((sum, change, n) => sum + change ** power * probabilities[n]!, 0)
  return { changes, probabilities, mean: moment(1), variance: moment(2) }
}

/**
 * p ∝ exp(a·change + b·change²) with mean 0 and the variance, by Newton's method on the convex dual with step
 * halving.
 */
function tilt(changes: readonly number[], variance: number): number[] {
  let [a, b] = [0, 0]
  let now = dual(changes, variance, a, b)
  for (let iteration = 0; iteration < 500; iteration++) {
    const { gradient, hessian } = now
    if (slope(now) < 1e-13) break
    const determinant = hessian[0] * hessian[2] - hessian[1] ** 2
    const stepA = (hessian[2] * gradient[0] - hessian[1] * gradient[1]) / determinant
    const stepB = (hessian[0] * gradient[1] - hessian[1] * gradient[0]) / determinant
    let size = 1
    let next = dual(changes, variance, a - stepA, b - stepB)
    while (!isCloser(next, now) && size > 1e-8) {
      size /= 2
      next = dual(changes, variance, a - size * stepA, b - size * stepB)
    }
    if (size <= 1e-8) break
    a -= size * stepA
    b -= size * stepB
    now = next
  }
  if (slope(now) > 1e-9) {
    throw new RangeError(
      `createNoiseTable: no distribution on ${changes.join()} has the variance ${variance}`,
    )
  }
  return now.probabilities
}

/** Close to the end the values are equal to the last digits, and the slope must decide. */
function isCloser(next: Dual, now: Dual): boolean {
  const isEqual = Math.abs(next.value - now.value) <= 1e-12 * (1 + Math.abs(now.value))
  return isEqual ? slope(next) < slope(now) : next.value < now.value
}

type Dual = ReturnType<typeof dual>

const slope = ({ gradient }: { gradient: readonly number[] }) => Math.hypot(...gradient)

function dual(changes: readonly number[], variance: number, a: number, b: number) {
  const exponents = changes.map((change) => a * change + b * (change ** 2 - variance))
  const top = Math.max(...exponents)
  const weights = exponents.map((exponent) => Math.exp(exponent - top))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const probabilities = weights.map((weight) => weight / total)
  const expect = (of: (change: number) => number) =>
    changes.reduce((sum, change, n) => sum + of(change) * probabilities[n]!, 0)
  const mean = expect((change) => change)
  const excess = expect((change) => change ** 2 - variance)
  const hessian: [number, number, number] = [
    expect((change) => change ** 2) - mean ** 2,
    expect((change) => change * (change ** 2 - variance)) - mean * excess,
    expect((change) => (change ** 2 - variance) ** 2) - excess ** 2,
  ]
  return {
    value: top + Math.log(total),
    gradient: [mean, excess] as [number, number],
    hessian,
    probabilities,
  }
}
