import { expect, test } from 'vitest'
import { AskedValues } from '#platform/asked.ts'
import { figureAnchor } from './anchors.ts'
import { findingsAbout } from './findings.ts'
import { filterSeries, judgeSet, readFilter, shownPeriods } from './list.ts'
import type { IndicatorSet } from './model.ts'
import { askedPeriod } from './questions.ts'
import { anIndicator, anObservation, aSeries, aTarget } from './testing.ts'

const met = aSeries({ key: '1', results: [anObservation()], targets: [aTarget()] })
const missed = aSeries({ key: '2', results: [anObservation()], targets: [aTarget({ value: 101 })] })
const set: IndicatorSet = {
  key: 'strategy',
  indicators: [
    anIndicator({ code: '1', title: { lv: 'Vietu skaits', en: 'Places' }, series: [met] }),
    anIndicator({ code: '2', title: { lv: 'Bērni rindā', en: 'Children waiting' }, series: [missed] }),
    anIndicator({ code: 'K1', series: [aSeries({ key: 'K1', results: [anObservation()] })] }),
  ],
  periodRule: new Map([
    ['2023/2024', 2023],
    ['2024/2025', 2025],
  ]),
  sources: [],
  units: new Map(),
}
const judged = judgeSet(set, '2024/2025')
const codes = (query: string) =>
  filterSeries(judged, readFilter(new AskedValues(new URLSearchParams(query)))).map(
    ({ indicator }) => indicator.code,
  )

test('judges what promises something and leaves out what only gives context', () => {
  expect(judged.map(({ indicator, verdict }) => [indicator.code, verdict.status])).toEqual([
    ['1', 'met'],
    ['2', 'missed'],
  ])
})

test('filters by verdict and by words without their diacritics', () => {
  expect(codes('verdict=met')).toEqual(['1'])
  expect(codes('text=berni+RINDA')).toEqual(['2'])
  expect(codes('verdict=met&text=berni')).toEqual([])
})

test('shows everything for a filter that it does not know', () => {
  expect(codes('verdict=splendid')).toEqual(['1', '2'])
})

test('takes the period asked for if the rule names it, and none otherwise', () => {
  expect(askedPeriod(set, '2023/2024')).toBe('2023/2024')
  expect(askedPeriod(set, '1999')).toBeNull()
})

test('shows the period before beside the one judged', () => {
  expect(shownPeriods(set, '2024/2025')).toEqual(['2023/2024', '2024/2025'])
  expect(shownPeriods(set, '2023/2024')).toEqual(['2023/2024'])
})

test('puts the weightiest finding of an indicator first', () => {
  const about = (code: string, severity: 'notice' | 'contradiction') => ({
    code,
    severity,
    subjects: [{ kind: 'series' as const, key: '14/preschool', indicator: '14', period: '2024/2025' }],
    explanation: { lv: '', en: '' },
  })
  const named = findingsAbout([about('a', 'notice'), about('b', 'contradiction')], '14')
  expect(named.map(({ id, finding }) => [id, finding.code])).toEqual([
    ['finding-1', 'b'],
    ['finding-2', 'a'],
  ])
})

test('a figure has an address without slashes', () => {
  expect(figureAnchor('14/preschool/sport', '2024/2025')).toBe('figure-14-preschool-sport-2024-2025')
})
