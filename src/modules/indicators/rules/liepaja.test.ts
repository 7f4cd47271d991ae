import { beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '#modules/findings'
import { correct } from './corrected-liepaja.testing.ts'
import { asIndicatorSet, findIndicatorFindings, type Rows, readLiepaja, shortly } from './testing.ts'

let rows: Rows
let findings: Finding[]
const ofRule = (code: string) =>
  findings
    .filter((finding) => finding.code === code)
    .map((finding) => shortly(finding).slice(code.length + 1))
const codes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

beforeAll(async () => {
  rows = await readLiepaja()
  findings = findIndicatorFindings(asIndicatorSet(rows))
})

describe('the figures of Liepāja as they were published', () => {
  test('count more inclusive preschools than there are preschools', () => {
    expect(ofRule('count-exceeds-existing')).toEqual([
      'contradiction 1/preschool@2023/2024 K3/preschool/total@2019/2020 K3/preschool/total@2024/2025',
    ])
  })
  test('mix units in three indicators', () => {
    expect(ofRule('unit-differs')).toEqual(['obstacle 1', 'contradiction 6', 'contradiction 30'])
  })
  test('hold no impossible share', () => {
    expect(ofRule('share-impossible')).toEqual([])
  })
  test('cross a change of method in three indicators', () => {
    expect(ofRule('comparability-break')).toEqual(['obstacle 6', 'obstacle 7', 'obstacle 20'])
  })
  test('follow a change of rules that only notes tell of, in one indicator', () => {
    const [found, ...others] = ofRule('method-change-in-note')
    expect(others).toEqual([])
    expect(found).toMatch(/^notice 9\/lvt@2023\/2024 /)
  })
  test('jump', () => {
    expect(ofRule('value-jump')).toEqual([
      'notice 6@2023/2024',
      'notice 7@2023/2024',
      'obstacle 7@2024/2025',
      'obstacle 8@2023/2024',
      'obstacle 9/ljk@2023/2024',
      'obstacle 14/preschool/sport@2023/2024 14/primary/steam@2023/2024 14/basic/steam@2023/2024 14/secondary/steam@2023/2024',
      'obstacle 14/secondary/sport@2024/2025',
      'obstacle 30/dienvidkurzeme/teachers@2024/2025 30/dienvidkurzeme/residents@2024/2025',
    ])
  })
  test('have targets that cannot be judged, are ambiguous or missing', () => {
    expect(ofRule('target-not-judgeable')).toEqual([
      'obstacle 5/pupil/school@2023 5/pupil/school@2025',
      'obstacle 11/pupil/school@2025',
      'obstacle 14/preschool/steam@2023 14/preschool/steam@2025',
    ])
    expect(ofRule('target-percent-ambiguous')).toEqual([
      'notice 5/pupil/school@2023 5/pupil/school@2025',
      'notice 11/pupil/school@2025',
    ])
    expect(ofRule('target-missing')).toEqual(['obstacle 4', 'obstacle 19'])
    expect(ofRule('target-already-met')).toEqual([])
  })
  test('leave out baselines, their years, or change them', () => {
    expect(ofRule('baseline-missing')).toEqual([29, 30, 31].map((code) => `notice ${code}`))
    expect(ofRule('baseline-without-year')).toEqual(
      [8, 9, 15, 16, 19, 20, 23].map((code) => `notice ${code}`),
    )
    expect(ofRule('baseline-recomputed')).toEqual(['notice 4', 'notice 19'])
  })
  test('look copied in two indicators', () => {
    expect(ofRule('value-copied')).toEqual([
      'notice 14/basic/culture@2023/2024',
      'notice 18/primary@2023/2024 18/basic@2023/2024 18/secondary@2023/2024',
    ])
  })
  test('lack methodologies, and are loaded without owners', () => {
    const unstated = codes(1, 31).filter((code) => ![4, 6, 7, 12, 19, 20, 29].includes(code))
    expect(ofRule('indicator-without-methodology')).toEqual([
      'obstacle 12',
      'obstacle 29',
      `notice ${unstated.join(' ')}`,
    ])
    expect(ofRule('indicator-without-owner')).toEqual([])
    expect(ofRule('retired-without-date')).toEqual(['notice 17'])
  })
  test('passed the final target on the way in five indicators, and lost half in one', () => {
    expect(ofRule('target-overtaken')).toEqual([
      'notice 1/preschool@2025 1/school@2025',
      'notice 7@2025',
      'notice 8@2025',
      'notice 14/preschool/sport@2025 14/primary/sport@2025 14/primary/steam@2025 14/basic/steam@2025 14/secondary/sport@2025 14/secondary/steam@2025',
      'notice 18/preschool@2025',
    ])
    expect(ofRule('fell-by-half')).toEqual([
      `notice ${['aesthetics', 'visualArt', 'music', 'speech', 'dance', 'sport'].map((area) => `13/${area}@2024/2025`).join(' ')}`,
    ])
  })
  test('ask for changes without saying from what, in one indicator', () => {
    const counted = rows.series.filter(({ key }) => key.startsWith('14/') && key !== '14/preschool/steam')
    expect(ofRule('target-base-ambiguous')).toEqual([`notice 14 ${counted.map(({ key }) => key).join(' ')}`])
  })
  test('are not alike where they stand side by side', () => {
    const mixed = ofRule('precision-mixed').map((line) => line.split(/[ /]/)[1])
    expect(mixed).toEqual(['5', '9'])
    expect(ofRule('share-beside-some')).toEqual(['notice 25'])
    expect(ofRule('distribution-totals-differ')).toEqual(['notice 20@2024/2025'])
  })
  test('add up to their totals', () => {
    expect(ofRule('total-differs')).toEqual([])
    const wrong = {
      ...rows,
      observations: rows.observations.map((row) =>
        row.series === 'K1/total' && row.period === '2024/2025' ? { ...row, number: 3427 } : row,
      ),
    }
    const found = findIndicatorFindings(asIndicatorSet(wrong)).filter(({ code }) => code === 'total-differs')
    expect(found.map(shortly)).toEqual([
      'total-differs contradiction K1/total@2024/2025 K1/municipality@2024/2025 K1/private@2024/2025',
    ])
  })
  test('lack results', () => {
    expect(ofRule('indicator-without-data')).toEqual(['notice 17'])
    expect(ofRule('series-not-measured')).toEqual([
      'obstacle 3',
      'notice 4',
      'obstacle 5',
      'obstacle 11',
      'notice 20',
      'obstacle 21',
      'obstacle 22',
    ])
    expect(ofRule('period-rule-missing')).toEqual([])
    expect(ofRule('period-without-results')).toEqual([])
  })
  test('count where shares would compare, and show small numbers', () => {
    expect(ofRule('absolute-where-share-compares')).toEqual(['notice 1 14 25 26 30'])
    expect(ofRule('small-number')).toEqual(['notice 20 20@unknown 20@2024/2025'])
  })
  test('are explained in whole sentences without holes', () => {
    const texts = findings.flatMap(({ explanation }) => [explanation.lv, explanation.en])
    expect(texts.filter((text) => !/^[\p{Lu}\d].*\.$/u.test(text))).toEqual([])
    expect(texts.filter((text) => /undefined|null|NaN|Infinity|\d %| {2}/.test(text))).toEqual([])
  })
})

describe('a corrected copy', () => {
  test('has no contradiction and no obstacle', () => {
    const left = findIndicatorFindings(asIndicatorSet(correct(rows)))
    expect(left.filter(({ severity }) => severity !== 'notice').map(shortly)).toEqual([])
  })
})

test('nothing is found in nothing', () => {
  expect(
    findIndicatorFindings({
      key: 'empty',
      indicators: [],
      periodRule: new Map(),
      sources: [],
      units: new Map(),
    }),
  ).toEqual([])
})
