import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ObservedShare } from '../proportions/observed-share.ts'
import { newcombeInterval, twoProportionsTest } from './two-proportions.ts'

const group = (successes: number, sample: number, population?: number): ObservedShare => ({
  share: successes / sample,
  successes,
  sample,
  population,
})
const anyGroup = fc
  .integer({ min: 1, max: 400 })
  .chain((sample) =>
    fc.tuple(fc.nat(sample), fc.constant(sample), fc.option(fc.nat(400), { nil: undefined })),
  )
  .map(([successes, sample, others]) =>
    group(successes, sample, others === undefined ? undefined : sample + others),
  )

describe('twoProportionsTest', () => {
  // R: prop.test(x, n, correct = FALSE); z is the signed root of its statistic
  test.each([
    [15, 50, 25, 50, -2.0412414523193152, 0.0412268333371636],
    [56, 70, 48, 80, 2.650171951258533, 0.00804508136819656],
    [9, 10, 3, 10, 2.7386127875258306, 0.00616989932054415],
  ])('agrees with R for %i of %i against %i of %i', (x1, n1, x2, n2, z, p) => {
    const result = twoProportionsTest(group(x1, n1), group(x2, n2))
    expect(result.z).toBeCloseTo(z, 12)
    expect(result.p).toBeCloseTo(p, 12)
  })

  // reference/reference.R, 'score finite'
  test('agrees with the formula in R for finite populations', () => {
    const { z, p } = twoProportionsTest(group(60, 80, 100), group(30, 60, 120))
    expect(z).toBeCloseTo(5.18107997959251, 12)
    expect(p).toBeCloseTo(2.20604869136473e-7, 16)
  })

  test('takes shares without counts', () => {
    const { z } = twoProportionsTest({ share: 0.8, sample: 70 }, { share: 0.6, sample: 80 })
    expect(z).toBeCloseTo(2.65017195125853, 12)
  })

  test('two censuses differ for certain or not at all', () => {
    expect(twoProportionsTest(group(7, 20, 20), group(8, 20, 20))).toEqual({ z: -Infinity, p: 0 })
    expect(twoProportionsTest(group(7, 20, 20), group(7, 20, 20))).toEqual({ z: 0, p: 1 })
  })

  test('one success refutes being like a census with none', () => {
    expect(twoProportionsTest(group(1, 20), group(0, 20, 20))).toEqual({ z: Infinity, p: 0 })
  })

  test('changes only its sign when the groups change places', () => {
    fc.assert(
      fc.property(anyGroup, anyGroup, (first, second) => {
        const forth = twoProportionsTest(first, second)
        const back = twoProportionsTest(second, first)
        expect(back.z + 0).toBeCloseTo(-forth.z + 0, 9)
        expect(back.p).toBeCloseTo(forth.p, 12)
      }),
    )
  })

  test('is surer when the populations are known', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(60), (x1, x2) => {
        const finite = twoProportionsTest(group(x1, 50, 70), group(x2, 60, 84))
        const endless = twoProportionsTest(group(x1, 50), group(x2, 60))
        expect(finite.p).toBeLessThanOrEqual(endless.p + 1e-12)
      }),
    )
  })

  test('refuses impossible input', () => {
    expect(() => twoProportionsTest(group(5, 4), group(1, 4))).toThrow('twoProportionsTest: share 1.25')
    expect(() => twoProportionsTest(group(1, 4), group(1, 4, 3))).toThrow('twoProportionsTest: population 3')
  })
})

describe('newcombeInterval', () => {
  // R: Wilson bounds of prop.test(correct = FALSE) put together as Newcombe's method 10
  test.each([
    [56, 70, 48, 80, 0.0524314724023649, 0.3338726540369059],
    [9, 10, 3, 10, 0.170522723934503, 0.809017973535488],
    [6, 7, 2, 7, 0.0582279274823123, 0.8062496375242277],
    [5, 56, 0, 29, -0.0381371479035369, 0.1925600138551116],
    [0, 10, 0, 20, -0.161125158052819, 0.277532799862889],
  ])('agrees with R for %i of %i less %i of %i', (x1, n1, x2, n2, low, high) => {
    const interval = newcombeInterval(group(x1, n1), group(x2, n2))
    expect(interval.low).toBeCloseTo(low, 12)
    expect(interval.high).toBeCloseTo(high, 12)
  })

  // reference/reference.R, 'newcombe finite'
  test('agrees with the formula in R for finite populations', () => {
    const { low, high } = newcombeInterval(group(60, 80, 100), group(30, 60, 120))
    expect(low).toBeCloseTo(0.150828098771591, 12)
    expect(high).toBeCloseTo(0.347090913831572, 12)
  })

  test('is a point for two censuses', () => {
    expect(newcombeInterval(group(10, 20, 20), group(5, 20, 20))).toEqual({ low: 0.25, high: 0.25 })
  })

  test('holds the observed difference, within −1 and 1', () => {
    fc.assert(
      fc.property(anyGroup, anyGroup, (first, second) => {
        const { low, high } = newcombeInterval(first, second)
        const difference = first.share - second.share
        expect(-1 - 1e-12 <= low && low <= difference && difference <= high && high <= 1 + 1e-12).toBe(true)
      }),
    )
  })

  test('refuses impossible input', () => {
    expect(() => newcombeInterval(group(1, 4), group(1, 4), 95)).toThrow('newcombeInterval: level 95')
    expect(() => newcombeInterval(group(5, 4), group(1, 4))).toThrow('newcombeInterval: share 1.25')
    expect(() => newcombeInterval(group(1, 4), { share: -1, sample: 4 })).toThrow(
      'newcombeInterval: share -1',
    )
  })
})
