import { seededRandom } from '@izaugsme/statistics'
import { describe, expect, test } from 'vitest'
import exam from '../../fixtures/exam.json' with { type: 'json' }
import reference from '../../fixtures/exam-growth.json' with { type: 'json' }
import { groupGrowth, growthBand } from './group-growth.ts'
import { fitGrowthNorm, growthPercentiles, pointPercentiles } from './growth-percentiles.ts'

const norm = fitGrowthNorm(exam.prior, exam.score)
const percentiles = growthPercentiles(norm, exam.prior, exam.score)
const points = pointPercentiles(norm, exam.prior, exam.score)

describe('growth percentiles of Exam', () => {
  test('knots, boundaries and crossing are those of the reference', () => {
    expect(norm.splines).toEqual([{ knots: [-0.786, -0.207, 0.288, 0.784], boundaries: [-3.53, 3.611] }])
    expect(norm.converged).toBe(true)
    expect(norm.crossing).toBeCloseTo(reference.crossing, 12)
  })

  const agreement = (reference: number[]) =>
    points.filter((point, pupil) => point === reference[pupil]).length / points.length

  test('are those of quantreg for every pupil, where ties are settled', () => {
    expect(agreement(reference.settled)).toBe(1)
  })

  // With its pupils in another order quantreg agrees with itself for 98.1 to 98.9 % of them.
  test('agree with quantreg as it is for all pupils but those whom noise rounds up or down', () => {
    expect(agreement(reference.percentiles)).toBeGreaterThan(0.983)
    const isHalfway = (score: number) => Math.abs(Math.abs((score * 1e5) % 1) - 0.5) < 1e-4
    const different = exam.score.filter((_, pupil) => points[pupil] !== reference.percentiles[pupil])
    expect(different.every(isHalfway)).toBe(true)
  })
})

describe('groups', () => {
  test('of the whole cohort grow as usual', () => {
    const all = groupGrowth(percentiles, [...exam.score.keys()])
    if (all.status !== 'shown') throw new Error('not shown')
    expect(all.mean).toBeGreaterThan(49)
    expect(all.mean).toBeLessThan(51)
    expect(all.high - all.low).toBeLessThan(2)
  })

  test('intervals hold 50 for about 95 % of groups drawn at random', () => {
    const random = seededRandom(3)
    const groups = Array.from({ length: 400 }, () => {
      const drawn = new Set<number>()
      while (drawn.size < 30) drawn.add(Math.floor(random.uniform() * exam.score.length))
      return groupGrowth(percentiles, [...drawn])
    })
    const holding = groups.filter(
      (group) => group.status === 'shown' && group.low <= 50 && group.high >= 50,
    ).length
    expect(holding / 400).toBeGreaterThan(0.91)
    expect(holding / 400).toBeLessThan(0.98)
  })

  test('have the mean, its standard error and an interval that stays within 1 and 99', () => {
    const members = Array.from({ length: 20 }, (_, at) => at)
    const own = members.map((pupil) => points[pupil] ?? 0)
    const mean = own.reduce((sum, each) => sum + each, 0) / 20
    const error = Math.sqrt(own.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 19 / 20)
    const shown = groupGrowth(percentiles, members)
    expect(shown).toMatchObject({ status: 'shown', pupils: 20, mean })
    if (shown.status !== 'shown') return
    expect(shown.error).toBeCloseTo(error, 12)
    // R: qt(.975, 19)
    expect(shown.low).toBeCloseTo(mean - 2.0930240544083 * error, 10)
    expect(shown.high).toBeCloseTo(mean + 2.0930240544083 * error, 10)
  })

  test('below 20 are not shown, and below 10 never', () => {
    const members = Array.from({ length: 19 }, (_, at) => at)
    expect(groupGrowth(percentiles, members)).toEqual({ status: 'too few', pupils: 19 })
    expect(groupGrowth(percentiles, members, 15).status).toBe('shown')
    expect(groupGrowth(percentiles, members.slice(0, 9), 2).status).toBe('too few')
    expect(() => groupGrowth(percentiles, [9999])).toThrow('no pupil 9999')
  })
})

