import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { platformTexts } from '#platform/texts/index.ts'
import { createText } from '#platform/texts/text.ts'
import { chartFile } from '#platform/ui/chart/chart-file.ts'
import type { Series } from '../model.ts'
import {
  aBaseline,
  aMethodology,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from '../testing.ts'
import { indicatorsTexts } from '../texts/index.ts'
import { judge } from '../verdict.ts'
import { seriesFile } from '../words/chart-file.ts'
import { commonDomains } from './drawn-series.ts'
import { placeRange, type Range, rangeOf } from './range.ts'
import { CHART, drawSeries } from './series-chart.ts'

const rule = new Map([['2024/2025', 2025]])
const WIDTH = 200

const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const maybe = fc.option(figure)

/** A series of any numbers, with a baseline of a known, an unknown or no year, and targets. */
const anySeries = fc
  .record({
    baseline: fc.option(fc.record({ number: figure, period: fc.constantFrom('2020', '2021', 'unknown') })),
    results: fc.uniqueArray(fc.record({ number: figure, year: fc.integer({ min: 2021, max: 2030 }) }), {
      selector: ({ year }) => year,
      minLength: 2,
    }),
    target: maybe,
  })
  .map(
    ({ baseline, results, target }): Series =>
      aSeries({
        baseline: baseline ? aBaseline(baseline.number, { period: baseline.period }) : null,
        results: results.map(({ number, year }) =>
          anObservation({ period: `${year - 1}/${year}`, value: aNumber(number) }),
        ),
        targets: target === null ? [] : [aTarget({ value: target })],
      }),
  )

describe('a range', () => {
  test('keeps every point on the drawing', () => {
    const ranges = fc.record({
      unit: fc.constant('count'),
      baseline: maybe,
      earlier: fc.array(figure),
      latest: figure,
      interval: fc.option(fc.record({ low: figure, high: figure })),
      target: maybe,
      direction: fc.constantFrom('up', 'down', 'none'),
      isBetter: fc.constant(false),
    }) satisfies fc.Arbitrary<Range>
    fc.assert(
      fc.property(ranges, (range) => {
        const { baseline, earlier, latest, interval, target } = placeRange(range, WIDTH)
        const ends = interval ? [interval.low, interval.high] : []
        for (const place of [baseline, ...earlier, latest, target, ...ends]) {
          if (place === null) continue
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(WIDTH)
        }
      }),
    )
  })

  test('opens to the good side', () => {
    const range = {
      unit: 'count',
      baseline: 1,
      earlier: [],
      latest: 3,
      interval: null,
      target: 2,
      isBetter: false,
    }
    const place = 8 + (2 / 3) * (WIDTH - 16) // from an honest zero
    expect(placeRange({ ...range, direction: 'up' }, WIDTH).zone).toEqual({
      from: expect.closeTo(place),
      to: WIDTH,
    })
    expect(placeRange({ ...range, direction: 'down' }, WIDTH).zone).toEqual({
      from: 0,
      to: expect.closeTo(place),
    })
    expect(placeRange({ ...range, direction: 'none' }, WIDTH).zone).toBeNull()
  })

  test('leaves out a figure in another unit', () => {
    const series = aSeries({
      baseline: aBaseline(aShare(35)),
      results: [
        anObservation({ period: '2023/2024', value: aShare(16) }),
        anObservation({ value: aNumber(735) }),
      ],
      targets: [aTarget({ value: 65 })],
    })
    const indicator = anIndicator({ unit: 'percent' })
    const range = rangeOf(indicator, series, judge(indicator, series, '2024/2025', rule))
    expect(range).toMatchObject({ unit: 'percent', baseline: 35, earlier: [16], latest: null, target: 65 })
  })

  test('is nothing without a figure', () => {
    const indicator = anIndicator()
    expect(rangeOf(indicator, aSeries(), judge(indicator, aSeries(), '2024/2025', rule))).toBeNull()
  })
})

describe('a chart of a series', () => {
  test('keeps every mark and label on the drawing', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const drawing = drawSeries(anIndicator(), series, { language: 'lv' })
        const marks = [...(drawing?.points ?? []), ...(drawing?.targets ?? [])]
        expect(marks.length).toBeGreaterThan(0)
        for (const { x, y, labelY } of marks) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(CHART.width)
          for (const height of [y, labelY]) {
            expect(height).toBeGreaterThan(0)
            expect(height).toBeLessThanOrEqual(CHART.height - CHART.bottom + 0.01)
          }
        }
      }),
    )
  })

  test('puts a baseline whose year is not stated before everything else', () => {
    const series = aSeries({ baseline: aBaseline(5, { period: 'unknown' }), results: [anObservation()] })
    const [baseline, result] = drawSeries(anIndicator(), series, { language: 'lv' })?.points ?? []
    expect(baseline?.role).toBe('baseline')
    expect(baseline?.x).toBeLessThan(result?.x ?? 0)
  })

  test('breaks the line where the methodology changed', () => {
    const indicator = anIndicator({
      methodologies: [
        aMethodology(),
        aMethodology({ version: 2, validFrom: '2023/2024', comparability: 'no' }),
      ],
    })
    const series = aSeries({
      baseline: aBaseline(5),
      results: [anObservation({ period: '2023/2024' }), anObservation()],
    })
    const drawing = drawSeries(indicator, series, { language: 'lv' })
    expect(drawing?.breaks).toHaveLength(1)
    expect(drawing?.lines).toHaveLength(1)
  })

  test('of shares goes from 0 to 100, and several in one unit have one scale', () => {
    const low = aSeries({
      key: 'a',
      baseline: aBaseline(aShare(81)),
      results: [anObservation({ value: aShare(78) })],
    })
    const shares = drawSeries(anIndicator({ unit: 'percent' }), low, { language: 'lv' })
    expect(shares?.valueTicks.at(0)?.value).toBe(0)
    expect(shares?.valueTicks.at(-1)?.value).toBe(100)
    expect(shares?.leavesOutZero).toBe(false)

    const few = aSeries({
      key: 'few',
      baseline: aBaseline(2),
      results: [anObservation({ value: aNumber(4) })],
    })
    const many = aSeries({
      key: 'many',
      baseline: aBaseline(389),
      results: [anObservation({ value: aNumber(1058) })],
    })
    const indicator = anIndicator({ series: [few, many] })
    const domains = commonDomains(indicator)
    const ticks = [few, many].map(
      (series) => drawSeries(indicator, series, { language: 'lv', domains })?.valueTicks,
    )
    expect(ticks[0]).toEqual(ticks[1])
    expect(ticks[0]?.length).toBeGreaterThan(2)
  })

  test('leaves zero out only where it would press the figures together, and knows it', () => {
    const far = aSeries({ baseline: aBaseline(1000), results: [anObservation({ value: aNumber(1050) })] })
    expect(drawSeries(anIndicator(), far, { language: 'lv' })?.leavesOutZero).toBe(true)
    const near = aSeries({ baseline: aBaseline(20), results: [anObservation({ value: aNumber(50) })] })
    expect(drawSeries(anIndicator(), near, { language: 'lv' })?.leavesOutZero).toBe(false)
  })

  test('is none for a single point', () => {
    const one = aSeries({ results: [anObservation()], targets: [aTarget()] })
    expect(drawSeries(anIndicator(), one, { language: 'lv' })).toBeNull()
  })

  test('has a mark also where better than the baseline is asked for', () => {
    const better = aTarget({ kind: 'trend', value: null })
    const series = aSeries({ baseline: aBaseline(40), results: [anObservation()], targets: [better] })
    const drawing = drawSeries(anIndicator(), series, { language: 'lv' })
    expect(drawing?.better).toMatchObject({ value: 40, direction: 'up', y: drawing?.points[0]?.y })
    const range = rangeOf(anIndicator(), series, judge(anIndicator(), series, '2024/2025', rule))
    expect(range).toMatchObject({ target: 40, isBetter: true })
  })

  test('says its unit, its scale and its figures in words that a file shows too', () => {
    const series = aSeries({
      baseline: aBaseline(aShare(81)),
      results: [anObservation({ value: aShare(78.25) })],
    })
    const indicator = anIndicator({ unit: 'percent', series: [series] })
    for (const [language, figure] of [
      ['lv', '78,25\u00a0%'],
      ['en', '78.25%'],
    ] as const) {
      const text = createText(language, { ...platformTexts[language], ...indicatorsTexts[language] })
      const shown = {
        indicator,
        series,
        place: 'Liepāja',
        units: new Map(),
        sources: [],
        address: '/a',
        day: null,
      }
      const file = seriesFile(shown, language, text)
      const svg = file && chartFile(file)
      for (const said of ['>%<', '>100<', figure, 'CC BY 4.0', file?.title, ...(file?.notes ?? [])])
        expect(svg).toContain(said)
      expect(file?.legend.length).toBeGreaterThan(2)
      for (const entry of file?.legend ?? []) expect(svg).toContain(entry.label)
    }
  })

  test('is nothing without a number', () => {
    const missing = anObservation({ value: { kind: 'missing', missing: 'notMeasured' } })
    expect(drawSeries(anIndicator(), aSeries({ results: [missing] }), { language: 'lv' })).toBeNull()
  })
})

