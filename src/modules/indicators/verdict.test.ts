import { describe, expect, test } from 'vitest'
import type { Indicator, Observation } from './model.ts'
import {
  aBaseline,
  aChange,
  aDistribution,
  aMethodology,
  aNumber,
  anIndicator,
  aSeries,
  aShare,
  aTarget,
} from './testing.ts'
import {
  aText,
  down,
  exists,
  inWords,
  judgeOne,
  missing,
  none,
  period,
  RULE,
  ratio,
  trend,
} from './verdict.testing.ts'
import { judge } from './verdict.ts'

describe('figures of Liepāja', () => {
  test.each([
    ['389 + 3% and 1058', aNumber(1058), aChange(3, 'percent'), aBaseline(389), 'up', 'met'],
    ['350 + 3% and 343', aNumber(343), aChange(3, 'percent'), aBaseline(350), 'up', 'missed'],
    ['a ratio of 8 at most and 11', ratio(11), aTarget({ value: 8, unit: 'ratio' }), null, 'down', 'missed'],
    [
      '90% after 81% and 78.25%',
      aShare(78.25),
      aTarget({ value: 90, unit: 'percent' }),
      aBaseline(aShare(81)),
      'up',
      'missed',
    ],
    ['5% at most and 4.5%', aShare(4.5), aTarget({ value: 5, unit: 'percent' }), null, 'down', 'met'],
    ['better than 35.9% and 35%', aShare(35), trend, aBaseline(aShare(35.9)), 'up', 'missed'],
    ['better than 9.2% and 13%', aShare(13), trend, aBaseline(aShare(9.2)), 'up', 'met'],
  ] as const)('%s', (_, value, target, baseline, direction, status) => {
    expect(judgeOne(value, target, baseline, { direction }).status).toBe(status)
  })

  test('the calculation in words', () => {
    expect(inWords(judgeOne(aNumber(1058), aChange(3, 'percent'), aBaseline(389)))).toBe(
      'Sasniedzamā vērtība (izmaiņa procentos no bāzes vērtības): 389 · (1 + 3 %) = 400,67; rezultāts 1058 ir lielāks → sasniegts',
    )
    expect(inWords(judgeOne(ratio(11), aTarget({ value: 8, unit: 'ratio' }), null, down))).toBe(
      'Sasniedzamā vērtība: 1 : 8; rezultāts 1 : 11 ir lielāks → nav sasniegts',
    )
    expect(inWords(judgeOne(aNumber(735), aTarget({ value: 65, unit: 'percent' })))).toBe(
      'Rezultāts 735 un salīdzināmā vērtība 65 % ir dažādās mērvienībās',
    )
  })

  test.each([
    ['735 teachers and 65%', aNumber(735), aTarget({ value: 65, unit: 'percent' }), 'differentUnits'],
    ['all institutions and 12', aText, aTarget({ value: 12, unit: 'count' }), 'differentUnits'],
    ['a distribution and 12', aDistribution({ yes: 1 }), aTarget({ value: 12 }), 'differentUnits'],
    ['not measured', missing('notMeasured'), aTarget(), 'noResult'],
    ['no clear methodology', missing('noMethodology'), aTarget(), 'noMethodology'],
    ['an index that was given up', missing('retired'), trend, 'retired'],
    ['a rating without target', aNumber(5), none, 'noTarget'],
    ['+ 2% of nothing', aShare(80), aChange(2, 'percent'), 'noBaseline'],
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
      'Sasniedzamā vērtība (izmaiņa procentpunktos): 10 % − 3 = 7 %; rezultāts 7 % ir tieši tāds pats → sasniegts',
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
    ['69% know of a mentor', aDistribution({ yes: 69, unknown: 24, no: 7 }), {}],
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
      'Sasniedzamā vērtība (izmaiņa procentos no bāzes vērtības): −100 + 5 % · |−100| = −95; rezultāts −104 ir mazāks → nav sasniegts'.replaceAll(
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
    ['a distribution that adds up to 96%', aDistribution({ a: 40, b: 56 })],
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
  ])('a range from 60% to 80%: %d is %s', (result, status, words) => {
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
