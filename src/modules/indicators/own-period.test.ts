import { describe, expect, test } from 'vitest'
import { judgeSet } from './list.ts'
import { commonPeriod, ownPeriod } from './own-period.ts'
import { aSet } from './rules/testing.ts'
import { aBaseline, anIndicator, anObservation, aSeries, aShare, aTarget } from './testing.ts'

const of = (period: string, share: number) => anObservation({ period, value: aShare(share) })
const missingIn = (period: string) =>
  anObservation({ period, value: { kind: 'missing', missing: 'notMeasured' } })
const baseline = aBaseline(aShare(50))
const by2025 = aTarget({ value: 60 })
const by2027 = aTarget({ year: 2027, value: 70 })
const by2030 = aTarget({ year: 2030, value: 95 })
const schoolYears = new Map([
  ['2023/2024', 2023],
  ['2024/2025', 2025],
])

const standing = (
  rule: ReadonlyMap<string, number>,
  ...series: Parameters<typeof aSeries>[0][]
): [string, string][] => {
  const indicators = series.map((given, index) =>
    anIndicator({ code: String(index), unit: 'percent', series: [aSeries({ baseline, ...given })] }),
  )
  const judged = judgeSet(aSet(indicators, { periodRule: rule }), null)
  return judged.map(({ verdict }) => [verdict.period, verdict.status])
}

describe('every series is judged in its own latest period', () => {
  test('school years and calendar years beside each other', () => {
    const rule = new Map([
      ['2024/2025', 2025],
      ['2025', 2025],
    ])
    expect(
      standing(
        rule,
        { targets: [by2025], results: [of('2024/2025', 70)] },
        { targets: [by2025], results: [of('2025', 70)] },
      ),
    ).toEqual([
      ['2024/2025', 'met'],
      ['2025', 'met'],
    ])
  })

  test('a later year in the rule of periods does not hide what is there', () => {
    const rule = new Map([
      ['2024/2025', 2025],
      ['2026/2027', 2027],
    ])
    const series = { targets: [by2025, by2027], results: [of('2024/2025', 65)] }
    expect(standing(rule, series)).toEqual([['2024/2025', 'met']])
  })

  test('with only a final target the path from the baseline is the yardstick, with a rule or without', () => {
    const results = [of('2022', 58), of('2023', 59)]
    const rule = new Map([['2030', 2030]])
    expect(standing(new Map(), { targets: [by2030], results })).toEqual([['2023', 'offTrack']])
    expect(standing(rule, { targets: [by2030], results: [of('2022', 58)] })).toEqual([['2022', 'onTrack']])
  })

  test('a calendar year answers the target for itself without a rule', () => {
    expect(standing(new Map(), { targets: [by2025], results: [of('2025', 59)] })).toEqual([
      ['2025', 'missed'],
    ])
  })

  test('a period that answers a target goes before a later one that is on the way to the next', () => {
    const series = { targets: [by2025, by2030], results: [of('2024/2025', 61), of('2025/2026', 62)] }
    expect(standing(schoolYears, series)).toEqual([['2024/2025', 'met']])
  })

  test('no result is said only where there is none', () => {
    expect(
      standing(
        schoolYears,
        { targets: [by2025], results: [] },
        { targets: [by2025], results: [missingIn('2023/2024'), missingIn('2024/2025')] },
        { targets: [aTarget({ year: 2023, value: 40 })], results: [of('2023/2024', 50)] },
      ),
    ).toEqual([
      ['2024/2025', 'notEvaluable'],
      ['2024/2025', 'notEvaluable'],
      ['2023/2024', 'met'],
    ])
  })
})

test('a series without anything is due in the year of its first target', () => {
  expect(ownPeriod({ results: [], targets: [by2030] }, new Map())).toBe('2030')
  expect(ownPeriod({ results: [], targets: [] }, new Map())).toBe('unknown')
})

test('a period is common when it is the only one', () => {
  expect(commonPeriod(['2025', '2025'])).toBe('2025')
  expect(commonPeriod(['2025', '2024/2025'])).toBeNull()
  expect(commonPeriod([])).toBeNull()
})