describe('an interval', () => {
  const target = aTarget({ value: 90 })
  const stated = { n: 216, interval: { low: 80, high: 93 }, standardError: null }
  const result = anObservation({ value: aShare(89.3), stated })
  const series = aSeries({ baseline: aBaseline(aShare(84)), results: [result], targets: [target] })
  const indicator = anIndicator({ unit: 'percent', restsOn: 'answers', series: [series] })

  test('stands about its point in the chart of a series, which makes room for it', () => {
    const [baseline, point] = drawSeries(indicator, series, { language: 'lv' })?.points ?? []
    const { low = 0, high = 0 } = point?.whisker ?? {}
    expect(baseline?.whisker).toBeNull()
    expect(low).toBeGreaterThan(point?.y ?? 0)
    expect(high).toBeLessThan(point?.y ?? 0)
    expect(low).toBeLessThanOrEqual(CHART.height - CHART.bottom)
    expect(high).toBeGreaterThanOrEqual(0)
  })

  test('stands about the latest result on the way to the target', () => {
    const range = rangeOf(indicator, series, judge(indicator, series, '2024/2025', rule))
    expect(range?.interval).toMatchObject({ low: 80, high: 93 })
    const place = range && placeRange(range, WIDTH)
    expect(place?.interval?.low).toBeLessThan(place?.latest ?? 0)
    expect(place?.interval?.high).toBeGreaterThan(place?.target ?? 0)
  })
})
