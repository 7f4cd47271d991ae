import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrate, calibrateStatistics } from '../calibration/calibrate.ts'
import {
  calibrateConditionally,
  calibrateStatisticsConditionally,
} from '../conditional/calibrate-conditionally.ts'
import { responsesFromRows } from '../data/responses.ts'
import { selectPersons } from '../data/select.ts'
import { itemFromThresholds } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import {
  mergeStatistics,
  type ScoreCell,
  type SufficientStatistics,
  sufficientStatistics,
} from './statistics.ts'

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

  test('of other booklets, groups and weights do so too, through JSON', () => {
    const [persons, years] = [300, Array.from({ length: 300 }, (_, person) => (person >> 1) % 2)]
    const pooled = simulate({
      items,
      persons,
      seed: 8,
      groups: years,
      weights: Float64Array.from({ length: persons }, (_, person) => 0.3 + ((17 * person) % 7) / 3),
      ability: (person, normal) => 0.5 * (years[person] ?? 0) + normal,
      // The first municipality lacks the last items, the second the first, the third some here and there.
      lacks: (person, item) => [item > 3, item < 2, (31 * person + 7 * item) % 11 === 0][person % 3] ?? false,
    })
    const merged = mergeStatistics(
      [0, 1, 2].map(
        (part): SufficientStatistics =>
          JSON.parse(
            JSON.stringify(sufficientStatistics(selectPersons(pooled, (person) => person % 3 === part))),
          ),
      ),
    )
    const [apart, whole] = [
      calibrateStatistics(merged, { model: 'pcm' }),
      calibrate(pooled, { model: 'pcm' }),
    ]
    const numbersOf = ({ items, groups }: typeof apart) => [
      ...items.flatMap((item) => [...item.thresholds, ...item.errors.thresholds]),
      ...groups.flatMap(({ mean, sd, errors }) => [mean, sd, errors.mean, errors.sd]),
    ]
    expect(apart.converged && whole.converged).toBe(true)
    expect(furthest(numbersOf(apart), numbersOf(whole))).toBeLessThan(1e-9)
    const [conditional, other] = [
      calibrateStatisticsConditionally(merged),
      calibrateConditionally(pooled),
    ].map((fit) => fit.items.flatMap((item) => [...item.thresholds, ...item.errors.thresholds]))
    expect(furthest(conditional, other)).toBeLessThan(1e-9)
  })

  test('persons of weight 0 link nothing', () => {
    const rows = [
      [1, 0, null, null],
      [0, 1, null, null],
      [null, null, 1, 0],
      [null, null, 0, 1],
      [1, 0, 1, 0],
    ]
    const data = responsesFromRows(rows, { weights: [40, 50, 60, 40, 0] })
    expect(() => calibrateConditionally(data)).toThrow('no shared items link 2 parts')
    for (const model of ['rasch', '2pl'] as const) {
      expect(calibrate(data, { model }).warnings).toContainEqual({ warning: 'unlinked', parts: 2 })
    }
  })

  describe('such as no answers have are refused', () => {
    const good = sufficientStatistics(simulate({ items, persons: 50, seed: 3 }))
    const [cell] = good.cells
    const withCell = (change: Partial<ScoreCell>): SufficientStatistics => ({
      ...good,
      cells: [{ ...(cell ?? { answered: [], group: 0, scoreCounts: [] }), ...change }],
    })
    const scores = cell?.scoreCounts ?? []

    test.each<[string, SufficientStatistics]>([
      ['5 highest categories and 6 counts for 6 items', { ...good, highest: good.highest.slice(1) }],
      [
        'item 0 has the counts',
        { ...good, categoryCounts: good.categoryCounts.map((counts) => counts.slice(1)) },
      ],
      ['cell 0 names the items 1,0, not ascending', withCell({ answered: [1, 0] })],
      ['cell 0 names the items 9, not ascending', withCell({ answered: [9] })],
      ['cell 0 is of group 1, none of 1', withCell({ group: 1 })],
      ['for scores up to 12', withCell({ scoreCounts: scores.slice(1) })],
      [
        'for scores up to 12',
        withCell({ scoreCounts: scores.map((count, score) => (score === 4 ? -1 : count)) }),
      ],
      [
        'item 0 has 50 answers by its categories and 51',
        withCell({ scoreCounts: scores.map((count, score) => count + Number(score === 4)) }),
      ],
      ['categories earn', withCell({ scoreCounts: [...scores.slice(1), scores[0] ?? 0] })],
    ])('%s', (message, wrong) => {
      for (const use of [
        () => mergeStatistics([good, wrong]),
        () => calibrateStatistics(wrong, { model: 'pcm' }),
        () => calibrateStatisticsConditionally(wrong),
      ]) {
        expect(use).toThrow(RangeError)
        expect(use).toThrow(message)
      }
    })
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
