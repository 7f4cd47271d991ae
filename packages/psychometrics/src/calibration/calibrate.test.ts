import { describe, expect, test } from 'vitest'
import type { Responses } from '../data/responses.ts'
import { selectPersons } from '../data/select.ts'
import { carryItem } from '../linking/link-methods.ts'
import { dichotomousItem, type Item, itemFromThresholds } from '../models/item.ts'
import { expectedAbilities } from '../scores/eap.ts'
import { simulate } from '../testing/simulate.ts'
import { calibrate } from './calibrate.ts'
import { rowsOfPersons } from './rows.ts'

const difficulties = [-1.6, -1.1, -0.7, -0.3, 0, 0.2, 0.6, 0.9, 1.3, 1.8]
const raschItems = difficulties.map((difficulty) => dichotomousItem(difficulty))
const slopedItems = difficulties.map((difficulty, at) => dichotomousItem(difficulty, 0.7 + 0.1 * at))
const steps: Item[] = difficulties
  .slice(0, 6)
  .map((difficulty) => itemFromThresholds([difficulty, difficulty + 0.8]))

/** The largest difference between two lists. */
function furthest(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? Number.NaN))))
}

describe('recovers what made the answers', () => {
  test('2PL, within four standard errors', () => {
    const fit = calibrate(simulate({ items: slopedItems, persons: 4000, seed: 1 }), { model: '2pl' })
    expect(fit.converged).toBe(true)
    for (const [at, item] of fit.items.entries()) {
      expect(Math.abs(item.slope - (slopedItems[at]?.slope ?? 0)) / item.errors.slope).toBeLessThan(4)
      const error = item.errors.thresholds[0] ?? 0
      expect(Math.abs((item.thresholds[0] ?? 0) - (difficulties[at] ?? 0)) / error).toBeLessThan(4)
    }
  })

  test('means and spreads of groups on three booklets linked in a chain', () => {
    const persons = 3000
    const [shifts, spreads] = [
      [0, 0.5, 1.2],
      [1, 0.8, 1.3],
    ]
    const groups = Array.from({ length: persons }, (_, person) => person % 3)
    const data = simulate({
      items: raschItems,
      persons,
      seed: 5,
      groups,
      ability: (person, normal) => (shifts[person % 3] ?? 0) + (spreads[person % 3] ?? 1) * normal,
      lacks: (person, item) => item < 2 * (person % 3) || item > 5 + 2 * (person % 3),
    })
    const { groups: found, warnings } = calibrate(data, { model: 'rasch' })
    expect(warnings).toEqual([])
    expect(found[0]?.mean).toBe(0)
    expect(Math.abs((found[1]?.mean ?? 0) - 0.5)).toBeLessThan(4 * (found[1]?.errors.mean ?? 0))
    expect(Math.abs((found[2]?.mean ?? 0) - 1.2)).toBeLessThan(4 * (found[2]?.errors.mean ?? 0))
    expect(Math.abs((found[1]?.sd ?? 0) - 0.8)).toBeLessThan(4 * (found[1]?.errors.sd ?? 0))
    expect(Math.abs((found[2]?.sd ?? 0) - 1.3)).toBeLessThan(4 * (found[2]?.errors.sd ?? 0))
  })
})