test('a group made of one pupil again and again, or with no least size, does not give the pupil away', () => {
  const same = Array.from({ length: 20 }, () => 3)
  expect(() => groupGrowth(percentiles, same)).toThrow(new RangeError('groupGrowth: pupil 3 is named twice'))
  expect(groupGrowth(percentiles, [3], Number.NaN)).toEqual({ status: 'too few', pupils: 1 })
})

test('a pupil gets a band that is at least a quarter of the scale, and a word only where it is safe', () => {
  for (let pupil = 0; pupil < 500; pupil++) {
    const { low, high, word } = growthBand(percentiles, pupil)
    const point = points[pupil] ?? 0
    expect([low, high]).toEqual([point < 23 ? 1 : point - 22, point > 77 ? 99 : point + 22])
    expect(word).toBe(high < 50 ? 'below usual' : low > 50 ? 'above usual' : 'cannot tell')
  }
  expect(() => growthBand(percentiles, -1)).toThrow('no pupil -1')
})

test('a municipality cannot norm itself', () => {
  expect(() => fitGrowthNorm(exam.prior.slice(0, 400), exam.score.slice(0, 400))).toThrow(
    '400 pupils are fewer than 1000',
  )
  expect(() => fitGrowthNorm([1, 2], [1])).toThrow('1 later scores for 2')
  expect(() => fitGrowthNorm([], [], 0)).toThrow('0 pupils are fewer')
  expect(() => fitGrowthNorm(exam.prior, exam.score, Number.NaN)).toThrow('fewer than NaN')
})

test('scores that are no numbers, that do not vary, or from more years than the norm knows are refused', () => {
  const holed = exam.prior.map((score, pupil) => (pupil === 7 ? Number.NaN : score))
  const flat = exam.prior.map(() => 4)
  expect(() => fitGrowthNorm(holed, exam.score)).toThrow(
    new RangeError('fitGrowthNorm: score NaN of pupil 7 is not a number'),
  )
  expect(() => fitGrowthNorm([exam.prior, flat], exam.score)).toThrow(
    new RangeError('fitGrowthNorm: earlier scores are all 4'),
  )
  expect(() => growthPercentiles(norm, holed, exam.score)).toThrow('growthPercentiles: score NaN of pupil 7')
  expect(() => growthPercentiles(norm, [exam.prior, exam.prior], exam.score)).toThrow(
    new RangeError('growthPercentiles: 2 lists of earlier scores for a norm of 1'),
  )
})

describe('two earlier scores', () => {
  // Scores in whole points, so that many pupils share one.
  const random = seededRandom(5)
  const talent = Array.from({ length: 1200 }, () => random.normal())
  const points = (spread: number) =>
    talent.map((each) => Math.round(20 + 7 * each + spread * random.normal()))
  const [before, longBefore, now] = [points(3), points(5), points(4)]
  const two = fitGrowthNorm([before, longBefore], now)

  test('a second score that is the first again changes no percentile', () => {
    const one = fitGrowthNorm(before, now)
    const again = fitGrowthNorm([before, before], now)
    expect(again.converged).toBe(true)
    expect(pointPercentiles(again, [before, before], now)).toEqual(pointPercentiles(one, before, now))
  })

  test('percentiles still spread evenly, and where they stood before no longer tells where they stand', () => {
    const percentiles = pointPercentiles(two, [before, longBefore], now)
    const mean = percentiles.reduce((sum, each) => sum + each, 0) / 1200
    expect(two.converged).toBe(true)
    expect(two.splines).toHaveLength(2)
    expect(Math.abs(mean - 50)).toBeLessThan(1)
    const above = longBefore.map((score, pupil) => ({ score, percentile: percentiles[pupil] ?? 0 }))
    const able = above.filter(({ score }) => score > 27)
    expect(Math.abs(able.reduce((sum, each) => sum + each.percentile, 0) / able.length - 50)).toBeLessThan(3)
  })
})

test('percentiles are sealed: what is handed out shows none', () => {
  expect(Object.keys(percentiles)).toEqual(['pupils'])
  const forged = { pupils: 30 }
  expect(() => groupGrowth(forged, [0])).toThrow(
    new RangeError('groupGrowth: growth of 30 pupils is not from growthPercentiles'),
  )
  expect(() => growthBand(forged, 0)).toThrow(
    new RangeError('growthBand: growth of 30 pupils is not from growthPercentiles'),
  )
})
