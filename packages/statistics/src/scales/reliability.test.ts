import fc from 'fast-check'
import { expect, test } from 'vitest'
import attitude from '../../fixtures/attitude.json' with { type: 'json' }
import reference from '../../fixtures/scales.json' with { type: 'json' }
import { seededRandom } from '../seeded-random.ts'
import { answersFromRows } from './answers.ts'
import { cronbachAlpha } from './cronbach-alpha.ts'
import { mcdonaldOmega } from './mcdonald-omega.ts'

const answers = answersFromRows(attitude.answers)
const close = (numbers: readonly number[], digits: number) =>
  numbers.map((value) => expect.closeTo(value, digits))

// reference/scales.R: psych::alpha(attitude), alpha.ci
test('α, its interval and the items agree with R', () => {
  const { alpha, interval, items, persons } = cronbachAlpha(answers)
  expect(alpha).toBeCloseTo(reference.alpha[0] as number, 12)
  expect([interval.low, interval.high]).toEqual(close(reference.interval, 11))
  expect(items.map(({ restCorrelation }) => restCorrelation)).toEqual(close(reference.rest, 12))
  expect(items.map(({ alphaWithout }) => alphaWithout)).toEqual(close(reference.without, 12))
  expect(items.map(({ mean }) => mean)).toEqual(close(reference.means, 10))
  expect(items.map(({ sd }) => sd)).toEqual(close(reference.sds, 10))
  expect(persons).toBe(30)
})

// reference/scales.R: factanal(attitude, 1)
test('ω and its factor agree with R', () => {
  const model = mcdonaldOmega(answers)
  expect(model.omega).toBeCloseTo(reference.omega[0] as number, 8)
  expect([...model.loadings]).toEqual(close(reference.loadings, 6))
  expect([...model.uniquenesses]).toEqual(close(reference.uniquenesses, 5))
  expect(model.discrepancy).toBeCloseTo(reference.discrepancy[0] as number, 9)
  expect(model).toMatchObject({ converged: true, isImproper: false, persons: 30 })
})

test('persons with a missing answer do not count', () => {
  const more = answersFromRows([...attitude.answers, [1, 2, 3, null, 5, 6, 7]])
  expect(cronbachAlpha(more)).toEqual(cronbachAlpha(answers))
  expect(mcdonaldOmega(more).persons).toBe(30)
})

const scales = fc.integer({ min: 1, max: 1e6 }).map((seed) => {
  const random = seededRandom(seed)
  return Array.from({ length: 80 }, () => {
    const person = random.normal()
    return [1, 0.8, 1.2, 0.6].map((loading) => loading * person + 0.7 * random.normal())
  })
})

test('units of all items together do not matter, and ω is not below α', () => {
  fc.assert(
    fc.property(scales, (rows) => {
      const stretched = answersFromRows(rows.map((row) => row.map((answer) => 3 - 5 * answer)))
      const plain = answersFromRows(rows)
      expect(cronbachAlpha(stretched).alpha).toBeCloseTo(cronbachAlpha(plain).alpha, 10)
      expect(mcdonaldOmega(stretched).omega).toBeCloseTo(mcdonaldOmega(plain).omega, 7)
      expect(mcdonaldOmega(plain).omega).toBeGreaterThan(cronbachAlpha(plain).alpha - 0.02)
      expect(mcdonaldOmega(plain).converged).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('items that are exactly alike have α 1, and cannot be told apart by ω', () => {
  const alike = answersFromRows([1, 2, 4, 9, 7].map((answer) => [answer, answer, answer]))
  expect(cronbachAlpha(alike).alpha).toBeCloseTo(1, 12)
  expect(() => mcdonaldOmega(alike)).toThrow('mcdonaldOmega: an item repeats others')
})

test('an item that hardly errs is admitted to be improper', () => {
  const rows = attitude.answers.map((row) => [
    row[0],
    (row[0] as number) * 2 + (row[1] as number) * 0.001,
    row[2],
    row[3],
  ])
  expect(mcdonaldOmega(answersFromRows(rows as number[][])).isImproper).toBe(true)
})

test('what does not vary is seen through rounding', () => {
  const alike = answersFromRows(Array.from({ length: 7 }, () => [4, 0.7, 2]))
  expect(() => cronbachAlpha(alike)).toThrow('the sum of the items does not vary')
  const cancelling = answersFromRows([0.1, 0.2, 0.3, 0.4, 0.15].map((answer) => [answer, 0.5 - answer]))
  expect(() => cronbachAlpha(cancelling)).toThrow('the sum of the items does not vary')
  const oneConstant = answersFromRows([1, 2, 3, 4, 5, 3, 2].map((answer, i) => [4, answer, answer + (i % 2)]))
  const [constant, other] = cronbachAlpha(oneConstant).items
  expect(constant).toMatchObject({ mean: 4, sd: 0, restCorrelation: Number.NaN })
  expect(other?.alphaWithout).toBe(0)
  expect(() => mcdonaldOmega(oneConstant)).toThrow('mcdonaldOmega: an item repeats others or does not vary')
})

test('an item that is others together cannot be told from them by ω', () => {
  const multiple = answersFromRows(
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.3, 0.2].map((answer, i) => [answer, 3 * answer, answer + (i % 2) / 10]),
  )
  expect(() => mcdonaldOmega(multiple)).toThrow('mcdonaldOmega: an item repeats others or does not vary')
  const sum = answersFromRows([1, 2, 3, 4, 5, 3, 2, 1].map((answer, i) => [answer, i % 3, answer + (i % 3)]))
  expect(() => mcdonaldOmega(sum)).toThrow('mcdonaldOmega: an item repeats others or does not vary')
})

// reference/scales.R: the best of factanal(d, 1) from many starts
test('of several improper answers ω has the likeliest', () => {
  const digits =
    '3365454 2644333 3224443 4231434 2024424 3335434 5523203 2434333 2321335 3443353 4234214 4344333 3313333 2114323 3333444'
  const model = mcdonaldOmega(answersFromRows(digits.split(' ').map((row) => [...row].map(Number))))
  expect(model.discrepancy).toBeCloseTo(1.675915868, 9)
  expect(model.omega).toBeCloseTo(0.46816379, 7)
  expect(model).toMatchObject({ converged: true, isImproper: true })
})

test('refuses too few items and persons, and sums that do not vary', () => {
  expect(() => cronbachAlpha(answersFromRows([[1], [2]]))).toThrow('cronbachAlpha: 1 items')
  expect(() =>
    cronbachAlpha(
      answersFromRows([
        [1, 2],
        [null, 2],
      ]),
    ),
  ).toThrow('cronbachAlpha: 1 persons')
  expect(() =>
    cronbachAlpha(
      answersFromRows([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toThrow('the sum of the items does not vary')
  expect(() =>
    mcdonaldOmega(
      answersFromRows([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toThrow('mcdonaldOmega: 2 items')
  expect(() =>
    mcdonaldOmega(
      answersFromRows([
        [1, 2, 3],
        [2, 1, 1],
        [3, 3, 1],
      ]),
    ),
  ).toThrow('3 persons answered all, more than 3')
  expect(() => answersFromRows([])).toThrow('answersFromRows: no persons')
  expect(() => answersFromRows([[1, 2], [1]])).toThrow('answersFromRows: row 1 has 1 answers, not 2')
  expect(() => answersFromRows([[Infinity]])).toThrow('answersFromRows: answer Infinity')
})
