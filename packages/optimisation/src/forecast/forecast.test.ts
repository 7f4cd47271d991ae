import { tQuantile } from '@izaugsme/statistics'
import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { exampleEntries, exampleHistory } from '../testing/example-history.ts'
import { forecastEnrolment } from './forecast.ts'

test('the worked example', () => {
  const { years, areEntriesTakenAsKnown, hasIntervals } = forecastEnrolment(exampleHistory, exampleEntries)
  const counts = years.map((year) => year.grades.map((grade) => Number(grade.pupils.toFixed(5))))
  expect(counts).toEqual([
    [125, 111, 95.81579],
    [130, 115.625, 107.42982],
    [128, 120.25, 111.90607],
  ])
  expect(years.map((year) => year.year)).toEqual([2024, 2025, 2026])
  expect(years[0]?.grades.map(({ grade }) => grade)).toEqual(['K', '1', '2'])
  expect(areEntriesTakenAsKnown).toBe(true)
  expect(hasIntervals).toBe(true)
})

test('the variance of one step is that of its cohort and of its ratio, alone and together', () => {
  const { years, survival } = forecastEnrolment(exampleHistory, exampleEntries)
  const dispersion = survival.steps[0]?.dispersion ?? 0
  const ratio = 120 ** 2 / 210
  // Two ratios from 210 pupils: chance grows with the cohort, what a year does to all with its square.
  const own = dispersion * (120 + ratio)
  const common = dispersion * ((120 ** 2 * 2) / 210 + ratio)
  const { yearShare } = survival
  const first = years[0]?.grades[1]
  expect((first?.standardDeviation ?? 0) ** 2).toBeCloseTo(
    yearShare * common + (1 - yearShare) * (2 * own - common),
    9,
  )
})

test("intervals are Student's with the degrees behind the deviation", () => {
  const { years } = forecastEnrolment(exampleHistory, exampleEntries)
  const { pupils, standardDeviation, degrees, interval80, interval95 } = years[0]?.total ?? missing
  expect(interval80.high - pupils).toBeCloseTo(tQuantile(0.9, degrees) * standardDeviation, 9)
  expect(pupils - interval95.low).toBeCloseTo(tQuantile(0.975, degrees) * standardDeviation, 9)
})

test('a total rests on the years where grades err together, on all grades where they err alone', () => {
  // Ratios of 0.9 and 1.1 by turns: in all grades the same ones, or the opposite ones.
  const together = historyOf([
    [100, 100, 100],
    [100, 110, 110],
    [100, 90, 99],
    [100, 110, 99],
    [100, 90, 99],
  ])
  const against = historyOf([
    [100, 100, 100],
    [100, 110, 90],
    [100, 90, 121],
    [100, 110, 81],
    [100, 90, 121],
  ])
  const of = (history: typeof together) => forecastEnrolment(history, [100]).years[0]?.total ?? missing
  expect(of(together).degrees).toBe(3)
  expect(of(against).degrees).toBeGreaterThan(5)
  expect(of(against).standardDeviation).toBeLessThan(0.3 * of(together).standardDeviation)
})

test('the spread of entries travels with their cohort', () => {
  const known = forecastEnrolment(exampleHistory, [{ pupils: 100, standardDeviation: 0 }, 100])
  const unsure = forecastEnrolment(exampleHistory, [{ pupils: 100, standardDeviation: 10 }, 100])
  const variance = (each: typeof known) => (each.years[1]?.grades[1]?.standardDeviation ?? 0) ** 2
  expect(variance(unsure) - variance(known)).toBeCloseTo(0.925 ** 2 * 100, 9)
})

test('what all entries err in alike adds up over cohorts, what each errs in by itself does not', () => {
  const entered = { pupils: 100, standardDeviation: 10 }
  const varianceOf = (entry: typeof entered & { sharedDeviation?: number }) => {
    const { standardDeviation = 0 } =
      forecastEnrolment(exampleHistory, [entry, entry]).years[1]?.sumOf(['K', '1']) ?? missing
    return standardDeviation ** 2
  }
  const none = varianceOf({ pupils: 100, standardDeviation: 0 })
  expect(varianceOf(entered) - none).toBeCloseTo(10 ** 2 + (0.925 * 10) ** 2, 9)
  expect(varianceOf({ ...entered, sharedDeviation: 10 }) - none).toBeCloseTo((10 + 0.925 * 10) ** 2, 9)
})

test('entries known from few cohorts have the intervals of so few', () => {
  const of = (degrees: number) =>
    forecastEnrolment(exampleHistory, [{ pupils: 100, standardDeviation: 10, degrees }]).years[0]?.grades[0]
  expect(of(3)).toMatchObject({ degrees: 3, standardDeviation: 10 })
  expect(of(3)?.interval80.high).toBeCloseTo(100 + tQuantile(0.9, 3) * 10, 9)
})

