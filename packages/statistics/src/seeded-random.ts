/** Numbers that look random and are always the same for one seed. */
export type SeededRandom = {
  /** Between 0 and 1, neither of them, with 52 random bits. */
  uniform: () => number
  /** Standard normal. */
  normal: () => number
  /** Gamma with scale 1 and a shape above 0; half of a χ² with 2 · shape degrees of freedom. */
  gamma: (shape: number) => number
}

/**
 * A generator of random numbers from a seed; store the seed with the result.
 *
 * @param seed whole number from 0 to 9,007,199,254,740,991
 * @throws RangeError when the seed is not such a number, or gamma is asked for a shape that is not above 0
 * @see Blackman & Vigna (2021), xoshiro128**, ACM TOMS 47(4), seeded by splitmix32; normal by Marsaglia's polar
 * method, gamma by Marsaglia & Tsang (2000), ACM TOMS 26(3)
 */
export function seededRandom(seed: number): SeededRandom {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seededRandom: seed ${seed} is not a whole number from 0 to 9007199254740991`)
  }
  const uniform = uniformFrom(seed)
  const normal = normalFrom(uniform)
  return { uniform, normal, gamma: gammaFrom(uniform, normal) }
}

function uniformFrom(seed: number): () => number {
  const [low, high] = [seed | 0, Math.floor(seed / 2 ** 32)]
  let [a, b, c, d] = [1, 2, 3, 4].map((step) => splitmix(low, step) ^ splitmix(high, step + 4)) as [
    number,
    number,
    number,
    number,
  ]
  const bits = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  // With the half the 52 bits fill a double: neither 0 nor 1 can come out.
  return () => ((bits() >>> 6) * 2 ** 26 + (bits() >>> 6) + 0.5) / 2 ** 52
}

function normalFrom(uniform: () => number): () => number {
  let spare: number | undefined
  return () => {
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
}

function gammaFrom(uniform: () => number, normal: () => number): (shape: number) => number {
  const gamma = (shape: number): number => {
    if (!(shape > 0 && shape < Infinity)) {
      throw new RangeError(`seededRandom: shape ${shape} of gamma is not a number above 0`)
    }
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    const scale = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + scale * x) ** 3
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return gamma
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
