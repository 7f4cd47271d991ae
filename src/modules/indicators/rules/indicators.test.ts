import { describe, expect, test } from 'vitest'
import type { Indicator, MissingKind } from '../model.ts'
import {
  aBaseline,
  aDistribution,
  aMethodology,
  anIndicator,
  anObservation,
  aSeries,
  aTarget,
} from '../testing.ts'
import { absoluteWhereShareCompares } from './absolute-where-share-compares.ts'
import { indicatorWithoutData } from './indicator-without-data.ts'
import { indicatorWithoutMethodology } from './indicator-without-methodology.ts'
import { indicatorWithoutOwner } from './indicator-without-owner.ts'
import { retiredWithoutDate } from './retired-without-date.ts'
import { wholeOf } from './rule.ts'
import { seriesNotMeasured } from './series-not-measured.ts'
import { aSet } from './testing.ts'

const baseline = aBaseline(10)
const said = { lv: 'Teksts', en: 'Text' }
const promised = (code: string, given: Partial<Indicator> = {}) =>
  anIndicator({ code, series: [aSeries({ baseline, indicatorCode: code })], ...given })
const context = anIndicator({ code: 'K1', series: [aSeries({ results: [anObservation()] })] })
const result = (period: string) => anObservation({ period })
const missing = (period: string, kind: MissingKind = 'notMeasured') =>
  anObservation({ period, value: { kind: 'missing', missing: kind } })
const measured = (results: ReturnType<typeof result>[], targets = [aTarget(), aTarget({ year: 2023 })]) =>
  aSet([anIndicator({ series: [aSeries({ baseline, targets, results })] }), context])

describe('indicator-without-methodology', () => {
  test('is an obstacle where the source says that there is none', () => {
    const indicator = promised('12', { methodologies: [aMethodology({ isMissing: true, text: said })] })
    expect(indicatorWithoutMethodology.check(wholeOf(aSet([indicator, context])))).toMatchObject([
      { severity: 'obstacle', subjects: [{ kind: 'indicator', code: '12' }] },
    ])
  })
  test('is one notice for all that do not state theirs', () => {
    const described = promised('4', { methodologies: [aMethodology({ numerator: said })] })
    const [finding, ...others] = indicatorWithoutMethodology.check(
      wholeOf(aSet([promised('1'), promised('2'), described])),
    )
    expect(others).toEqual([])
    expect(finding).toMatchObject({ severity: 'notice', subjects: [{ code: '1' }, { code: '2' }] })
    expect(finding?.explanation.lv).toBe(
      '2 rādītājiem no 3 rādītājiem aprēķina metodoloģija nav aprakstīta: 1 un 2.',
    )
  })
  test('says nothing where no row of the file carries a methodology', () => {
    expect(indicatorWithoutMethodology.check(wholeOf(aSet([promised('1'), promised('2')])))).toEqual([])
  })
  test('accepts a methodology that was laid down later', () => {
    const methodologies = [aMethodology({ isMissing: true }), aMethodology({ version: 2, text: said })]
    expect(indicatorWithoutMethodology.check(wholeOf(aSet([promised('12', { methodologies })])))).toEqual([])
  })
})

describe('indicator-without-owner', () => {
  test('is one notice for all that have none among others, with Latvian plurals', () => {
    const [one] = indicatorWithoutOwner.check(
      wholeOf(aSet([promised('1'), promised('2', { owner: 'Analītiķis' }), context])),
    )
    expect(one?.explanation.lv).toBe('1 rādītājam no 2 rādītājiem nav norādīts atbildīgais: 1.')
  })
  test('says nothing where no row of the file carries an owner', () => {
    expect(indicatorWithoutOwner.check(wholeOf(aSet([promised('1'), promised('2')])))).toEqual([])
  })
  test('accepts owned indicators and context', () => {
    expect(
      indicatorWithoutOwner.check(wholeOf(aSet([promised('1', { owner: 'Analītiķis' }), context]))),
    ).toEqual([])
  })
})

