import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate, calibrateStatistics } from '../calibration/calibrate.ts'
import {
  calibrateConditionally,
  calibrateStatisticsConditionally,
} from '../conditional/calibrate-conditionally.ts'
import { selectPersons } from '../data/select.ts'
import { itemFromThresholds } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { mergeStatistics, sufficientStatistics } from './statistics.ts'

const items = [-1.2, -0.6, 0, 0.5, 1.1, 0.3].map((at) => itemFromThresholds([at, at + 0.7]))

describe('merged statistics of municipalities', () => {
  test('give the pooled calibration to 1e-9, marginal and conditional, however the pupils are dealt out', () => {
    const plan = fc.record({
      seed: fc.nat(1e6),
      parts: fc.integer({ min: 2, max: 4 }),
      skips: fc.constantFrom(0, 0.15),
    })
    fc.assert(
      fc.property(plan, ({ seed, parts, skips }) => {
        const pooled = simulate({ items, persons: 260, seed, skips })
        const merged = mergeStatistics(
          Array.from({ length: parts }, (_, part) =>
            sufficientStatistics(selectPersons(pooled, (person) => (person * 7) % parts === part)),
          ),
        )
        const [apart, whole] = [
          calibrateStatistics(merged, { model: 'pcm' }),
          calibrate(pooled, { model: 'pcm' }),
        ]
        expect(apart.converged && whole.converged).toBe(true)
        expect(Math.abs(apart.logLikelihood - whole.logLikelihood)).toBeLessThan(
          1e-9 * Math.abs(whole.logLikelihood),
        )
        expect(Math.abs((apart.groups[0]?.variance ?? 0) - (whole.groups[0]?.variance ?? 1))).toBeLessThan(
          1e-9,
        )
        const thresholds = [
          apart,
          whole,
          calibrateStatisticsConditionally(merged),
          calibrateConditionally(pooled),
        ].map((fit) => fit.items.flatMap((item) => item.thresholds))
        const errors = [apart, whole].map((fit) => fit.items.flatMap((item) => item.errors.thresholds))
        expect(furthest(thresholds[0], thresholds[1])).toBeLessThan(1e-9)
        expect(furthest(thresholds[2], thresholds[3])).toBeLessThan(1e-9)
        expect(furthest(errors[0], errors[1])).toBeLessThan(1e-9)
      }),
      { numRuns: 12 },
    )
  })

  test('kept apart they are groups of their own', () => {
    const parts = [1, 2].map((seed) => {
      return sufficientStatistics(
        simulate({ items, persons: 400, seed, ability: (_, normal) => seed + normal }),
      )
    })
    const fit = calibrateStatistics(mergeStatistics(parts, 'apart'), { model: 'pcm' })
    expect(fit.groups).toHaveLength(2)
    expect(fit.groups[1]?.mean).toBeGreaterThan(0.6)
  })

  test('survive JSON', () => {
    const statistics = sufficientStatistics(simulate({ items, persons: 50, seed: 3, skips: 0.2 }))
    expect(JSON.parse(JSON.stringify(statistics))).toEqual(statistics)
  })

  test('refuse parts with other items, and models with slopes', () => {
    const whole = sufficientStatistics(simulate({ items, persons: 50, seed: 3 }))
    const part = sufficientStatistics(simulate({ items: items.slice(1), persons: 50, seed: 3 }))
    expect(() => mergeStatistics([whole, part])).toThrow('a part with 5 items')
    expect(() => mergeStatistics([])).toThrow('mergeStatistics: parts []')
    expect(() => calibrateStatistics(whole, { model: 'gpcm' })).toThrow('gpcm needs the answers')
  })
})

function furthest(one: readonly number[] = [], other: readonly number[] = []): number {
  return Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? Number.NaN))))
}
