import { describe, expect, test } from 'vitest'
import { drawSeries } from './plots/series-chart.ts'
import { aNumber, anIndicator, anObservation, aSeries, aTarget } from './testing.ts'
import { judge } from './verdict.ts'
import { formatTarget } from './words/target.ts'
import { speechIn } from './words/testing.ts'

const rule = new Map<string, number>()
const withResult = (number: number, targets = [aTarget({ year: null, value: 10 })]) =>
  aSeries({ targets, results: [anObservation({ period: '2024', value: aNumber(number) })] })
const judged = (series: ReturnType<typeof aSeries>, period = '2024') =>
  judge(anIndicator({ series: [series] }), series, period, rule)

describe('a target without a year', () => {
  test('is met by a result that reaches it', () => {
    expect(judged(withResult(12))).toMatchObject({ status: 'met', targetYear: null })
  })

  test('is not missed but not yet reached by any other', () => {
    expect(judged(withResult(8))).toMatchObject({ status: 'notEvaluable', reason: 'notYet' })
  })

  test('stands behind what is promised for a year', () => {
    const both = [aTarget({ year: 2024, value: 7 }), aTarget({ year: null, value: 10 })]
    expect(judged(withResult(8, both))).toMatchObject({ status: 'met', targetYear: 2024 })
    const later = aSeries({
      targets: both,
      results: [anObservation({ period: '2026', value: aNumber(9) })],
    })
    expect(judged(later, '2026')).toMatchObject({ status: 'notEvaluable', reason: 'notYet' })
  })

  test('asks for a trend as any other does', () => {
    const trend = aTarget({ year: null, kind: 'trend', value: null })
    const from = { observation: anObservation({ period: '2020', value: aNumber(5) }), isRecomputed: false }
    const series = { ...withResult(6, [trend]), baseline: from }
    expect(judged(series).status).toBe('met')
    expect(judged({ ...withResult(5, [trend]), baseline: from })).toMatchObject({ reason: 'notYet' })
  })

  test('is drawn as a level, without a place in time', () => {
    const drawing = drawSeries(
      anIndicator(),
      {
        ...withResult(8),
        baseline: {
          observation: anObservation({ period: '2020', value: aNumber(5) }),
          isRecomputed: false,
        },
      },
      { language: 'lv' },
    )
    expect(drawing?.levels.map(({ value }) => value)).toEqual([10])
    expect(drawing?.targets).toEqual([])
  })

  test('is written as any other', () => {
    const [target] = withResult(8).targets
    expect(formatTarget(anIndicator(), withResult(8), target ?? null, speechIn('lv'))).toBe('10')
  })
})