describe('gives the same', () => {
  const data = simulate({ items: slopedItems, persons: 600, seed: 2, skips: 0.05 })

  test('for graded response and 2PL when items are 0 and 1: two engines, one likelihood', () => {
    const [two, graded] = [calibrate(data, { model: '2pl' }), calibrate(data, { model: 'grm' })]
    expect(graded.logLikelihood).toBeCloseTo(two.logLikelihood, 6)
    for (const [at, item] of two.items.entries()) {
      expect(graded.items[at]?.slope).toBeCloseTo(item.slope, 5)
      expect(graded.items[at]?.errors.slope).toBeCloseTo(item.errors.slope, 5)
      expect(graded.items[at]?.errors.thresholds[0]).toBeCloseTo(item.errors.thresholds[0] ?? 0, 5)
    }
  })

  test('whether skipped items are taken back from booklets or persons make booklets of their own', () => {
    // Three forms of 75 persons lack two items each: too few for booklets of their own, twice as many are enough.
    const forms = simulate({
      items: slopedItems,
      persons: 225,
      seed: 2,
      lacks: (person, item) => Math.floor(item / 2) === person % 3,
    })
    const twice: Responses = {
      ...forms,
      persons: 2 * forms.persons,
      values: Uint8Array.from([...forms.values, ...forms.values]),
    }
    expect([forms, twice].map((each) => rowsOfPersons(each).booklets.length)).toEqual([1, 3])
    const [one, two] = [calibrate(forms, { model: '2pl' }), calibrate(twice, { model: '2pl' })]
    expect(two.logLikelihood).toBeCloseTo(2 * one.logLikelihood, 5)
    for (const [at, item] of one.items.entries()) {
      expect(two.items[at]?.slope).toBeCloseTo(item.slope, 6)
      expect((two.items[at]?.errors.slope ?? 0) * Math.SQRT2).toBeCloseTo(item.errors.slope, 6)
    }
  })

  test('for weights and repeated persons', () => {
    const weights = Float64Array.from({ length: data.persons }, (_, person) => 1 + (person % 2))
    const repeated = Array.from(weights, (weight, person) => new Array<number>(weight).fill(person)).flat()
    const long: Responses = {
      ...data,
      persons: repeated.length,
      values: Uint8Array.from(
        repeated.flatMap((person) => [...data.values.subarray(person * 10, person * 10 + 10)]),
      ),
    }
    const [weighted, counted] = [
      calibrate({ ...data, weights }, { model: 'rasch' }),
      calibrate(long, { model: 'rasch' }),
    ]
    expect(weighted.logLikelihood).toBeCloseTo(counted.logLikelihood, 6)
    expect(furthest(weighted.items[3]?.thresholds ?? [], counted.items[3]?.thresholds ?? [])).toBeLessThan(
      1e-7,
    )
    expect(weighted.bic).toBeCloseTo(counted.bic, 6)
  })

  test('log-likelihood as the scores compute it person by person', () => {
    const fit = calibrate(data, { model: '2pl' })
    expect(expectedAbilities(data, fit.items, fit.groups).logLikelihood).toBeCloseTo(fit.logLikelihood, 5)
  })
})

describe('standard errors', () => {
  test.each(['pcm', 'gpcm', 'grm'] as const)(
    '%s: information is the curvature of the likelihood',
    (model) => {
      const data = simulate({
        items: steps,
        persons: 500,
        seed: 3,
        skips: 0.1,
        groups: Array.from({ length: 500 }, (_, person) => person % 2),
      })
      const fit = calibrate(data, { model, tolerance: 1e-10 })
      // Moving one threshold by h and holding it there costs h² · information / 2 when all else is held too.
      const item = fit.items[2]
      if (!item) throw new Error('no item 2')
      const cost = (by: number) => {
        const moved = { ...item, intercepts: item.intercepts.map((each, k) => (k === 0 ? each + by : each)) }
        const items = fit.items.map((each, at) => (at === 2 ? moved : each))
        return expectedAbilities(data, items, fit.groups).logLikelihood
      }
      const h = 0.01
      const curvature = (2 * cost(0) - cost(h) - cost(-h)) / h ** 2
      // The same number from the covariance: invert it again at that parameter.
      const size = fit.parameters
      const perItem = model === 'pcm' ? 2 : 3
      const at = 2 * perItem + (perItem - 2)
      expect(1 / conditionalVariance(fit.covariance, size, at)).toBeCloseTo(curvature, 1)
    },
  )

  test('with sampling weights that are all alike, robust errors are near the usual ones', () => {
    const data = simulate({
      items: raschItems,
      persons: 3000,
      seed: 4,
      weights: new Float64Array(3000).fill(7),
    })
    const [sampled, plain] = [
      calibrate(data, { model: 'rasch', weights: 'sampling' }),
      calibrate(
        selectPersons({ ...data, weights: new Float64Array(3000).fill(1) }, () => true),
        { model: 'rasch' },
      ),
    ]
    expect(sampled.logLikelihood).toBeCloseTo(plain.logLikelihood, 5)
    const ratio = (sampled.items[5]?.errors.thresholds[0] ?? 0) / (plain.items[5]?.errors.thresholds[0] ?? 1)
    expect(ratio).toBeGreaterThan(0.93)
    expect(ratio).toBeLessThan(1.07)
  })
})

/** Variance of one parameter when all others are known: 1 / the diagonal of the inverse covariance. */
function conditionalVariance(covariance: Float64Array, size: number, at: number): number {
  // Gauss–Jordan sweeps of all other parameters.
  const m = covariance.slice()
  for (let k = 0; k < size; k++) {
    if (k === at) continue
    const pivot = m[k * size + k] ?? 1
    for (let i = 0; i < size; i++) {
      if (i === k) continue
      const factor = (m[i * size + k] ?? 0) / pivot
      for (let j = 0; j < size; j++)
        m[i * size + j] = (m[i * size + j] ?? 0) - factor * (m[k * size + j] ?? 0)
    }
  }
  return m[at * size + at] ?? Number.NaN
}

