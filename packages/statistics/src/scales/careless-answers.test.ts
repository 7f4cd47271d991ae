import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerSpread, evenOddConsistency, longestRun, scaleScore } from './careless-answers.ts'

test('the longest run passes over missing answers', () => {
  expect(longestRun([1, 3, 3, 3, 2, 2])).toBe(3)
  expect(longestRun([3, null, 3, Number.NaN, 3, 1])).toBe(3)
  expect(longestRun([null])).toBe(0)
  expect(longestRun([5])).toBe(1)
})

test('the spread is that of the answers given', () => {
  expect(answerSpread([4, 4, 4])).toBe(0)
  expect(answerSpread([1, null, 5])).toBeCloseTo(Math.sqrt(8), 12)
  expect(answerSpread([1, null])).toBeNaN()
})

const fourScales = [
  [0, 1, 2, 3],
  [4, 5, 6, 7],
  [8, 9],
  [10, 11],
]

// R: r <- cor(c(1.5, 4.5, 3, 2), c(2, 5, 2, 2)); 2 * r / (1 + r)
test('even and odd halves of scales agree as in R', () => {
  const answers = [1, 2, 2, 2, 4, 5, 5, 5, 3, 2, 2, 2]
  const r = 0.8819171036881969
  expect(evenOddConsistency(answers, fourScales)).toBeCloseTo((2 * r) / (1 + r), 12)
})

test('the same answer in all of a scale is perfectly consistent, turned round perfectly inconsistent', () => {
  expect(evenOddConsistency([1, 1, 1, 1, 5, 5, 5, 5, 3, 3, 2, 2], fourScales)).toBeCloseTo(1, 12)
  expect(evenOddConsistency([1, 5, 1, 5, 5, 1, 5, 1, 3, 3, 2, 4], fourScales)).toBeCloseTo(-1, 12)
})

test('too few scales, or answers all alike, say nothing', () => {
  expect(
    evenOddConsistency(
      [1, 1, 2, 2],
      [
        [0, 1],
        [2, 3],
      ],
    ),
  ).toBeNaN()
  expect(
    evenOddConsistency(
      [3, 3, 3, 3, 3, 3],
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    ),
  ).toBeNaN()
  expect(
    evenOddConsistency(
      [1, null, 2, 3, 4, 4],
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    ),
  ).toBeNaN()
})

test('halves that are all the same say nothing, also when their mean is not a whole double', () => {
  const scales = Array.from({ length: 10 }, (_, scale) => [0, 1, 2, 3, 4, 5].map((item) => 6 * scale + item))
  const pattern = [1, 1, 1, 1, 2, 2]
  expect(
    evenOddConsistency(
      scales.flatMap(() => pattern),
      scales,
    ),
  ).toBeNaN()
  expect(answerSpread([0.1, 0.1, 0.1])).toBe(0)
})

const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 40 })
test('a run is no longer than the answers, and adding a constant changes nothing', () => {
  fc.assert(
    fc.property(answers, (own) => {
      const moved = own.map((answer) => answer && answer + 10)
      expect(longestRun(own)).toBeLessThanOrEqual(own.filter((answer) => answer !== null).length)
      expect(longestRun(moved)).toBe(longestRun(own))
    }),
  )
})

test('a score needs two thirds of the answers', () => {
  expect(scaleScore([1, 2, null])).toBe(1.5)
  expect(scaleScore([1, null, null])).toBeUndefined()
  expect(scaleScore([4, null, null], 0)).toBe(4)
  expect(scaleScore([null], 0)).toBeUndefined()
})

test('refuses places without answers, shares beyond 1 and infinite answers', () => {
  expect(() => evenOddConsistency([1, 2], [[0, 2]])).toThrow(
    'evenOddConsistency: place 2 is not among 2 answers',
  )
  expect(() => scaleScore([1], 2)).toThrow('scaleScore: leastShare 2')
  expect(() => scaleScore([1, Infinity])).toThrow('scaleScore: answer Infinity is not a finite number')
  expect(() => answerSpread([1, Infinity])).toThrow('answerSpread: answer Infinity')
  expect(() => longestRun([-Infinity])).toThrow('longestRun: answer -Infinity')
  expect(() => evenOddConsistency([1, Infinity], [[0, 1]])).toThrow('evenOddConsistency: answer Infinity')
})
