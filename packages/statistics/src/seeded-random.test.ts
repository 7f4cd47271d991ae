import { describe, expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

const draws = (draw: () => number, count: number) => Array.from({ length: count }, draw)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[]) => {
  const centre = mean(values)
  return mean(values.map((value) => (value - centre) ** 2))
}

test('one seed gives one sequence, another seed another', () => {
  expect(draws(seededRandom(5).uniform, 10)).toEqual(draws(seededRandom(5).uniform, 10))
  expect(draws(seededRandom(5).uniform, 10)).not.toEqual(draws(seededRandom(6).uniform, 10))
  expect(draws(seededRandom(5).uniform, 10)).not.toEqual(draws(seededRandom(5 + 2 ** 32).uniform, 10))
  expect(draws(seededRandom(0).normal, 5)).toEqual(draws(seededRandom(0).normal, 5))
})

test('uniform numbers fill the space between 0 and 1 evenly', () => {
  const values = draws(seededRandom(11).uniform, 50_000)
  expect(mean(values)).toBeCloseTo(0.5, 2)
  expect(variance(values)).toBeCloseTo(1 / 12, 2)
  const tenths = values.reduce((counts, value) => {
    counts[Math.floor(10 * value)] = (counts[Math.floor(10 * value)] ?? 0) + 1
    return counts
  }, new Array<number>(10).fill(0))
  // χ² with 9 degrees of freedom is above 27.9 once in a thousand.
  expect(tenths.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)).toBeLessThan(27.9)
})

test('uniform numbers are told apart beyond 32 bits, and neighbours do not go together', () => {
  const values = draws(seededRandom(13).uniform, 50_000)
  expect(new Set(values).size).toBe(50_000)
  expect(values.filter((value) => (value * 2 ** 32) % 1 === 0.5)).toEqual([])
  const products = values.slice(1).map((value, at) => (value - 0.5) * ((values[at] ?? 0) - 0.5))
  expect(Math.abs(mean(products) * 12)).toBeLessThan(0.015)
})

test('normal numbers have mean 0, variance 1 and the tails of the normal distribution', () => {
  const values = draws(seededRandom(12).normal, 50_000)
  expect(mean(values)).toBeCloseTo(0, 1)
  expect(variance(values)).toBeCloseTo(1, 1)
  expect(values.filter((value) => Math.abs(value) > 1.96).length / 50_000).toBeCloseTo(0.05, 2)
})

describe('gamma numbers', () => {
  test.each([0.3, 1, 4.5])('of shape %s have that mean and that variance', (shape) => {
    const random = seededRandom(14)
    const values = draws(() => random.gamma(shape), 40_000)
    expect(Math.abs(mean(values) - shape)).toBeLessThan(4 * Math.sqrt(shape / 40_000))
    expect(variance(values) / shape).toBeCloseTo(1, 1)
    expect(Math.min(...values)).toBeGreaterThan(0)
  })

  test('of shape 1 have the tail of the exponential distribution', () => {
    const random = seededRandom(15)
    const values = draws(() => random.gamma(1), 40_000)
    expect(values.filter((value) => value > 2).length / 40_000).toBeCloseTo(Math.exp(-2), 2)
  })

  test.each([0, -1, Number.NaN, Infinity])('refuse the shape %s', (shape) => {
    expect(() => seededRandom(1).gamma(shape)).toThrow(
      new RangeError(`seededRandom: shape ${shape} of gamma is not a number above 0`),
    )
  })
})

test.each([1.5, -1, 2 ** 53, Number.NaN])('refuses the seed %s', (seed) => {
  expect(() => seededRandom(seed)).toThrow(
    new RangeError(`seededRandom: seed ${seed} is not a whole number from 0 to 9007199254740991`),
  )
})
