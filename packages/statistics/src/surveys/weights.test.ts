import fc from 'fast-check'
import { expect, test } from 'vitest'
import reference from '../../fixtures/surveys.json' with { type: 'json' }
import { kishEffectiveSize, trimWeights } from './weights.ts'

const close = (numbers: readonly number[]) => numbers.map((value) => expect.closeTo(value, 8))

test('what weights cost does not depend on their unit', () => {
  for (const unit of [1e-200, 1e200]) {
    const { designEffect, effectiveSize } = kishEffectiveSize([unit, unit, 4 * unit])
    expect([designEffect, effectiveSize]).toEqual([expect.closeTo(1.5, 12), expect.closeTo(2, 12)])
  }
})

test('equal weights cost nothing, one heavy weight much', () => {
  expect(kishEffectiveSize([2, 2, 2])).toEqual({ designEffect: 1, effectiveSize: 3 })
  expect(kishEffectiveSize([1, 1, 4])).toEqual({ designEffect: 1.5, effectiveSize: 2 })
})

// reference/surveys.R: trimWeights(greg, upper = 45, lower = 20), and with strict = TRUE
test('trimming agrees with R, once and strictly', () => {
  const once = trimWeights(reference.gregWeights, 20, 45)
  expect([...once.weights]).toEqual(close(reference.trimmed))
  expect([once.trimmed, once.rounds, once.withinBounds]).toEqual([32, 1, false])
  const strict = trimWeights(reference.gregWeights, 20, 45, true)
  expect([...strict.weights]).toEqual(close(reference.strict))
  expect(strict.withinBounds).toBe(true)
})

const weights = fc.array(fc.double({ min: 0.1, max: 50, noNaN: true }), { minLength: 2, maxLength: 30 })

test('strict trimming keeps the sum within bounds that can hold it', () => {
  fc.assert(
    fc.property(weights, (all) => {
      const mean = all.reduce((a, b) => a + b) / all.length
      const { weights: trimmed, withinBounds } = trimWeights(all, mean / 3, mean * 3, true)
      const sum = trimmed.reduce((a, b) => a + b)
      expect(withinBounds ? sum / all.length : mean).toBeCloseTo(mean, 9)
      expect(kishEffectiveSize(all).designEffect).toBeGreaterThanOrEqual(1 - 1e-12)
    }),
  )
})

// R: trimWeights(svydesign(id = ~1, weights = w), upper = 12.74, lower = 6.95, strict = TRUE)
test('strict trimming goes on until every weight fits, however many rounds R takes', () => {
  const { weights: trimmed, withinBounds } = trimWeights(
    [34.83, 1.37, 5.62, 9.98, 5.11, 5.53, 5.12],
    6.95,
    12.74,
    true,
  )
  expect([...trimmed]).toEqual(close([12.74, 8.416, 8.416, 12.74, 8.416, 8.416, 8.416]))
  expect(withinBounds).toBe(true)
})

test('strict trimming fills bounds that can hold no more, and weights that are all outside', () => {
  expect(trimWeights([1, 2, 3, 10], 2, 4, true)).toMatchObject({
    weights: Float64Array.of(4, 4, 4, 4),
    withinBounds: true,
  })
  expect(trimWeights([1, 10], 2, 8, true)).toMatchObject({
    weights: Float64Array.of(3, 8),
    withinBounds: true,
  })
})

test('strict trimming succeeds whenever the bounds can hold the sum', () => {
  fc.assert(
    fc.property(weights, fc.double({ min: 0.2, max: 0.9, noNaN: true }), (all, narrow) => {
      const mean = all.reduce((a, b) => a + b) / all.length
      const { weights: trimmed, withinBounds } = trimWeights(all, mean * narrow, mean / narrow, true)
      expect(withinBounds).toBe(true)
      expect(trimmed.reduce((a, b) => a + b) / all.length).toBeCloseTo(mean, 9)
    }),
  )
})

test('bounds that cannot hold the sum are admitted', () => {
  expect(trimWeights([5, 5], 1, 2, true)).toMatchObject({ withinBounds: false, rounds: 0 })
})

test('refuses no weights, negative ones and bounds upside down', () => {
  expect(() => kishEffectiveSize([])).toThrow('kishEffectiveSize: no weights')
  expect(() => kishEffectiveSize([0, 0])).toThrow('all weights are zero')
  expect(() => trimWeights([1, -1], 0, 1)).toThrow('trimWeights: negative weight -1')
  expect(() => trimWeights([1, Number.NaN], 0, 1)).toThrow('trimWeights: weight NaN at 1')
  expect(() => trimWeights([1], 2, 2)).toThrow('trimWeights: bounds 2 and 2 do not ascend')
  expect(() => trimWeights([1], 2, 1)).toThrow('bounds 2 and 1 do not ascend')
})
