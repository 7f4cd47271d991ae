import fc from 'fast-check'
import { expect, test } from 'vitest'
import reference from '../../fixtures/surveys.json' with { type: 'json' }
import { kishEffectiveSize, trimWeights } from './weights.ts'

const close = (numbers: readonly number[]) => numbers.map((value) => expect.closeTo(value, 8))

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