test('a forecast starts from a year that is known, but for the grade that leaves', () => {
  const lastYear = (...row: number[]) => ({ ...exampleHistory, pupils: exampleHistory.pupils.with(2, row) })
  expect(() => forecastEnrolment(lastYear(120, Number.NaN, 91), [125])).toThrow(
    new RangeError('forecastEnrolment: pupils of 2023 in grade 1 are not known'),
  )
  const { years } = forecastEnrolment(lastYear(120, 99, Number.NaN), [125])
  expect(years[0]?.grades[2]?.pupils).toBeCloseTo((99 * 88) / 90, 9)
})

test('a grade that nobody is in takes the intervals of the others away from none', () => {
  const withEmpty = exampleHistory.pupils.map((row) => [...row, 0, 0])
  const history = { ...exampleHistory, grades: ['K', '1', '2', '3', '4'], pupils: withEmpty }
  const { hasIntervals, years } = forecastEnrolment(history, [100])
  expect(hasIntervals).toBe(true)
  const { pupils, interval80 } = years[0]?.grades[1] ?? missing
  expect(interval80.high).toBeGreaterThan(pupils)
})

test('without a spread there are no intervals', () => {
  const history = { ...exampleHistory, pupils: exampleHistory.pupils.slice(0, 2) }
  const { hasIntervals, years, areEntriesTakenAsKnown } = forecastEnrolment(history, [
    { pupils: 100, standardDeviation: 10 },
  ])
  expect(hasIntervals).toBe(false)
  expect(areEntriesTakenAsKnown).toBe(false)
  expect(years[0]?.total).toMatchObject({ standardDeviation: 10, degrees: 0 })
  expect(years[0]?.total.interval95).toEqual({ low: years[0]?.total.pupils, high: years[0]?.total.pupils })
})

test('the total is the sum and the 95 % interval holds the 80 % one', () => {
  const counts = array(array(integer({ min: 1, max: 60 }), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 8,
  })
  assert(
    property(counts, (pupils) => {
      const { years } = forecastEnrolment(
        { firstYear: 2020, grades: ['1', '2', '3', '4'], pupils },
        [20, 25, 30],
      )
      for (const { grades, total, sumOf } of years) {
        expect(total.pupils).toBeCloseTo(
          grades.reduce((sum, grade) => sum + grade.pupils, 0),
          8,
        )
        expect(sumOf(['2']).pupils).toBe(grades[1]?.pupils)
        const deviations = grades.reduce((sum, grade) => sum + grade.standardDeviation, 0)
        expect(total.standardDeviation).toBeLessThanOrEqual(deviations + 1e-9)
        expect(total.interval95.low).toBeLessThanOrEqual(total.interval80.low)
        expect(total.interval95.high).toBeGreaterThanOrEqual(total.interval80.high)
      }
    }),
    {
      examples: [
        // Single grades have nothing left that they err by themselves, the sum has.
        [
          [
            [1, 5, 20, 1],
            [6, 26, 1, 1],
            [9, 17, 1, 16],
          ],
        ],
      ],
    },
  )
})

test('impossible entries and unknown grades are refused', () => {
  expect(() => forecastEnrolment(exampleHistory, [])).toThrow(
    new RangeError('forecastEnrolment: entries is empty'),
  )
  expect(() => forecastEnrolment(exampleHistory, [-1])).toThrow(
    new RangeError('forecastEnrolment: entries -1 with deviation 0'),
  )
  expect(() => forecastEnrolment(exampleHistory, [{ pupils: 1, standardDeviation: -2 }])).toThrow(
    new RangeError('forecastEnrolment: entries 1 with deviation -2'),
  )
  expect(() => forecastEnrolment(exampleHistory, [Infinity])).toThrow(
    new RangeError('forecastEnrolment: entries Infinity with deviation 0'),
  )
  expect(() =>
    forecastEnrolment(exampleHistory, [{ pupils: 1, standardDeviation: 2, sharedDeviation: 3 }]),
  ).toThrow(new RangeError('forecastEnrolment: entries with deviation 2, shared 3, 1 degrees'))
  expect(() => forecastEnrolment(exampleHistory, [{ pupils: 1, degrees: 0 }])).toThrow('0 degrees')
  expect(() => forecastEnrolment(exampleHistory, [1], { lastYears: 0.5 })).toThrow(
    new RangeError('forecastEnrolment: lastYears 0.5 is not a whole number of at least 1'),
  )
  expect(() => forecastEnrolment({ ...exampleHistory, pupils: [[1, 2, 3]] }, [1])).toThrow(
    new RangeError('forecastEnrolment: 1 years give no ratio'),
  )
  expect(() => forecastEnrolment(exampleHistory, [1]).years[0]?.sumOf(['1', '1'])).toThrow(
    new RangeError('sumOf: grades 1,1 repeat'),
  )
  expect(() => forecastEnrolment(exampleHistory, [1]).years[0]?.sumOf(['9'])).toThrow(
    new RangeError('sumOf: grade 9 is not in the history'),
  )
})

const missing = {
  pupils: NaN,
  standardDeviation: NaN,
  degrees: NaN,
  interval80: { low: NaN, high: NaN },
  interval95: { low: NaN, high: NaN },
}

function historyOf(pupils: readonly (readonly number[])[]) {
  return { firstYear: 2020, grades: ['1', '2', '3'], pupils }
}