describe('indicator-without-data', () => {
  test('finds an indicator of which nothing was measured, and says why', () => {
    const set = measured([missing('2023/2024', 'noMethodology')])
    expect(indicatorWithoutData.check(set)).toEqual([
      {
        severity: 'obstacle',
        subjects: [{ kind: 'indicator', code: '1' }],
        explanation: {
          lv: '1. rādītājam nav neviena rezultāta, ko salīdzināt ar sasniedzamo vērtību: 2023./2024. mācību gadā – nav metodoloģijas; 2024./2025. mācību gadā – iemesls nav norādīts.',
          en: 'Indicator 1 has no result to compare with a target: 2023/2024 – no methodology; 2024/2025 – no reason given.',
        },
      },
    ])
    expect(seriesNotMeasured.check(set)).toEqual([])
  })
  test('is a notice when the indicator is retired', () => {
    const set = measured([missing('2023/2024', 'retired'), missing('2024/2025', 'retired')])
    expect(indicatorWithoutData.check(set)).toMatchObject([{ severity: 'notice' }])
  })
  test('leaves to its methodology an indicator that cannot be measured', () => {
    const [indicator] = measured([missing('2024/2025')]).indicators
    const methodologies = [aMethodology({ isMissing: true, text: said })]
    const set = aSet(indicator ? [{ ...indicator, methodologies }] : [])
    expect(indicatorWithoutData.check(set)).toEqual([])
  })
  test('accepts one result', () => {
    expect(indicatorWithoutData.check(measured([result('2024/2025')]))).toEqual([])
  })
})

describe('series-not-measured', () => {
  test('finds a missing result that leaves a target open', () => {
    const [finding] = seriesNotMeasured.check(measured([missing('2023/2024'), result('2024/2025')]))
    expect(finding).toMatchObject({ severity: 'obstacle', subjects: [{ kind: 'indicator', code: '1' }] })
    expect(finding?.explanation.lv).toBe(
      '1. rādītājam trūkst rezultātu: 2023./2024. mācību gadā – nav mērīts.',
    )
  })
  test('is a notice where no target waits for the result', () => {
    const set = measured([result('2024/2025')], [aTarget()])
    expect(seriesNotMeasured.check(set)).toMatchObject([{ severity: 'notice' }])
  })
  test('accepts one of several periods that answer the same year', () => {
    const periodRule = new Map([
      ['2024/2025', 2025],
      ['2025', 2025],
    ])
    expect(seriesNotMeasured.check({ ...measured([result('2024/2025')]), periodRule })).toEqual([])
  })
  test('accepts results in every judged period', () => {
    expect(seriesNotMeasured.check(measured([result('2023/2024'), result('2024/2025')]))).toEqual([])
  })
})

describe('absolute-where-share-compares', () => {
  const check = (...indicators: Indicator[]) => absoluteWhereShareCompares.check(wholeOf(aSet(indicators)))
  const counted = (code: string, given: Partial<Indicator> = {}) =>
    promised(code, {
      aboutPersons: true,
      series: [aSeries({ baseline, indicatorCode: code, results: [result('2024/2025')] })],
      ...given,
    })

  test('finds bare counts of persons and of institutions, once', () => {
    const institutions = counted('1', { aboutPersons: false, title: { lv: 'Iestāžu skaits', en: 'Count' } })
    const [finding, ...others] = check(institutions, counted('14'), context)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ severity: 'notice', subjects: [{ code: '1' }, { code: '14' }] })
  })
  test('accepts what is no share of anything: projects, money', () => {
    expect(check(counted('24', { aboutPersons: false }))).toEqual([])
  })
  test('accepts a share, a distribution, and a count that always comes with its share', () => {
    const value = { kind: 'number', number: 13, unit: 'count', share: 36 } as const
    const withShare = aSeries({ baseline, results: [anObservation({ value })] })
    const rated = aSeries({
      baseline,
      results: [anObservation({ value: aDistribution({ good: 3 }, 'count') })],
    })
    expect(
      check(
        counted('3', { unit: 'percent', valueKind: 'share' }),
        counted('20', { valueKind: 'distribution', series: [rated] }),
        counted('25', { series: [withShare] }),
      ),
    ).toEqual([])
  })
})

describe('retired-without-date', () => {
  test('finds an indicator that is no longer measured and does not say since when', () => {
    const [finding] = retiredWithoutDate.check(measured([missing('2024/2025', 'retired')]))
    expect(finding?.explanation.lv).toBe('1. rādītāju vairs nemēra, bet nav norādīts ne datums, ne iemesls.')
  })
  test('accepts one that says it, and one that is still measured', () => {
    const retired = promised('17', { retiredOn: '2023-09-01', retiredReason: said })
    expect(retiredWithoutDate.check(aSet([retired, promised('1')]))).toEqual([])
  })
})
