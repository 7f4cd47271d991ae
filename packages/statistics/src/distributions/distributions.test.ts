import fc from 'fast-check'
import { expect, test } from 'vitest'
import reference from '../../fixtures/distributions.json' with { type: 'json' }
import { betaCdf, betaPdf, betaQuantile } from './beta.ts'
import { binomialCdf, binomialPmf, binomialQuantile } from './binomial.ts'
import { chiSquareCdf, chiSquarePdf, chiSquareQuantile } from './chi-square.ts'
import { fCdf, fPdf, fQuantile } from './fisher-f.ts'
import { hypergeometricCdf, hypergeometricPmf, hypergeometricQuantile } from './hypergeometric.ts'
import { normalCdf, normalPdf, normalQuantile } from './normal.ts'
import { tCdf, tPdf, tQuantile } from './student-t.ts'
import type { Tail } from './tail.ts'

/** Functions of a row's numbers; parameters and then, for all but densities, the tail. */
type Density = (...numbers: number[]) => number
type Sided = (...parameters: unknown[]) => number
type Row = (number | null)[]

function sided(cdf: unknown, row: Row, parameters: number, tail: Tail): number {
  return (cdf as Sided)(...row.slice(0, parameters), tail)
}

/** The largest relative error over a table whose rows end in lower tail, upper tail and density. */
function worstOfTable(rows: Row[], cdf: unknown, pdf: unknown): number {
  const errors = rows.flatMap((row) => {
    const parameters = row.length - 3
    const ours = [
      sided(cdf, row, parameters, 'lower'),
      sided(cdf, row, parameters, 'upper'),
      (pdf as Density)(...(row.slice(0, parameters) as number[])),
    ]
    return ours.map((value, k) => relativeError(value, row[parameters + k]))
  })
  return Math.max(...errors)
}

/** The largest relative error over a table whose rows end in lower and upper quantile. */
function worstOfQuantiles(rows: Row[], quantile: unknown): number {
  const errors = rows.flatMap((row) => {
    const parameters = row.length - 2
    const ours = [sided(quantile, row, parameters, 'lower'), sided(quantile, row, parameters, 'upper')]
    return ours.map((value, k) => relativeError(value, row[parameters + k]))
  })
  return Math.max(...errors)
}

function relativeError(ours: number, expected: number | null | undefined): number {
  if (expected === null || expected === undefined || ours === expected) return 0
  return Math.abs(ours - expected) / Math.abs(expected)
}

// reference/distributions.R: 1,650 values and 1,060 quantiles, down to 1e-300
test.each([
  ['normal', reference.normal, normalCdf, normalPdf],
  ['t', reference.t, tCdf, tPdf],
  ['χ²', reference.chiSquare, chiSquareCdf, chiSquarePdf],
  ['F', reference.f, fCdf, fPdf],
  ['beta', reference.beta, betaCdf, betaPdf],
  ['binomial', reference.binomial, binomialCdf, binomialPmf],
  ['hypergeometric', reference.hypergeometric, hypergeometricCdf, hypergeometricPmf],
] as const)('%s: both tails and density agree with R', (_, rows, cdf, pdf) => {
  expect(worstOfTable(rows as Row[], cdf, pdf)).toBeLessThan(1e-11)
})

test.each([
  ['normal', reference.normalQuantile, normalQuantile],
  ['t', reference.tQuantile, tQuantile],
  ['χ²', reference.chiSquareQuantile, chiSquareQuantile],
  ['F', reference.fQuantile, fQuantile],
  ['beta', reference.betaQuantile, betaQuantile],
  ['binomial', reference.binomialQuantile, binomialQuantile],
  ['hypergeometric', reference.hypergeometricQuantile, hypergeometricQuantile],
] as const)('%s: quantiles agree with R', (_, rows, quantile) => {
  expect(worstOfQuantiles(rows as Row[], quantile)).toBeLessThan(1e-11)
})

// mpmath 1.3 with 40 digits; for the last R errs by 2e-8
test.each([
  ['t of 2.5 with a million degrees of freedom', tCdf(2.5, 1e6, 'upper'), 0.006209744751081623],
  ['t of 1 with a million degrees of freedom', tCdf(-1, 1e6), 0.1586553749167891],
  ['F of 2.5 with 1 and 100,000', fCdf(2.5, 1, 1e5, 'upper'), 0.11384946064387041],
  ['t quantile of 1e-300 with 3.7', tQuantile(1e-300, 3.7, 'upper'), 1.4883133676165163e81],
  ['t of −1e200 with a hundredth', tCdf(-1e200, 0.01), 0.0048526328575587],
  ['F of 1e308 with 100 and a hundredth', fCdf(1e308, 100, 0.01, 'upper'), 0.02816551342463248],
  ['F of 1e-308 with a hundredth and 100', fCdf(1e-308, 0.01, 100), 0.02816551342463248],
  ['density of F at 1e-200 with 4.5 and 12', fPdf(1e-200, 4.5, 12), 6.77986806724317e-250],
  ['density of beta at 1e-200 with 2.5 and 3', betaPdf(1e-200, 2.5, 3), 1.96875e-299],
])('%s agrees with 40-digit arithmetic', (_, ours, exact) => {
  expect(relativeError(ours, exact)).toBeLessThan(1e-12)
})

