import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisherExactTest } from './fisher-exact.ts'
import { freemanHaltonTest } from './freeman-halton.ts'

// R: fisher.test(rbind(...))$p.value; job satisfaction by income is the example of R's help page (Agresti 2002, p. 57),
// the 3 × 9 table that of Mehta & Patel (1983)
test.each([
  [
    [
      [1, 3, 10, 6],
      [2, 3, 10, 7],
      [1, 6, 14, 12],
      [0, 1, 9, 11],
    ],
    0.782684938965675,
  ],
  [
    [
      [0, 7, 0, 0, 0, 0, 0, 1, 1],
      [1, 1, 1, 1, 1, 1, 1, 0, 0],
      [0, 8, 0, 0, 0, 0, 0, 0, 0],
    ],
    0.00150515791921093,
  ],
  [
    [
      [60, 30, 10],
      [20, 30, 50],
    ],
    2.09473067836847e-11,
  ],
  [
    [
      [1, 8, 2],
      [4, 4, 8],
      [5, 0, 2],
    ],
    0.00562600679331101,
  ],
] as [number[][], number][])('%j agrees with R', (table, p) => {
  expect(freemanHaltonTest(table).p / p).toBeCloseTo(1, 11)
})

const count = fc.nat(3)
const tables = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain(([r, c]) =>
    fc.array(fc.array(count, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
  )
  .filter((table) => table.filter((row) => row.some(Boolean)).length > 1)
  .filter((table) => transposed(table).filter((column) => column.some(Boolean)).length > 1)

test('the order of rows and columns, and which is which, does not matter', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { p } = freemanHaltonTest(table)
      expect(freemanHaltonTest(transposed(table)).p).toBeCloseTo(p, 10)
      expect(freemanHaltonTest(table.toReversed().map((row) => row.toReversed())).p).toBeCloseTo(p, 10)
    }),
    { numRuns: 30 },
  )
})

test('is the sum over all tables with the same margins that are no more likely', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const chances = tablesLike(table).map(chanceOf)
      const all = chances.reduce((sum, chance) => sum + chance, 0)
      const limit = chanceOf(table) * (1 + 1e-7)
      const tail = chances.reduce((sum, chance) => (chance <= limit ? sum + chance : sum), 0)
      expect(freemanHaltonTest(table).p).toBeCloseTo(tail / all, 10)
    }),
    { numRuns: 30 },
  )
})

test('of two groups and two answers it is Fisher’s test', () => {
  const pair = fc.tuple(fc.nat(20), fc.nat(20))
  fc.assert(
    fc.property(pair, pair, ([a, b], [c, d]) => {
      fc.pre(a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0)
      const table = [
        [a, b],
        [c, d],
      ] as const
      expect(freemanHaltonTest(table).p).toBeCloseTo(fisherExactTest(table).p, 10)
    }),
  )
})

test('the most likely table has p 1, and answers nobody gave do not count', () => {
  expect(
    freemanHaltonTest([
      [2, 2, 2],
      [2, 2, 2],
    ]).p,
  ).toBeCloseTo(1, 12)
  expect(
    freemanHaltonTest([
      [3, 0, 1, 0],
      [0, 0, 0, 0],
      [0, 0, 2, 4],
    ]).p,
  ).toBe(
    freemanHaltonTest([
      [3, 1, 0],
      [0, 2, 4],
    ]).p,
  )
})

test('keeps the digits of what is very unlikely', () => {
  // Three groups of 40 in three separate answers: 3! tables of probability 40!³·40!³/(120!·40!³)
  expect(
    freemanHaltonTest([
      [40, 0, 0],
      [0, 40, 0],
      [0, 0, 40],
    ]).p / 4.87183540950479e-55,
  ).toBeCloseTo(1, 11)
})

test('refuses what cannot be compared and what has too many other tables', () => {
  expect(() => freemanHaltonTest([[1, 2], [3]])).toThrow('freemanHaltonTest: row 1 has 1 counts, not 2')
  expect(() =>
    freemanHaltonTest([
      [1, 2],
      [3, 1.5],
    ]),
  ).toThrow('freemanHaltonTest: count 1.5 is not a whole number from 0')
  expect(() =>
    freemanHaltonTest([
      [1, 0, 2],
      [0, 0, 0],
    ]),
  ).toThrow('freemanHaltonTest: 1 rows and 2 columns with anyone, nothing to compare')
  expect(() => freemanHaltonTest([])).toThrow('0 rows and 0 columns with anyone')
  const refusal = (size: string) =>
    `freemanHaltonTest: a ${size} has too many others with its margins; use chiSquareTest`
  const large = Array.from({ length: 4 }, () => [250, 250, 250, 250])
  expect(() => freemanHaltonTest(large)).toThrow(refusal('4 × 4 table of 4000'))
  const wide = Array.from({ length: 16 }, (_, i) => Array.from({ length: 16 }, (_, j) => Number(i === j)))
  expect(() => freemanHaltonTest(wide)).toThrow(refusal('16 × 16 table of 16'))
  const many = [
    [4, 7, 5, 4, 2],
    [7, 5, 7, 6, 4],
    [3, 3, 4, 6, 4],
    [0, 2, 3, 4, 3],
  ]
  expect(() => freemanHaltonTest(many)).toThrow(refusal('4 × 5 table of 83'))
})

function transposed(table: readonly (readonly number[])[]): number[][] {
  return (table[0] ?? []).map((_, j) => table.map((row) => row[j] as number))
}

/** Proportional to the probability of a table without association: 1 over the product of all factorials. */
function chanceOf(table: readonly (readonly number[])[]): number {
  return table.flat().reduce((chance, n) => chance / factorial(n), 1)
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1)
}

/** Every table with the row and column sums of this one. */
function tablesLike(table: readonly (readonly number[])[]): number[][][] {
  const sums = transposed(table).map((column) => column.reduce((a, b) => a + b))
  return table
    .map((row) => row.reduce((a, b) => a + b))
    .reduce<{ rows: number[][]; left: number[] }[]>(
      (begun, sum) =>
        begun.flatMap(({ rows, left }) =>
          rowsWithin(left, sum).map((row) => ({
            rows: [...rows, row],
            left: left.map((count, j) => count - (row[j] as number)),
          })),
        ),
      [{ rows: [], left: sums }],
    )
    .filter(({ left }) => left.every((count) => count === 0))
    .map(({ rows }) => rows)
}

function rowsWithin([most, ...others]: readonly number[], sum: number): number[][] {
  if (most === undefined) return sum === 0 ? [[]] : []
  return Array.from({ length: Math.min(most, sum) + 1 }, (_, k) => k).flatMap((k) =>
    rowsWithin(others, sum - k).map((rest) => [k, ...rest]),
  )
}
