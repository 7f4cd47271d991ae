import { describe, expect, test } from 'vitest'
import { calibrateConditionally } from '../conditional/calibrate-conditionally.ts'
import { compareEstimators } from '../conditional/compare-estimators.ts'
import { dichotomousItem } from '../models/item.ts'
import { simulate } from '../testing/simulate.ts'
import { calibrate } from './calibrate.ts'

const items = Array.from({ length: 12 }, (_, at) => dichotomousItem(-2.2 + 0.4 * at))
const usual = simulate({ items, persons: 800, seed: 1 })

describe('a Rasch calibration comes with a second estimate', () => {
  test('which agrees where ability is normal', () => {
    const fit = calibrate(usual, { model: 'rasch' })
    expect(fit.comparison).toEqual(compareEstimators(fit, calibrateConditionally(usual)))
    expect(fit.comparison?.agree).toBe(true)
    expect(fit.warnings).toEqual([])
  })

  test('and warns where most are weak and a few are very able', () => {
    const ability = (person: number) => (person % 8 === 0 ? 4 : -1.2)
    const fit = calibrate(simulate({ items, persons: 3000, seed: 2, ability }), { model: 'rasch' })
    expect(fit.comparison?.agree).toBe(false)
    expect(fit.warnings).toEqual([{ warning: 'estimatorsPart', errors: fit.comparison?.largestInErrors }])
  })

  test('also with sampling weights', () => {
    const weights = Float64Array.from({ length: 800 }, (_, person) => 1 + (person % 3))
    const fit = calibrate({ ...usual, weights }, { model: 'rasch', weights: 'sampling' })
    expect(fit.comparison?.agree).toBe(true)
  })
})

describe('there is no second estimate', () => {
  test('with slopes, with fixed items and when it is not wanted', () => {
    const fixed = new Map([[0, items[0] ?? dichotomousItem(0)]])
    expect(calibrate(usual, { model: '2pl' }).comparison).toBeUndefined()
    expect(calibrate(usual, { model: 'rasch', fixed }).comparison).toBeUndefined()
    expect(calibrate(usual, { model: 'rasch', compare: false }).comparison).toBeUndefined()
  })

  test('where no shared items link the booklets', () => {
    const data = simulate({
      items,
      persons: 400,
      seed: 3,
      lacks: (person, item) => item < 6 === person < 200,
    })
    expect(calibrate(data, { model: 'rasch' }).comparison).toBeUndefined()
  })

  test('where nearly everybody skipped other items, so that it would take long', () => {
    const many = Array.from({ length: 60 }, (_, at) => dichotomousItem(-1.5 + 0.05 * at))
    const data = simulate({ items: many, persons: 240, seed: 4, skips: 0.2 })
    expect(calibrate(data, { model: 'rasch' }).comparison).toBeUndefined()
  })
})