const probability = fc.double({ min: -690, max: Math.log(0.5), noNaN: true }).map(Math.exp)
const positive = fc.double({ min: -1, max: 5, noNaN: true }).map((power) => 10 ** power)
const tails = fc.constantFrom<Tail>('lower', 'upper')

/** The largest relative error after a quantile and back. */
function worstWayBack(p: number, a: number, b: number, tail: Tail): number {
  const back = [
    normalCdf(normalQuantile(p, tail), tail),
    tCdf(tQuantile(p, a, tail), a, tail),
    chiSquareCdf(chiSquareQuantile(p, a, tail), a, tail),
    fCdf(fQuantile(p, a, b, tail), a, b, tail),
  ]
  return Math.max(...back.map((value) => relativeError(value, p)))
}

// With fewer degrees of freedom such quantiles lie beyond the range of doubles.
test('quantiles undo distribution functions far into the tails', () => {
  const wide = positive.map((value) => value + 2.1)
  fc.assert(
    fc.property(probability, wide, wide, tails, (p, a, b, tail) => {
      expect(worstWayBack(p, a, b, tail)).toBeLessThan(1e-9)
    }),
  )
})

test('quantiles undo distribution functions of any shape', () => {
  const usual = fc.double({ min: Math.log(1e-12), max: Math.log(0.5), noNaN: true }).map(Math.exp)
  fc.assert(
    fc.property(usual, positive, positive, tails, (p, a, b, tail) => {
      expect(worstWayBack(p, a, b, tail)).toBeLessThan(1e-9)
    }),
  )
})

// R: pbinom(29930, 1e5, .3), pbinom(30136, 1e5, .3, lower.tail = FALSE)
test('quantiles of counts meet a jump of the distribution function that another program rounded', () => {
  expect(binomialQuantile(0.31588360123407139, 1e5, 0.3)).toBe(29930)
  expect(binomialQuantile(0.17309849227711513, 1e5, 0.3, 'upper')).toBe(30136)
})

test('quantiles of counts near certainty are those of the other tail', () => {
  for (const power of [20, 30, 40]) {
    const rest = 2 ** -power
    expect(binomialQuantile(1 - rest, 1e6, 0.5)).toBe(binomialQuantile(rest, 1e6, 0.5, 'upper'))
    expect(hypergeometricQuantile(1 - rest, 4e5, 5e5, 1e6)).toBe(
      hypergeometricQuantile(rest, 4e5, 5e5, 1e6, 'upper'),
    )
  }
})

test('both tails sum to 1 and the lower one grows', () => {
  const x = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(x, x, positive, positive, (x1, x2, a, b) => {
      expect(betaCdf(x1, a, b) + betaCdf(x1, a, b, 'upper')).toBeCloseTo(1, 12)
      expect(fCdf(x1, a, b) + fCdf(x1, a, b, 'upper')).toBeCloseTo(1, 12)
      expect(betaCdf(Math.min(x1, x2), a, b)).toBeLessThanOrEqual(betaCdf(Math.max(x1, x2), a, b) + 1e-12)
    }),
  )
})

test('relations between the distributions hold', () => {
  expect(tCdf(2.1, 1e15)).toBe(normalCdf(2.1))
  expect(tCdf(2.1, Infinity)).toBe(normalCdf(2.1))
  expect(tQuantile(0.01, Infinity)).toBe(normalQuantile(0.01))
  expect(tPdf(1, Infinity)).toBe(normalPdf(1))
  expect(fCdf(3, 1, 17, 'upper')).toBeCloseTo(2 * tCdf(Math.sqrt(3), 17, 'upper'), 14)
  expect(fCdf(3, 4, Infinity)).toBe(chiSquareCdf(12, 4))
  expect(fQuantile(0.95, 4, Infinity)).toBe(chiSquareQuantile(0.95, 4) / 4)
  expect(fPdf(3, 4, Infinity)).toBe(4 * chiSquarePdf(12, 4))
  expect(chiSquareCdf(7, 2, 'upper')).toBeCloseTo(Math.exp(-3.5), 15)
})

test('where both sides are equally near, rounding does not send one to the other', () => {
  expect(fQuantile(0.5, 3.1000000000000005, 3.1)).toBeCloseTo(1, 12)
  expect(betaCdf(0.5, 1.5500000000000003, 1.55)).toBeCloseTo(0.5, 12)
})

test('with endless degrees of freedom t is normal', () => {
  for (const tail of ['lower', 'upper'] as const) {
    expect(tQuantile(0.1, Infinity, tail)).toBe(normalQuantile(0.1, tail))
    expect(tCdf(1.3, Infinity, tail)).toBe(normalCdf(1.3, tail))
  }
  expect(tPdf(1.3, Infinity)).toBe(normalPdf(1.3))
})

