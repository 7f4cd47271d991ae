import { describe, expect, test } from 'vitest'
import { createText } from '#platform/texts/text.ts'
import type { Indicator, Methodology, Observation, Series, Target } from './model.ts'
import {
  aBaseline,
  aChange,
  aDistribution,
  aMethodology,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from './testing.ts'
import lv from './texts/verdict.lv.json'
import { judge, targetPath, targetValue, type Verdict } from './verdict.ts'

const RULE = new Map([
  ['2023/2024', 2023],
  ['2024/2025', 2025],
])
const period = '2024/2025'
const aText = { kind: 'text', text: { lv: 'visas iestādes', en: 'all institutions' } } as const
const trend = aTarget({ kind: 'trend', value: null })
const exists = aTarget({ kind: 'exists', value: null })
const none = aTarget({ kind: 'none', value: null })

/** The verdict on one result of 2024/2025, which answers 2025. */
function judgeOne(
  value: Observation['value'],
  target: Target,
  baseline: Series['baseline'] = null,
  given: Partial<Indicator> = {},
): Verdict {
  const series = aSeries({ baseline, targets: [target], results: [anObservation({ value })] })
  return judge(anIndicator(given), series, period, RULE)
}
const down = { direction: 'down' } as const
const missing = (kind: 'notMeasured' | 'retired' | 'noMethodology') =>
  ({ kind: 'missing', missing: kind }) as const
const ratio = (number: number) => ({ kind: 'ratio', number, unit: 'ratio' }) as const
const lvText = createText<keyof typeof lv>('lv', lv)
const inWords = ({ arithmetic }: Verdict) =>
  arithmetic ? lvText(arithmetic.key, arithmetic.values).replaceAll('\u00a0', ' ') : null

describe('figures of Liepāja', () => {
  test.each([
    ['389 + 3 % and 1058', aNumber(1058), aChange(3, 'percent'), aBaseline(389), 'up', 'met'],
    ['350 + 3 % and 343', aNumber(343), aChange(3, 'percent'), aBaseline(350), 'up', 'missed'],
    ['a ratio of 8 at most and 11', ratio(11), aTarget({ value: 8, unit: 'ratio' }), null, 'down', 'missed'],
    [
      '90 % after 81 % and 78.25 %',
      aShare(78.25),
      aTarget({ value: 90, unit: 'percent' }),
      aBaseline(aShare(81)),
      'up',
      'missed',
    ],
    ['5 % at most and 4.5 %', aShare(4.5), aTarget({ value: 5, unit: 'percent' }), null, 'down', 'met'],
    ['better than 35.9 % and 35 %', aShare(35), trend, aBaseline(aShare(35.9)), 'up', 'missed'],
    ['better than 9.2 % and 13 %', aShare(13), trend, aBaseline(aShare(9.2)), 'up', 'met'],
  ] as const)('%s', (_, value, target, baseline, direction, status) => {
    expect(judgeOne(value, target, baseline, { direction }).status).toBe(status)
  })

  test('the calculation in words', () => {
    expect(inWords(judgeOne(aNumber(1058), aChange(3, 'percent'), aBaseline(389)))).toBe(
      'Mērķis (izmaiņa procentos no bāzes vērtības): 389 · (1 + 3 %) = 400,67; rezultāts 1058 ir lielāks → sasniegts',
    )
    expect(inWords(judgeOne(ratio(11), aTarget({ value: 8, unit: 'ratio' }), null, down))).toBe(
      'Mērķis: 1 : 8; rezultāts 1 : 11 ir lielāks → nav sasniegts',
    )
    expect(inWords(judgeOne(aNumber(735), aTarget({ value: 65, unit: 'percent' })))).toBe(
      'Rezultāts 735 un salīdzināmā vērtība 65 % ir dažādās mērvienībās',
    )
  })

  test.each([
    ['735 teachers and 65 %', aNumber(735), aTarget({ value: 65, unit: 'percent' }), 'differentUnits'],
    ['all institutions and 12', aText, aTarget({ value: 12, unit: 'count' }), 'differentUnits'],
    ['a distribution and 12', aDistribution({ yes: 1 }), aTarget({ value: 12 }), 'differentUnits'],
    ['not measured', missing('notMeasured'), aTarget(), 'noResult'],
    ['no clear methodology', missing('noMethodology'), aTarget(), 'noMethodology'],
    ['an index that was given up', missing('retired'), trend, 'retired'],
    ['a rating without target', aNumber(5), none, 'noTarget'],
    ['+ 2 % of nothing', aShare(80), aChange(2, 'percent'), 'noBaseline'],
  ] as const)('%s cannot be judged', (_, value, target, reason) => {
    expect(judgeOne(value, target)).toMatchObject({ status: 'notEvaluable', reason })
  })
})

describe('what is looked at first', () => {
  const broken = aMethodology({ version: 2, validFrom: '2023/2024', comparability: 'no' })
  const everything = { retiredOn: '2024-09-01', methodologies: [aMethodology({ isMissing: true })] }
  test.each([
    ['retirement, whatever was measured', aNumber(1), none, everything, 'retired'],
    [
      'a missing methodology, even where a number stands',
      aNumber(1),
      none,
      { ...everything, retiredOn: null },
      'noMethodology',
    ],
    ['the result before the target', missing('notMeasured'), none, {}, 'noResult'],
    ['the target before the units', aText, none, {}, 'noTarget'],
    ['the baseline before the units', aText, trend, {}, 'noBaseline'],
    [
      'the units before the methodology',
      aText,
      aTarget(),
      { methodologies: [aMethodology(), broken] },
      'differentUnits',
    ],
    [
      'the methodology before the direction',
      aNumber(1),
      aTarget(),
      { methodologies: [aMethodology(), broken], direction: 'none' },
      'notComparable',
    ],
    ['the direction last', aNumber(1), aTarget(), { direction: 'none' }, 'noDirection'],
  ] as const)('%s', (_, value, target, given, reason) => {
    const indicator: Partial<Indicator> = {
      ...given,
      methodologies: [...('methodologies' in given ? given.methodologies : [])],
    }
    expect(judgeOne(value, target, null, indicator)).toMatchObject({ reason })
  })

  test('names the kind of the missing result, and none where there is no row', () => {
    expect(judgeOne(missing('notMeasured'), aTarget())).toMatchObject({
      reason: 'noResult',
      missing: 'notMeasured',
    })
    const withoutRow = judge(anIndicator(), aSeries({ targets: [aTarget()] }), period, RULE)
    expect(withoutRow).toMatchObject({ reason: 'noResult', observation: null, targetYear: 2025 })
    expect(withoutRow).not.toHaveProperty('missing')
  })

  test('an indicator retired within a period is judged for it', () => {
    expect(judgeOne(aNumber(100), aTarget(), null, { retiredOn: '2025-01-15' }).status).toBe('met')
  })
})

describe('kinds of targets', () => {
  test('a relative target in percentage points needs figures in per cent', () => {
    expect(judgeOne(aShare(82), aChange(2, 'percentagePoint'), aBaseline(aShare(80))).status).toBe('met')
    expect(judgeOne(aNumber(82), aChange(2, 'percentagePoint'), aBaseline(80))).toMatchObject({
      reason: 'differentUnits',
    })
  })

  test('a decrease is written with its sign', () => {
    const verdict = judgeOne(aShare(7), aChange(-3, 'percentagePoint'), aBaseline(aShare(10)), down)
    expect(verdict.status).toBe('met')
    expect(inWords(verdict)).toBe(
      'Mērķis (izmaiņa procentpunktos): 10 % − 3 = 7 %; rezultāts 7 % ir tieši tāds pats → sasniegts',
    )
  })

  test('the same is not better', () => {
    expect(judgeOne(aNumber(5), trend, aBaseline(5)).status).toBe('missed')
    expect(judgeOne(aNumber(0.3), trend, aBaseline(0.1 + 0.2)).status).toBe('missed')
  })

  test('binary fractions do not decide', () => {
    expect(judgeOne(aNumber(0.3), aTarget({ value: 0.1 + 0.2 })).status).toBe('met')
    expect(
      judgeOne(aShare(0), aChange(-0.3, 'percentagePoint'), aBaseline(aShare(0.1 + 0.2)), down).status,
    ).toBe('met')
    expect(judgeOne(aNumber(0.299999), aTarget({ value: 0.3 })).status).toBe('missed')
  })

  test.each([
    [aNumber(3), 'met'],
    [aNumber(0), 'missed'],
    [ratio(9), 'met'],
    [aText, 'met'],
    [{ kind: 'text', text: { lv: 'Nav neviena mentora', en: 'There is no mentor' } }, 'missed'],
    [{ kind: 'text', text: { lv: 'nē', en: 'no' } }, 'missed'],
    [{ kind: 'text', text: { lv: 'ir kopš 2022. gada', en: 'since 2022' } }, 'met'],
    [{ kind: 'text', text: { lv: 'Navigācijas plāns', en: 'a plan' } }, 'met'],
    [{ kind: 'text', text: { lv: 'nav zināms', en: 'not known' } }, 'notEvaluable'],
  ] as const)('exists: %o is %s', (value, status) => {
    expect(judgeOne(value, exists, null, { direction: 'none' }).status).toBe(status)
  })

  test.each([
    ['69 % know of a mentor', aDistribution({ yes: 69, unknown: 24, no: 7 }), {}],
    ['nobody does', aDistribution({ yes: 0, unknown: 60, no: 40 }), {}],
    ['a share of those asked', aShare(69), { aboutPersons: true }],
  ])('exists: that %s is context and no answer', (_, value, given) => {
    const verdict = judgeOne(value, exists, null, given)
    expect(verdict).toMatchObject({ status: 'notEvaluable', reason: 'differentUnits' })
    expect(inWords(verdict)).toContain('cik daudzi par to zina')
  })

  test('per cents are of the size of the baseline, and of zero there are none', () => {
    const more = aChange(5, 'percent')
    expect(judgeOne(aNumber(-104), more, aBaseline(-100))).toMatchObject({ status: 'missed' })
    expect(judgeOne(aNumber(-95), more, aBaseline(-100))).toMatchObject({ status: 'met' })
    expect(inWords(judgeOne(aNumber(-104), more, aBaseline(-100)))).toBe(
      'Mērķis (izmaiņa procentos no bāzes vērtības): −100 + 5 % · |−100| = −95; rezultāts −104 ir mazāks → nav sasniegts'.replaceAll(
        '−',
        '-',
      ),
    )
    expect(judgeOne(aNumber(3), more, aBaseline(0))).toMatchObject({
      status: 'notEvaluable',
      reason: 'zeroBaseline',
    })
  })

  test.each([
    ['a share of nothing', { ...aShare(0), numerator: 0, denominator: 0 }],
    ['a share of more than all', aShare(110)],
    ['a distribution that adds up to 96 %', aDistribution({ a: 40, b: 56 })],
    ['a distribution of nothing', aDistribution({ a: 0, b: 0 }, 'count')],
  ] as [string, Observation['value']][])('nothing is concluded from %s', (_, value) => {
    const first = aTarget({ kind: 'firstMeasurement', value: null })
    expect(judgeOne(value, first)).toMatchObject({ status: 'notEvaluable', reason: 'impossible' })
  })

  test('nor is anything counted from a baseline that cannot be', () => {
    const before = aBaseline(aDistribution({ good: 40, weak: 56 }))
    expect(judgeOne(aDistribution({ good: 60, weak: 40 }), trend, before)).toMatchObject({
      reason: 'impossible',
    })
  })

  test('a sum that rounding explains is judged', () => {
    const before = aBaseline(aDistribution({ good: 33, fair: 33, weak: 33 }))
    expect(judgeOne(aDistribution({ good: 34, fair: 33, weak: 33 }), trend, before).status).toBe('met')
  })

  test('categories that are numbers keep the order of the file', () => {
    const of = (...parts: [string, number][]) =>
      ({
        kind: 'distribution',
        unit: 'count',
        parts: parts.map(([category, value]) => ({ category, value })),
      }) as const
    const before = aBaseline(of(['10', 5], ['9', 10], ['8', 35]))
    expect(judgeOne(of(['10', 20], ['9', 15], ['8', 15]), trend, before).status).toBe('met')
  })

  test.each([
    [60, 'met', 'ir šajās robežās'],
    [80, 'met', 'ir šajās robežās'],
    [59.9, 'missed', 'ir mazāks'],
    [80.1, 'missed', 'ir lielāks'],
  ])('a range from 60 % to 80 %: %d is %s', (result, status, words) => {
    const range = aTarget({ kind: 'range', value: 60, valueTo: 80, unit: 'percent' })
    const verdict = judgeOne(aShare(result), range, null, { direction: 'none' })
    expect(verdict.status).toBe(status)
    expect(inWords(verdict)).toContain(`no 60 % līdz 80 %; rezultāts`)
    expect(inWords(verdict)).toContain(words)
    expect(judgeOne(aNumber(70), range)).toMatchObject({ reason: 'differentUnits' })
  })

  test('a first measurement is met by any result', () => {
    const first = aTarget({ kind: 'firstMeasurement', value: null })
    expect(judgeOne(aShare(0), first).status).toBe('met')
    expect(judgeOne(missing('notMeasured'), first)).toMatchObject({ reason: 'noResult' })
  })
})

describe('distributions', () => {
  const before = aBaseline(aDistribution({ excellent: 5, good: 5, weak: 4 }, 'count'))
  test.each([
    ['better', { excellent: 10, good: 16, weak: 3 }, 'notEvaluable'],
    ['more of the best and fewer of the worst', { excellent: 6, good: 5, weak: 3 }, 'met'],
    ['the same shares of more', { excellent: 10, good: 10, weak: 8 }, 'missed'],
    ['worse', { excellent: 4, good: 5, weak: 5 }, 'missed'],
    ['a shift below the best alone', { excellent: 5, good: 6, weak: 3 }, 'met'],
  ])('%s', (_, parts, status) => {
    expect(judgeOne(aDistribution(parts, 'count'), trend, before).status).toBe(status)
  })

  test('crossing distributions are ambiguous, and the shares are told', () => {
    const verdict = judgeOne(aDistribution({ excellent: 10, good: 16, weak: 3 }, 'count'), trend, before)
    expect(verdict).toMatchObject({ reason: 'ambiguousDistribution' })
    expect(inWords(verdict)).toContain('labākā kategorija 35,71 % → 34,48 %, sliktākā 28,57 % → 10,34 %')
  })

  test('other categories, another order or another unit are not compared', () => {
    expect(judgeOne(aDistribution({ good: 5, weak: 4 }, 'count'), trend, before)).toMatchObject({
      reason: 'differentUnits',
    })
    expect(judgeOne(aDistribution({ weak: 4, good: 5, excellent: 5 }, 'count'), trend, before)).toMatchObject(
      {
        reason: 'differentUnits',
      },
    )
    expect(judgeOne(aDistribution({ excellent: 5, good: 5, weak: 4 }), trend, before)).toMatchObject({
      reason: 'differentUnits',
    })
  })
})

describe('methodologies', () => {
  const second = (given: Partial<Methodology>) => ({
    methodologies: [aMethodology(), aMethodology({ version: 2, validFrom: '2023/2024', ...given })],
  })
  const before = aBaseline(100)
  const recomputed = aBaseline(100, { isRecomputed: true })

  test.each([
    ['a break', second({ comparability: 'no' }), before, 'notEvaluable'],
    ['a break, though recomputed', second({ comparability: 'no' }), recomputed, 'notEvaluable'],
    ['a comparable change', second({ comparability: 'yes' }), before, 'met'],
    [
      'a change that needs recomputation',
      second({ comparability: 'afterRecomputation' }),
      before,
      'notEvaluable',
    ],
    ['a recomputed baseline', second({ comparability: 'afterRecomputation' }), recomputed, 'met'],
    [
      'a version that does not hold yet',
      second({ comparability: 'no', validFrom: '2025/2026' }),
      before,
      'met',
    ],
  ])('%s', (_, given, baseline, status) => {
    expect(judgeOne(aNumber(110), aTarget(), baseline, given).status).toBe(status)
    expect(judgeOne(aNumber(110), aChange(3, 'percent'), baseline, given).status).toBe(status)
    expect(judgeOne(aNumber(110), trend, baseline, given).status).toBe(status)
  })

  test('a baseline of the later version compares with its results', () => {
    const later = aBaseline(100, { methodology: 2 })
    expect(judgeOne(aNumber(110), aTarget(), later, second({ comparability: 'no' })).status).toBe('met')
  })

  test('any break on the way counts', () => {
    const third = aMethodology({ version: 3, validFrom: '2024/2025', comparability: 'yes' })
    const methodologies = [third, ...second({ comparability: 'no' }).methodologies]
    const verdict = judgeOne(aNumber(110), aTarget(), null, { methodologies })
    expect(inWords(verdict)).toBe(
      'Mērķis noteikts pēc metodoloģijas 1. versijas, rezultāts aprēķināts pēc 3. versijas',
    )
  })

  test('whether something exists does not depend on the methodology', () => {
    expect(judgeOne(aNumber(1), exists, before, second({ comparability: 'no' })).status).toBe('met')
  })
})

describe('on the way to a target', () => {
  const judgeYear = (value: number, given: Partial<Series> = {}, school = '2022/2023') =>
    judge(
      anIndicator({ unit: 'percent' }),
      aSeries({
        baseline: aBaseline(aShare(80)),
        targets: [aTarget({ value: 90 })],
        results: [anObservation({ period: school, value: aShare(value) })],
        ...given,
      }),
      school,
      RULE,
    )

  test('the line from the baseline decides', () => {
    expect(judgeYear(85)).toMatchObject({ status: 'onTrack', targetYear: 2025 })
    expect(judgeYear(84.9).status).toBe('offTrack')
    expect(inWords(judgeYear(84))).toBe(
      'Ceļš uz mērķi: taisnē no 80 % (2021) līdz 90 % (2025) 2023. gadam atbilst 85 %; rezultāts 84 % ir mazāks → nevirzās uz mērķi',
    )
  })

  test('towards a trend whatever is better than the baseline is on track', () => {
    expect(judgeYear(81, { targets: [trend] })).toMatchObject({ status: 'onTrack', targetYear: 2025 })
    expect(judgeYear(80, { targets: [trend] }).status).toBe('offTrack')
    expect(inWords(judgeYear(79, { targets: [trend] }))).toBe(
      'Mērķis: labāk par bāzes vērtību 80 %; līdzšinējais rezultāts 79 % ir mazāks → nevirzās uz mērķi',
    )
    const sameYear = { targets: [trend], baseline: aBaseline(aShare(80), { period: '2023' }) }
    expect(judgeYear(81, sameYear)).toMatchObject({ reason: 'noPath' })
  })

  test('a relative target is counted out first', () => {
    expect(judgeYear(84, { targets: [aChange(10, 'percent')] })).toMatchObject({ status: 'onTrack' })
  })

  test.each([
    ['an unknown baseline year', { baseline: aBaseline(aShare(80), { period: 'unknown' }) }, 'noPath'],
    ['a later baseline', { baseline: aBaseline(aShare(80), { period: '2024' }) }, 'noPath'],
    ['a target without figure', { targets: [exists] }, 'noPath'],
    ['a trend from a text', { targets: [trend], baseline: aBaseline(aText) }, 'noPath'],
    ['no baseline', { baseline: null }, 'noBaseline'],
    ['no target ahead', { targets: [aTarget({ year: 2021 })] }, 'noTarget'],
    ['nothing promised', { targets: [none] }, 'noTarget'],
    ['a baseline in another unit', { baseline: aBaseline(80) }, 'differentUnits'],
  ])('%s leaves no path', (_, given, reason) => {
    expect(judgeYear(85, given)).toMatchObject({ status: 'notEvaluable', reason })
  })

  test('a year that is answered has no path, even to a later target', () => {
    const targets = [{ ...none, year: 2023 }, aTarget({ value: 90 })]
    expect(judgeYear(85, { targets }, '2023/2024')).toMatchObject({ reason: 'noTarget', targetYear: 2023 })
    expect(judgeYear(85, {}, '2023/2024')).toMatchObject({ reason: 'noTarget', target: null })
  })
})

describe('figures of targets', () => {
  test('the value of a target', () => {
    const series = aSeries({ baseline: aBaseline(aShare(80)) })
    expect(targetValue(series, aTarget({ value: 90 }))).toBe(90)
    expect(targetValue(series, aChange(10, 'percent'))).toBeCloseTo(88, 10)
    expect(targetValue(series, aChange(10, 'percentagePoint'))).toBe(90)
    expect(targetValue(series, trend)).toBeNull()
    expect(targetValue(aSeries(), aChange(10, 'percent'))).toBeNull()
  })

  test('the path runs through every figure in the unit of the baseline', () => {
    const targets = [aTarget({ value: 9 }), aChange(50, 'percent', 2023), { ...trend, year: 2024 }]
    expect(targetPath(aSeries({ baseline: aBaseline(4, { period: '2020/2021' }), targets }))).toEqual([
      { year: 2021, value: 4 },
      { year: 2023, value: 6 },
      { year: 2025, value: 9 },
    ])
    expect(
      targetPath(aSeries({ baseline: aBaseline(aShare(4)), targets: [aTarget({ unit: 'count' })] })),
    ).toHaveLength(1)
  })
})
