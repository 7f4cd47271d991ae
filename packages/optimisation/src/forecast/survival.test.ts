import { expect, test } from 'vitest'
import { exampleHistory } from '../testing/example-history.ts'
import { type EnrolmentHistory, sumHistories } from './history.ts'
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

// R: mean(c(95 / 100, 99 / 110)), and of the next grade 88 / 90 alone.
test('a count that is not known tells nothing, where a zero would tell that nobody went on', () => {
  const pupils = [
    [100, 90, 80],
    [110, 95, 88],
    [120, 99, Number.NaN],
  ]
  const { steps } = survivalTable({ ...exampleHistory, pupils }, 5)
  expect(steps.map(({ ratio }) => ratio)).toEqual([expect.closeTo(0.925, 12), expect.closeTo(88 / 90, 12)])
  expect(steps[1]).toMatchObject({ ratios: [88 / 90], exposed: 90 })
})

test('grades seen in different years have no more degrees than they were seen', () => {
  const pupils = [
    [100, 90, Number.NaN],
    [100, 95, Number.NaN],
    [100, 85, Number.NaN],
    [100, Number.NaN, 70],
    [100, 90, 75],
    [100, Number.NaN, 80],
  ]
  const { degrees, yearDegrees, ownDegrees } = survivalTable({ ...exampleHistory, pupils }, 9)
  // From K to 1 there are four ratios less one; from 1 to 2 there is one, which shows no spread.
  expect({ yearDegrees, ownDegrees, degrees }).toEqual({ yearDegrees: 3, ownDegrees: 1.5, degrees: 3 })
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
  expect(() => survivalTable(exampleHistory, 5, 'median' as 'mean')).toThrow(
    new RangeError('survivalTable: method median is neither mean nor pooled'),
  )
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

test.each<[string, Partial<EnrolmentHistory>]>([
  ['firstYear 2020.5 is not a whole number', { firstYear: 2020.5 }],
  ['grades is empty', { grades: [], pupils: [[], []] }],
  ['grades 1,1,2 repeat', { grades: ['1', '1', '2'] }],
  [
    'pupils of 2022 has 2 counts for 3 grades',
    {
      pupils: [
        [1, 2, 3],
        [1, 2],
        [1, 2, 3],
      ],
    },
  ],
  [
    'pupils of 2022 has the count Infinity',
    {
      pupils: [
        [1, 2, 3],
        [1, Infinity, 3],
      ],
    },
  ],
])('a history is refused: %s', (fault, change) => {
  expect(() => survivalTable({ ...exampleHistory, ...change }, 3)).toThrow(
    new RangeError(`survivalTable: ${fault}`),
  )
})

test('a history of one grade has no steps', () => {
  const one = { firstYear: 2020, grades: ['1'], pupils: [[5], [6]] }
  expect(survivalTable(one, 3)).toMatchObject({ steps: [], degrees: 0, ownDegrees: 0, yearDegrees: 0 })
})

test('histories of other years, lengths or grades cannot be added', () => {
  const differ = (change: Partial<EnrolmentHistory>, years: number, grades: string) =>
    expect(() => sumHistories([exampleHistory, { ...exampleHistory, ...change }])).toThrow(
      new RangeError(`sumHistories: years or grades differ (${years}, ${grades})`),
    )
  differ({ firstYear: 2020 }, 2020, 'K,1,2')
  differ({ pupils: exampleHistory.pupils.slice(1) }, 2021, 'K,1,2')
  differ({ grades: ['K', '1', '3'] }, 2021, 'K,1,3')
  expect(() => sumHistories([])).toThrow(new RangeError('sumHistories: histories is empty'))
  expect(sumHistories([exampleHistory, exampleHistory]).pupils[1]).toEqual([220, 190, 176])
})