test('the density of t with half a degree of freedom falls with the power 1.5, however far out', () => {
  expect(tPdf(1e152, 0.5) / tPdf(1e148, 0.5) / 1e-6).toBeCloseTo(1, 11)
  expect(tPdf(1e200, 0.5) / tPdf(1e148, 0.5) / 1e-78).toBeCloseTo(1, 11)
})

test('at the ends of their range', () => {
  expect([tCdf(Infinity, 3), tCdf(-Infinity, 3), tPdf(Infinity, 3), tQuantile(0, 3)]).toEqual([
    1,
    0,
    0,
    -Infinity,
  ])
  expect([tQuantile(1, 3), tQuantile(0.5, 3), tQuantile(0, 3, 'upper')]).toEqual([Infinity, 0, Infinity])
  expect([chiSquareCdf(-1, 3), chiSquareCdf(-1, 3, 'upper'), chiSquareCdf(Infinity, 3)]).toEqual([0, 1, 1])
  expect([chiSquarePdf(0, 1), chiSquarePdf(0, 2), chiSquarePdf(0, 3)]).toEqual([Infinity, 0.5, 0])
  expect(chiSquarePdf(1e-300, 1e9)).toBe(0)
  expect([chiSquarePdf(-1, 3), chiSquarePdf(Infinity, 3), chiSquareQuantile(1, 3)]).toEqual([0, 0, Infinity])
  expect([fCdf(-1, 2, 3), fCdf(Infinity, 2, 3), fPdf(-1, 2, 3), fPdf(Infinity, 2, 3)]).toEqual([0, 1, 0, 0])
  expect([fPdf(0, 1, 3), fPdf(0, 2, 3), fPdf(0, 3, 3), fQuantile(0, 2, 3)]).toEqual([Infinity, 1, 0, 0])
  expect([betaPdf(0, 0.5, 2), betaPdf(0, 1, 2), betaPdf(1, 2, 3), betaPdf(1, 2, 1)]).toEqual([
    Infinity,
    2,
    0,
    2,
  ])
  expect([betaPdf(-1, 2, 2), betaPdf(2, 2, 2), betaCdf(2, 2, 2), betaQuantile(1, 2, 3)]).toEqual([0, 0, 1, 1])
  expect([binomialPmf(-1, 5, 0.5), binomialPmf(6, 5, 0.5), binomialCdf(-1, 5, 0.5, 'upper')]).toEqual([
    0, 0, 1,
  ])
  expect([normalQuantile(0, 'upper'), normalCdf(3, 'upper')]).toEqual([Infinity, normalCdf(-3)])
})

test('refuses what is no number, no probability or no parameter', () => {
  expect(() => tCdf(Number.NaN, 3)).toThrow('tCdf: x is not a number')
  expect(() => tPdf(Number.NaN, 3)).toThrow('tPdf: x is not a number')
  expect(() => fPdf(1, 3, 0)).toThrow('fPdf: df2 0 is not positive')
  expect(() => fCdf(Number.NaN, 3, 3)).toThrow('fCdf: x is not a number')
  expect(() => fCdf(1, -1, 3)).toThrow('fCdf: df1 -1')
  expect(() => fQuantile(2, 3, 3)).toThrow('fQuantile: probability 2')
  expect(() => tCdf(1, -1)).toThrow('tCdf: df -1')
  expect(() => tQuantile(0.5, Number.NaN)).toThrow('tQuantile: df NaN')
  expect(() => hypergeometricQuantile(0.5, 11, 5, 10)).toThrow('hypergeometricQuantile: marked 11')
  expect(() => tPdf(1, 0)).toThrow('tPdf: df 0 is not positive')
  expect(() => tQuantile(1.1, 3)).toThrow('tQuantile: probability 1.1')
  expect(() => chiSquareQuantile(-0.1, 3)).toThrow('chiSquareQuantile: probability -0.1')
  expect(() => fCdf(1, Infinity, 3)).toThrow('fCdf: df1 Infinity is not finite')
  expect(() => fQuantile(0.5, 3, -1)).toThrow('fQuantile: df2 -1')
  expect(() => betaCdf(0.5, Infinity, 1)).toThrow('betaCdf: a Infinity')
  expect(() => betaCdf(0.5, 1, Infinity)).toThrow('betaCdf: b Infinity is not finite')
  expect(() => chiSquareCdf(3, Infinity)).toThrow('chiSquareCdf: df Infinity is not finite')
  expect(() => chiSquarePdf(3, Infinity)).toThrow('chiSquarePdf: df Infinity is not finite')
  expect(() => chiSquareQuantile(0.5, Infinity)).toThrow('chiSquareQuantile: df Infinity is not finite')
  expect(() => betaQuantile(2, 1, 1)).toThrow('betaQuantile: probability 2')
  expect(() => binomialCdf(0.5, 3, 0.5)).toThrow('binomialCdf: successes 0.5')
  expect(() => binomialQuantile(0.5, 3, 1.5)).toThrow('binomialQuantile: chance 1.5')
  expect(() => hypergeometricQuantile(2, 3, 5, 10)).toThrow('hypergeometricQuantile: probability 2')
})
