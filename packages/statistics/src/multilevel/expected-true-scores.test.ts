import { expect, test } from 'vitest'
import exam from '../../fixtures/exam.json' with { type: 'json' }
import { matrixFromRows } from '../linear-algebra/matrix.ts'
import { seededRandom } from '../seeded-random.ts'
import { expectedTrueScores } from './expected-true-scores.ts'
import { fitMultilevel } from './multilevel-model.ts'

const fixed = matrixFromRows(exam.prior.map(() => [1]))

// reference/measurement-error.R
test('prior scores of reliability 0.8, and the slope on them, agree with R', () => {
  const expected = expectedTrueScores({ response: exam.prior, fixed, groups: exam.school }, 0.8)
  expect([...expected.slice(0, 3)]).toEqual(
    [0.5151295607, 0.1922937659, -1.0344835043].map((value) => expect.closeTo(value, 7)),
  )
  const model = fitMultilevel({
    response: exam.score,
    fixed: matrixFromRows(Array.from(expected, (score) => [1, score])),
    groups: exam.school,
  })
  expect([...model.coefficients, ...model.standardErrors]).toEqual(
    [0.00617680642, 0.72048216659, 0.038422581, 0.015903362].map((value) => expect.closeTo(value, 7)),
  )
  expect([model.between[0], model.within]).toEqual([
    expect.closeTo(0.084064113, 6),
    expect.closeTo(0.56591168, 6),
  ])
})

test('scores without error are as they are', () => {
  const same = expectedTrueScores({ response: exam.prior, fixed, groups: exam.school }, 1)
  expect(Math.max(...same.map((score, i) => Math.abs(score - (exam.prior[i] as number))))).toBeLessThan(1e-12)
})

// 3,000 pupils of 60 schools; strong beginners go to some schools more than to others, and one kind is stronger
test('brings back a slope of 0.6 and a difference of 0.2 that error hides', () => {
  const random = seededRandom(2)
  const schools = Array.from({ length: 60 }, () => ({
    intake: random.normal() / 2,
    adds: random.normal() / 3,
  }))
  const pupils = Array.from({ length: 3000 }, (_, i) => {
    const { intake, adds } = schools[i % 60] as (typeof schools)[0]
    const kind = Number(random.normal() > 0)
    const score = intake + 0.3 * kind + random.normal()
    const result = 0.6 * score + 0.2 * kind + adds + 0.6 * random.normal()
    return { school: i % 60, kind, observed: score + 0.7 * random.normal(), result }
  })
  const groups = pupils.map(({ school }) => school)
  const kinds = matrixFromRows(pupils.map(({ kind }) => [1, kind]))
  const observed = pupils.map((pupil) => pupil.observed)
  // 1 + 0.25 + 0.3²·0.25 true, 0.49 error
  const expected = expectedTrueScores({ response: observed, fixed: kinds, groups }, 1.2725 / 1.7625)
  const slopes = (scores: ArrayLike<number>) =>
    fitMultilevel({
      response: pupils.map(({ result }) => result),
      fixed: matrixFromRows(pupils.map(({ kind }, i) => [1, kind, scores[i] as number])),
      groups,
    }).coefficients
  expect(slopes(observed)[2]).toBeLessThan(0.45)
  expect(slopes(expected)[2]).toBeCloseTo(0.6, 1)
  expect(slopes(expected)[1]).toBeCloseTo(0.2, 1)
})

test('refuses a reliability that cannot be, or leaves nothing but error', () => {
  const data = { response: exam.prior, fixed, groups: exam.school }
  expect(() => expectedTrueScores(data, 80)).toThrow(
    'expectedTrueScores: reliability 80 is not within 0 and 1',
  )
  expect(() => expectedTrueScores(data, 0.05)).toThrow(
    'expectedTrueScores: with reliability 0.05 people of a group differ by error alone',
  )
})
