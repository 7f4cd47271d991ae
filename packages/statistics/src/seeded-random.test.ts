import { expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

const draws = (draw: () => number, count: number) => Array.from({ length: count }, draw)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('one seed gives one sequence, another seed another', () => {
  expect(draws(seededRandom(5).uniform, 10)).toEqual(draws(seededRandom(5).uniform, 10))
  expect(draws(seededRandom(5).uniform, 10)).not.toEqual(draws(seededRandom(6).uniform, 10))
  expect(draws(seededRandom(0).normal, 5)).toEqual(draws(seededRandom(0).normal, 5))
})

test('uniform numbers fill the space between 0 and 1 evenly', () => {
  const values = draws(seededRandom(11).uniform, 50_000)
  expect(mean(values)).toBeCloseTo(0.5, 2)
  expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2)
  expect(Math.min(...values.slice(0, 1000))).toBeGreaterThan(0)
})

test('normal numbers have mean 0, variance 1 and the tails of the normal distribution', () => {
  const values = draws(seededRandom(12).normal, 50_000)
  expect(mean(values)).toBeCloseTo(0, 1)
  expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 1)
  expect(values.filter((value) => Math.abs(value) > 1.96).length / 50_000).toBeCloseTo(0.05, 2)
})

test('refuses seeds that are not whole numbers of 32 bits', () => {
  expect(() => seededRandom(1.5)).toThrow('seededRandom: seed 1.5')
  expect(() => seededRandom(-1)).toThrow('seededRandom: seed -1')
  expect(() => seededRandom(2 ** 32)).toThrow('seededRandom: seed 4294967296')
})
