/** Numbers that look random and are always the same for one seed. */
export type SeededRandom = {
  /** Between 0 and 1, neither of them, with 32 random bits. */
  uniform: () => number
  /** Standard normal. */
  normal: () => number
}

/**
 * A generator of random numbers from a seed; store the seed with the result.
 *
 * @param seed whole number from 0 to 4,294,967,295
 * @throws RangeError when the seed is not such a number
 * @see Blackman & Vigna (2021), xoshiro128**, ACM TOMS 47(4), seeded by splitmix32; normal by Marsaglia's polar
 * method
 */
export function seededRandom(seed: number): SeededRandom {
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new RangeError(`seededRandom: seed ${seed} is not a whole number from 0 to 4294967295`)
  }
  const state = Int32Array.from({ length: 4 }, (_, i) => splitmix(seed, i + 1))
  const uniform = () => ((nextBits(state) >>> 0) + 0.5) / 2 ** 32
  let spare: number | undefined
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    let [x, y, square] = [0, 0, 0]
    do {
      x = 2 * uniform() - 1
      y = 2 * uniform() - 1
      square = x * x + y * y
    } while (square >= 1 || square === 0)
    const stretch = Math.sqrt((-2 * Math.log(square)) / square)
    spare = y * stretch
    return x * stretch
  }
  return { uniform, normal }
}

function nextBits(state: Int32Array): number {
  let [a, b, c, d] = state as unknown as [number, number, number, number]
  const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
  const shifted = b << 9
  c ^= a
  d ^= b
  b ^= c
  a ^= d
  c ^= shifted
  state.set([a, b, c, rotate(d, 11)])
  return result
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}

function splitmix(seed: number, step: number): number {
  let z = (seed + Math.imul(step, 0x9e3779b9)) | 0
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return z ^ (z >>> 15)
}
