import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, element, table } from '../form/testing.ts'
import type { EarlierAnswer } from '../life/earlier.ts'
import { drawSpread } from '../plots/spread.ts'
import { drawTrend, TREND } from '../plots/trend.ts'
import { amongPeers, isFewPeople } from './among-peers.ts'
import { trendsOf } from './trend.ts'

const earlier = (period: string, field: string, number: number): EarlierAnswer => ({
  period,
  field,
  call: 'c',
  answer: { kind: 'count', number },
})
const elements = [
  element('pupils'),
  element('note', { kind: 'text' }),
  table('classes', ['1'], [['girls', 'count']]),
]

describe('an institution’s own figures', () => {
  test('go from the oldest to what it has given now, of periods of one kind', () => {
    const trends = trendsOf(elements, {
      answers: answersOf({ pupils: 30, note: 'x', 'classes.1.girls': 'n/a' }),
      earlier: [
        earlier('2024/2025', 'pupils', 28),
        earlier('2023/2024', 'pupils', 25),
        earlier('2024', 'pupils', 99),
        earlier('2025/2026', 'pupils', 98),
      ],
      period: '2025/2026',
    })
    expect(trends.map(({ field, points }) => [field.name, points.map(({ value }) => value)])).toEqual([
      ['pupils', [25, 28, 30]],
      ['classes.1.girls', [null]],
    ])
  })

  test('are drawn from zero, and not at all where there is only one', () => {
    expect(
      drawTrend([
        { period: '2024', value: 4 },
        { period: '2025', value: null },
      ]),
    ).toBeNull()
    const drawn = drawTrend([
      { period: '2023', value: 10 },
      { period: '2024', value: null },
      { period: '2025', value: 20 },
    ])
    expect(drawn?.lines).toEqual([])
    expect(drawn?.marks.map(({ y }) => y)).toEqual([55, TREND.top])
    expect(drawn?.zero).toBe(TREND.height - TREND.bottom)
  })
})

describe('among peers', () => {
  const peers = { peers: 9, lowerQuartile: 20, median: 30, upperQuartile: 45, deviation: 5 }

  test('the edges belong to the middle half', () => {
    expect([19.9, 20, 30, 45, 45.1].map((value) => amongPeers(value, peers))).toEqual([
      'under',
      'within',
      'within',
      'within',
      'over',
    ])
  })

  test('few people are told as few, nobody as nobody', () => {
    expect([0, 1, 4, 5].map((value) => isFewPeople(value, 5))).toEqual([false, true, true, false])
  })

  test('everything lies on the line, whatever the figures', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(number, fc.tuple(number, number, number), (own, three) => {
        const [lowerQuartile = 0, median = 0, upperQuartile = 0] = three.toSorted((a, b) => a - b)
        const drawn = drawSpread(own, { peers: 8, lowerQuartile, median, upperQuartile, deviation: 1 })
        for (const x of Object.values(drawn)) {
          expect(x).toBeGreaterThanOrEqual(13.9)
          expect(x).toBeLessThanOrEqual(306.1)
        }
        expect(drawn.from).toBeLessThanOrEqual(drawn.to)
      }),
    )
  })
})
