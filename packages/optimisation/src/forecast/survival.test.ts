import { expect, test } from 'vitest'
import { exampleHistory } from '../testing/example-history.ts'
import { survivalTable } from './survival.ts'

test('ratios are the means of the years', () => {
  const { steps } = survivalTable(exampleHistory, 5)
  expect(steps.map((step) => step.ratio)).toEqual([
    expect.closeTo(0.925, 12),
    expect.closeTo((88 / 90 + 91 / 95) / 2, 12),
  ])
  expect(steps[0]?.ratios).toEqual([0.95, 0.9])
  expect(steps[0]?.exposed).toBe(210)
})

test('pooled ratios weigh years by pupils', () => {
  const { steps } = survivalTable(exampleHistory, 5, 'pooled')
  expect(steps.map((step) => step.ratio)).toEqual([
    expect.closeTo(194 / 210, 12),
    expect.closeTo(179 / 185, 12),
  ])
})

test('only the last years count', () => {
  expect(survivalTable(exampleHistory, 1).steps[0]?.ratios).toEqual([0.9])
})

test('dispersion by hand, drawn towards the shared one', () => {
  const { steps, degrees } = survivalTable(exampleHistory, 2)
  const first = 2.5 ** 2 / 100 + 2.75 ** 2 / 110
  const ratio = (88 / 90 + 91 / 95) / 2
  const second = (88 - ratio * 90) ** 2 / 90 + (91 - ratio * 95) ** 2 / 95
  const shared = (first + second) / 2
  expect(degrees).toBe(2)
  expect(steps[0]?.dispersion).toBeCloseTo((first + 2 * shared) / 3, 12)
  expect(steps[1]?.dispersion).toBeCloseTo((second + 2 * shared) / 3, 12)
})

test('an empty grade leaves a ratio of one that is not observed', () => {
  const history = {
    firstYear: 2020,
    grades: ['1', '2'],
    pupils: [
      [0, 0],
      [0, 0],
      [5, 0],
    ],
  }
  expect(survivalTable(history, 3).steps[0]).toMatchObject({ ratio: 1, ratios: [], isObserved: false })
})

test('grades that always err together correlate fully, alternating ones not at all', () => {
  const together = {
    firstYear: 2020,
    grades: ['1', '2', '3'],
    pupils: [
      [100, 100, 1],
      [100, 90, 90],
      [100, 110, 99],
    ],
  }
  const joint = survivalTable(together, 2)
  expect(joint.correlation).toBeGreaterThan(0.9)
  expect(joint.yearShare).toBeCloseTo(1, 2)
  const against = {
    firstYear: 2020,
    grades: ['1', '2', '3'],
    pupils: [
      [100, 100, 1],
      [100, 90, 110],
      [100, 110, 81],
    ],
  }
  const opposite = survivalTable(against, 2)
  expect(opposite.correlation).toBe(0)
  expect(opposite.yearShare).toBeCloseTo(0, 2)
})

test('impossible arguments are refused by name', () => {
  expect(() => survivalTable({ ...exampleHistory, pupils: [[1, 2, 3]] }, 3)).toThrow(
    'survivalTable: 1 years give no ratio',
  )
  expect(() => survivalTable(exampleHistory, 0)).toThrow('lastYears 0')
  expect(() =>
    survivalTable(
      {
        ...exampleHistory,
        pupils: [
          [1, 2],
          [1, 2, 3],
        ],
      },
      3,
    ),
  ).toThrow('2021 has 2 counts for 3')
  expect(() =>
    survivalTable(
      {
        ...exampleHistory,
        pupils: [
          [1, 2, -3],
          [1, 2, 3],
        ],
      },
      3,
    ),
  ).toThrow('count -3')
  expect(() => survivalTable({ ...exampleHistory, grades: ['1', '1', '2'] }, 3)).toThrow('repeat')
})