describe('fixed anchors', () => {
  test('stay, and put a new group on the old scale', () => {
    const fixed = new Map([0, 3, 6, 9].map((at) => [at, raschItems[at] as Item]))
    const data = simulate({
      items: raschItems,
      persons: 2000,
      seed: 6,
      ability: (_, normal) => 0.7 + 1.1 * normal,
    })
    const fit = calibrate(data, { model: 'rasch', fixed })
    expect(fit.items[3]?.thresholds[0]).toBeCloseTo(-0.3, 12)
    expect(fit.items[3]?.errors.thresholds[0]).toBe(0)
    expect(Math.abs((fit.groups[0]?.mean ?? 0) - 0.7)).toBeLessThan(4 * (fit.groups[0]?.errors.mean ?? 0))
    expect(fit.parameters).toBe(8)
  })
})

test.each([
  ['gpcm', 'partialCredit'],
  ['grm', 'graded'],
] as const)(
  '%s: anchors on a report scale, 100 points for a logit and 500 for its zero, give the same there',
  (model, kind) => {
    const mixed = difficulties.map((at, place) =>
      itemFromThresholds(place % 2 ? [at] : [at, at + 0.6], 1, kind),
    )
    const data = simulate({
      items: mixed,
      persons: 600,
      seed: 12,
      ability: (_, normal) => 0.4 + 1.1 * normal,
    })
    const on = (scale: { slope: number; shift: number }) => {
      const fixed = new Map([0, 1, 2, 4, 5].map((at) => [at, carryItem(mixed[at] as Item, scale)]))
      return calibrate(data, { model, fixed })
    }
    const [logits, points] = [on({ slope: 1, shift: 0 }), on({ slope: 100, shift: 500 })]
    expect(points.converged).toBe(true)
    expect(points.logLikelihood).toBeCloseTo(logits.logLikelihood, 6)
    expect(points.groups[0]?.mean).toBeCloseTo(500 + 100 * (logits.groups[0]?.mean ?? 0), 4)
    expect(points.groups[0]?.errors.sd).toBeCloseTo(100 * (logits.groups[0]?.errors.sd ?? 0), 2)
    expect(points.items[9]?.thresholds[0]).toBeCloseTo(500 + 100 * (logits.items[9]?.thresholds[0] ?? 0), 3)
  },
)

describe('a chain of five booklets with weak links', () => {
  // Booklets of 8 items, neighbours share 2; five groups of rising ability; the first booklet's items are known.
  const chain = Array.from({ length: 32 }, (_, at) => dichotomousItem(-2 + 0.125 * at))
  const groups = Array.from({ length: 5000 }, (_, person) => person % 5)
  const data = simulate({
    items: chain,
    persons: 5000,
    seed: 18,
    groups,
    ability: (person, normal) => -1 + 0.5 * (person % 5) + normal,
    lacks: (person, item) => item < 6 * (person % 5) || item >= 6 * (person % 5) + 8,
  })
  const fixed = new Map(chain.slice(0, 8).map((item, at) => [at, item]))

  test('carries the scale of the fixed items to the last group, with errors that grow on the way', () => {
    const fit = calibrate(data, { model: 'rasch', fixed })
    expect(fit.converged).toBe(true)
    for (const [group, { mean, errors }] of fit.groups.entries()) {
      expect(Math.abs(mean - (-1 + 0.5 * group)) / errors.mean).toBeLessThan(4)
      expect(errors.mean).toBeGreaterThan(fit.groups[group - 1]?.errors.mean ?? 0)
    }
  })

  test('fits better than one population for all, and still reaches the last item', () => {
    const pooled = calibrate(
      { ...data, groups: new Uint16Array(5000), groupCount: 1 },
      { model: 'rasch', fixed },
    )
    const grouped = calibrate(data, { model: 'rasch', fixed })
    const last = (fit: typeof pooled) => fit.items[31]?.thresholds[0] ?? 0
    expect(Math.abs(last(grouped) - 1.875)).toBeLessThan(4 * (grouped.items[31]?.errors.thresholds[0] ?? 0))
    expect(grouped.logLikelihood).toBeGreaterThan(pooled.logLikelihood)
  })
})
