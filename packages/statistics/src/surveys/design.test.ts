import { expect, test } from 'vitest'
import { twoStage } from '../testing/api-schools.ts'
import { degreesOfFreedom, surveyDesign } from './design.ts'

test('weights are populations over what was drawn, stage by stage', () => {
  const design = surveyDesign(5, {
    clusters: ['x', 'x', 'x', 'y', 'y'],
    populations: 8,
    within: { populations: [6, 6, 6, 2, 2] },
  })
  expect([...design.weights]).toEqual([8, 8, 8, 4, 4])
  expect(degreesOfFreedom(design)).toBe(1)
})

test('degrees of freedom are clusters less strata', () => {
  expect(degreesOfFreedom(twoStage)).toBe(39)
  const nested = surveyDesign(6, {
    strata: [1, 1, 1, 2, 2, 2],
    clusters: [1, 2, 2, 1, 2, 3],
    populations: 10,
  })
  expect(degreesOfFreedom(nested)).toBe(3)
})

test('degrees of freedom of a part are those of the clusters and strata in which it is', () => {
  const design = surveyDesign(6, {
    strata: [1, 1, 1, 2, 2, 2],
    clusters: [1, 2, 2, 1, 2, 3],
    populations: 10,
  })
  expect(degreesOfFreedom(design, [true, true, false, true, false, false])).toBe(1)
  expect(degreesOfFreedom(design, [false, true, true, false, false, false])).toBe(0)
})

test('refuses what contradicts itself', () => {
  expect(() => surveyDesign(0)).toThrow('surveyDesign: respondents 0')
  expect(() => surveyDesign(2)).toThrow('neither weights nor populations')
  expect(() => surveyDesign(2, { populations: 1 })).toThrow('population 1 is less than the 2 drawn')
  expect(() => surveyDesign(2, { populations: [5, 6] })).toThrow('populations 5 and 6 in one stratum')
  expect(() => surveyDesign(2, { strata: ['a'] })).toThrow('surveyDesign: 1 strata where 2')
  expect(() => surveyDesign(2, { strata: ['a', Number.NaN], populations: 5 })).toThrow(
    'surveyDesign: stratum NaN at 1 is no label',
  )
  expect(() => surveyDesign(2, { clusters: [Number.NaN, ''], populations: 5 })).toThrow(
    'surveyDesign: cluster NaN at 0 is no label',
  )
  expect(() => surveyDesign(2, { clusters: ['a'] })).toThrow('surveyDesign: 1 clusters where 2')
  expect(() => surveyDesign(2, {}, [1])).toThrow('surveyDesign: 1 weights where 2')
  expect(() => surveyDesign(2, { populations: [5] })).toThrow('surveyDesign: 1 populations where 2')
  expect(() => surveyDesign(2, {}, [1, Number.NaN])).toThrow('surveyDesign: weight NaN at 1')
  expect(() => surveyDesign(2, {}, [1, 0])).toThrow('surveyDesign: weight 0 is not positive')
})
