import { describe, expect, test } from 'vitest'
import { judgeSet } from './list.ts'
import { retirementOf } from './questions.ts'
import { aSet } from './rules/testing.ts'
import { aBaseline, anIndicator, anObservation, aSeries, aShare, aTarget } from './testing.ts'
import { judge } from './verdict.ts'

const RULE = new Map([
  ['2022/2023', 2023],
  ['2024/2025', 2025],
])
const retired = (period: string) => anObservation({ period, value: { kind: 'missing', missing: 'retired' } })
const measured = anObservation({ value: aShare(80) })
const anIndicatorWith = (results: ReturnType<typeof anObservation>[], retiredOn: string | null) =>
  anIndicator({
    unit: 'percent',
    retiredOn,
    series: [
      aSeries({
        baseline: aBaseline(aShare(50)),
        targets: [aTarget({ year: 2023, value: 55 }), aTarget({ value: 60 })],
        results,
      }),
    ],
  })
const inPeriod = (indicator: ReturnType<typeof anIndicator>, period: string) => {
  const [series] = indicator.series
  return series && judge(indicator, series, period, RULE)
}

describe.each([
  ['by a day', anIndicatorWith([measured], '2022-09-01')],
  ['by its results', anIndicatorWith([retired('2022/2023'), measured], null)],
])('an indicator retired %s and measured again', (_, indicator) => {
  test('is judged from then on', () => {
    expect(inPeriod(indicator, '2024/2025')).toMatchObject({ status: 'met', targetYear: 2025 })
    expect(judgeSet(aSet([indicator]), null)[0]?.verdict).toMatchObject({ status: 'met' })
  })

  test('was not measured in between, and is not retired', () => {
    expect(inPeriod(indicator, '2022/2023')).toMatchObject({ reason: 'notMeasuredThen' })
    expect(retirementOf(indicator)).toBeNull()
  })
})

test('a figure of the time right after the retirement does not bring an indicator back', () => {
  const indicator = anIndicatorWith([measured], '2024-09-01')
  expect(inPeriod(indicator, '2024/2025')).toMatchObject({ reason: 'retired' })
  expect(retirementOf(indicator)).toMatchObject({ on: '2024-09-01' })
})

test('what is retired and stays so is retired', () => {
  const indicator = anIndicatorWith([retired('2022/2023'), retired('2024/2025')], null)
  expect(inPeriod(indicator, '2024/2025')).toMatchObject({ reason: 'retired' })
})
