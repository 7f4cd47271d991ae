import { describe, expect, test } from 'vitest'
import type { ObservedValue } from '../model.ts'
import {
  aBaseline,
  aChange,
  aDistribution,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from '../testing.ts'
import { describeSeries } from './series.ts'
import { describeTarget, formatTarget } from './target.ts'
import { speechIn } from './testing.ts'
import { formatValue } from './value.ts'

const lv = speechIn('lv')
const en = speechIn('en')

const yes = { category: 'yes', value: 69, label: { lv: 'Jā', en: 'Yes' } }

const values: [string, ObservedValue, string, string][] = [
  ['a count', aNumber(12683), '12 683', '12,683'],
  ['a share', aShare(4.5), '4,5 %', '4.5%'],
  [
    'a share with its counts',
    { kind: 'share', number: 16, unit: 'percent', numerator: 226, denominator: 1412 },
    '16 % (226 no 1412)',
    '16% (226 of 1,412)',
  ],
  [
    'a share with one count',
    { kind: 'share', number: 16, unit: 'percent', numerator: 226 },
    '16 % (skaits 226)',
    '16% (count 226)',
  ],
  [
    'a count with its share',
    { kind: 'number', number: 13, unit: 'count', share: 36 },
    '13 (avotā rakstīts arī 36 %, bet nav teikts, no kā)',
    '13 (the source also says 36%, but not of what)',
  ],
  ['a ratio', { kind: 'ratio', number: 11, unit: 'ratio' }, '1 : 11', '1 : 11'],
  [
    'a text',
    { kind: 'text', text: { lv: 'visas iestādes', en: 'all institutions' } },
    'visas iestādes',
    'all institutions',
  ],
  ['named categories', { kind: 'distribution', unit: 'percent', parts: [yes] }, 'Jā 69 %', 'Yes 69%'],
  ['categories without names', aDistribution({ a: 5, b: 4 }, 'count'), 'a 5 · b 4', 'a 5 · b 4'],
  ['what is missing', { kind: 'missing', missing: 'notMeasured' }, 'nav mērīts', 'not measured'],
]

const plain = (words: string) => words.replaceAll('\u00a0', ' ')

test.for(values)('says %s', ([, value, latvian, english]) => {
  expect(plain(formatValue(value, lv))).toBe(latvian)
  expect(plain(formatValue(value, en))).toBe(english)
})

describe('a target', () => {
  const indicator = anIndicator({ unit: 'count' })
  const series = aSeries({ baseline: aBaseline(389) })

  test('that is a figure is said in the unit of the indicator', () => {
    expect(plain(formatTarget(anIndicator({ unit: 'ratio' }), series, aTarget({ value: 8 }), lv))).toBe(
      '1 : 8',
    )
  })

  test('that is a change says the figure that it comes to', () => {
    const { asked, computed } = describeTarget(indicator, series, aChange(3, 'percent'), lv)
    expect([plain(asked), computed]).toEqual(['+3 % no bāzes', '400,67'])
    expect(plain(formatTarget(indicator, series, aChange(-3, 'percent'), en))).toBe(
      '−3% of the baseline = 377.33',
    )
  })

  test('that is a change of nothing known has no figure', () => {
    expect(describeTarget(indicator, aSeries(), aChange(8, 'percent'), lv).computed).toBeNull()
  })

  test('in percentage points follows the number in Latvian', () => {
    const share = aSeries({ baseline: aBaseline(aShare(50)) })
    const said = (points: number) =>
      plain(formatTarget(indicator, share, aChange(points, 'percentagePoint'), lv))
    expect([said(1), said(2), said(11)]).toEqual([
      '+1 procentpunkts = 51 %',
      '+2 procentpunkti = 52 %',
      '+11 procentpunkti = 61 %',
    ])
  })

  test.for([
    ['trend', 'labāk nekā bāze'],
    ['exists', 'ir'],
    ['firstMeasurement', 'pirmais mērījums'],
    ['none', 'nav noteikts'],
  ] as const)('of the kind %s is said in words', ([kind, words]) => {
    expect(formatTarget(indicator, series, aTarget({ kind, value: null }), lv)).toBe(words)
  })

  test('that does not exist is not set', () => {
    expect(formatTarget(indicator, series, null, en)).toBe('not set')
  })
})

test('a period is said as its place in the sentence needs', () => {
  expect(lv.say.period('2024/2025', 'in')).toBe('2024./2025. mācību gadā')
  expect(lv.say.period('2024/2025', 'tick')).toBe('2024./25.')
  expect(lv.say.period('2021')).toBe('2021. gads')
  expect(en.say.period('2024/2025')).toBe('school year 2024/2025')
  expect(lv.say.period('unknown')).toBe('gads nav norādīts')
})

test('a series is told in the order of time, what is missing too', () => {
  const series = aSeries({
    baseline: aBaseline(aShare(10)),
    results: [
      anObservation({ value: aShare(4.5) }),
      anObservation({ period: '2023/2024', value: { kind: 'missing', missing: 'notMeasured' } }),
    ],
    targets: [aTarget({ value: 5 })],
  })
  expect(plain(describeSeries(anIndicator({ unit: 'percent' }), series, lv))).toBe(
    'Rādītājs: bāze 10 % (2021. gads); 2023./2024. mācību gads: nav mērīts; 2024./2025. mācību gads: 4,5 %; sasniedzamā vērtība 2025. gadam: 5 %.',
  )
})
