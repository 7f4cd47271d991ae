import type { GalleryPart } from '#platform/gallery/part.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator, Observation, Series } from '../model.ts'
import { SeriesChart } from '../parts/series-chart.tsx'
import { TargetRange } from '../parts/target-range.tsx'
import { drawSeries } from '../plots/series-chart.ts'
import { aBaseline, aDistribution, anIndicator, anObservation, aSeries, aShare, aTarget } from '../testing.ts'
import { judge } from '../verdict.ts'

const RULE = new Map([['2024/2025', 2025]])
const title = { lv: 'Eksāmena rezultāts', en: 'Examination result' }

const share = (period: string, percent: number, stated: Partial<Observation['stated']> = {}) =>
  anObservation({
    period,
    value: aShare(percent),
    unit: 'percent',
    stated: { n: null, interval: null, standardError: null, ...stated },
  })

const measured = (series: Partial<Series>): { indicator: Indicator; series: Series } => {
  const one = aSeries({ targets: [aTarget({ value: 48.5, unit: 'percent' })], ...series })
  return {
    series: one,
    indicator: { ...anIndicator({ unit: 'percent', valueKind: 'share', series: [one] }), title },
  }
}

const years = [share('2022/2023', 48.5), share('2023/2024', 40.4), share('2024/2025', 46.4)]
const line = measured({ baseline: aBaseline(aShare(44), { unit: 'percent' }), results: years })
const uncertain = measured({
  baseline: aBaseline(aShare(44), { unit: 'percent' }),
  results: years.map((one) => ({
    ...one,
    stated: { n: 120, interval: { low: 38, high: 52 }, standardError: null },
  })),
})
const single = measured({ results: [share('2024/2025', 22)] })
const none = measured({ results: [anObservation({ value: { kind: 'missing', missing: 'notMeasured' } })] })
const covered = measured({
  results: [anObservation({ value: { kind: 'missing', missing: 'confidential' }, isCovered: true })],
})
const parts = measured({
  results: [anObservation({ value: aDistribution({ yes: 69, unknown: 24, no: 7 }) })],
})

const drawn = ({ indicator, series }: typeof line) => (
  <TargetRange indicator={indicator} series={series} verdict={judge(indicator, series, '2024/2025', RULE)} />
)

export const rangePart: GalleryPart = {
  name: 'TargetRange',
  about: {
    lv: 'Bāze, rezultāti un sasniedzamā vērtība vienā rindā.',
    en: 'Baseline, results and target on one line.',
  },
  examples: [
    {
      state: { lv: 'vairāki gadi', en: 'several years' },
      shows: drawn(line),
      says: { lv: ['46,4 %', '48,5 %'], en: ['46.4%', '48.5%'] },
    },
    {
      state: { lv: 'ar intervālu', en: 'with an interval' },
      shows: drawn(uncertain),
      says: { lv: ['38', '52'], en: ['38', '52'] },
    },
    {
      state: { lv: 'viens mērījums', en: 'one measurement' },
      shows: drawn(single),
      says: { lv: ['22 %'], en: ['22%'] },
    },
    {
      state: { lv: 'sadalījums', en: 'a distribution' },
      shows: drawn(parts),
      says: { lv: ['69 %'], en: ['69%'] },
    },
    {
      state: { lv: 'nekas nav mērīts', en: 'nothing measured' },
      shows: drawn(none),
      says: { lv: [], en: [] },
    },
  ],
}

const chart = (one: typeof line) => <ChartIfAny {...one} />

/** As the page of an indicator decides it: a chart from two figures on. */
function ChartIfAny({ indicator, series }: typeof line) {
  const { language } = useSpeech()
  const drawing = drawSeries(indicator, series, { language })
  return drawing && <SeriesChart indicator={indicator} series={series} drawing={drawing} />
}

export const seriesPart: GalleryPart = {
  name: 'SeriesChart',
  about: { lv: 'Rezultāts gadu gaitā.', en: 'A result over the years.' },
  examples: [
    {
      state: { lv: 'vairāki gadi', en: 'several years' },
      shows: chart(line),
      says: { lv: ['46,4 %', '40,4 %'], en: ['46.4%', '40.4%'] },
    },
    {
      state: { lv: 'ar intervāliem', en: 'with intervals' },
      shows: chart(uncertain),
      says: { lv: ['46,4 %'], en: ['46.4%'] },
    },
    {
      state: { lv: 'viens mērījums: līnijas nav', en: 'one measurement: no line' },
      shows: chart(single),
      says: { lv: [], en: [] },
      isEmpty: true,
    },
    {
      state: { lv: 'nekas nav mērīts', en: 'nothing measured' },
      shows: chart(none),
      says: { lv: [], en: [] },
      isEmpty: true,
    },
    {
      state: { lv: 'aizsegts', en: 'covered' },
      shows: chart(covered),
      says: { lv: [], en: [] },
      isEmpty: true,
    },
  ],
}
