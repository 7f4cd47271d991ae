import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg, holm } from './multiplicity.ts'

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 })
const paired = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat()), { maxLength: 30 })

/** The worked example of Benjamini & Hochberg (1995). */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
]

// R: p.adjust(p, 'BH')
test('Benjamini–Hochberg agrees with R for the published example', () => {
  expect(benjaminiHochberg(published)).toEqual(
    [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571429, 0.0638571428571429, 0.0645, 0.0765, 0.486,
      0.581181818181818, 0.714875, 0.753230769230769, 0.813214285714286, 1,
    ].map((p) => expect.closeTo(p, 14)),
  )
})

// R: p.adjust(p, 'holm')
test('Holm agrees with R for the published example', () => {
  expect(holm(published)).toEqual(
    [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1].map((p) =>
      expect.closeTo(p, 14),
    ),
  )
})

test('at 5 % the first finds four differences in the example and the second three', () => {
  expect(benjaminiHochberg(published).filter((p) => p <= 0.05)).toHaveLength(4)
  expect(holm(published).filter((p) => p <= 0.05)).toHaveLength(3)
})

// R: p.adjust(c(.04, .001, .5, .03, .03), …)
test('answers in the order given', () => {
  const mixed = [0.04, 0.001, 0.5, 0.03, 0.03]
  expect(benjaminiHochberg(mixed)).toEqual([0.05, 0.005, 0.5, 0.05, 0.05].map((p) => expect.closeTo(p, 14)))
  expect(holm(mixed)).toEqual([0.12, 0.005, 0.5, 0.12, 0.12].map((p) => expect.closeTo(p, 14)))
})

test('never lowers a p-value, never passes 1, and Holm is the stricter', () => {
  fc.assert(
    fc.property(pValues, (ps) => {
      const fdr = benjaminiHochberg(ps)
      const familywise = holm(ps)
      expect(ps.every((p, i) => p <= (fdr[i] ?? -1) + 1e-15)).toBe(true)
      expect(fdr.every((p, i) => p <= (familywise[i] ?? -1) + 1e-12)).toBe(true)
      expect(familywise.every((p) => p <= 1)).toBe(true)
    }),
  )
})

test('does not depend on the order', () => {
  fc.assert(
    fc.property(paired, (pairs) => {
      const shuffled = pairs.toSorted((a, b) => a[1] - b[1])
      const ascending = (ps: number[]) => ps.toSorted((a, b) => a - b)
      expect(ascending(benjaminiHochberg(shuffled.map(([p]) => p)))).toEqual(
        ascending(benjaminiHochberg(pairs.map(([p]) => p))),
      )
    }),
  )
})

test('of no p-values there is nothing to adjust', () => {
  expect([benjaminiHochberg([]), holm([])]).toEqual([[], []])
})

test('refuses what is not a probability', () => {
  expect(() => benjaminiHochberg([0.1, 1.2])).toThrow('benjaminiHochberg: p-value 1.2')
  expect(() => holm([Number.NaN])).toThrow('holm: p-value NaN')
})
