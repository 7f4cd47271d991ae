import { describe, expect, test } from 'vitest'
import { certaintyOf } from '../certainty.ts'
import type { Indicator, Observation, Target } from '../model.ts'
import { aBaseline, aNumber, anIndicator, anObservation, aSeries, aShare, aTarget } from '../testing.ts'
import { period, RULE } from '../verdict.testing.ts'
import { judge } from '../verdict.ts'
import { describeCertainty, describeSureness } from './certainty.ts'
import { describeStep } from './step.ts'
import { speechIn } from './testing.ts'

const speech = { lv: speechIn('lv'), en: speechIn('en') }
const plain = (words: string | null | undefined) => words?.replaceAll('\u00a0', ' ') ?? null
const stated = (n: number | null, interval: { low: number; high: number } | null = null) => ({
  n,
  interval,
  standardError: null,
})

describe('how sure a figure is', () => {
  const said = (given: Partial<Observation>, restsOn: Indicator['restsOn'] = 'answers') => {
    const observation = anObservation({ value: aShare(89.3), ...given })
    const certainty = certaintyOf({ restsOn }, observation)
    if (certainty === null) return null
    return [
      plain(describeCertainty(certainty, observation, speech.lv)),
      plain(describeCertainty(certainty, observation, speech.en)),
    ]
  }

  test('is n and the interval', () => {
    expect(said({ stated: stated(216, { low: 85.1, high: 92.8 }) })).toEqual([
      'n = 216, 95 % intervāls 85,1–92,8 %',
      'n = 216, 95% interval 85.1–92.8%',
    ])
  })

  test('or that n is not known', () => {
    expect(said({})).toEqual(['n nav zināms', 'n not known'])
    expect(said({ stated: stated(null, { low: 85.1, high: 92.8 }) })?.[0]).toBe(
      'n nav zināms, 95 % intervāls 85,1–92,8 %',
    )
  })

  test('or n alone, of a mean', () => {
    expect(said({ value: aNumber(46.4, 'percent'), stated: stated(320) }, 'mean')).toEqual([
      'n = 320',
      'n = 320',
    ])
  })

  test('or that everybody answered', () => {
    const survey = { decimals: 1, low: 89.3, high: 89.3, method: 'census' as const, address: '/aptaujas/a' }
    expect(said({ evidence: { ...survey, share: 89.3, n: 28 } })?.[0]).toBe('n = 28, atbildēja visi')
  })
})

const judgeOne = (observed: Partial<Observation>, target: Target, given: Partial<Indicator> = {}) => {
  const indicator = anIndicator({ unit: 'percent', restsOn: 'answers', ...given })
  const series = aSeries({
    baseline: aBaseline(aShare(50)),
    targets: [target],
    results: [anObservation(observed)],
  })
  return { indicator, verdict: judge(indicator, series, period, RULE) }
}

describe('how sure a verdict is', () => {
  const why = (share: number, n: number | null, language: 'lv' | 'en' = 'lv') => {
    const { indicator, verdict } = judgeOne(
      { value: aShare(share), stated: stated(n) },
      aTarget({ value: 90 }),
    )
    return plain(describeSureness(indicator, verdict, speech[language]))
  }

  test('is said with the interval that decides it', () => {
    expect(why(89.3, 216)).toBe(
      'Rezultāta 95 % intervāls ir 84,5–92,8 % (n = 216), un tas, kas prasīts, ir tajā: starpība var būt nejauša.',
    )
    expect(why(60, 216, 'en')).toBe(
      'The 95% interval of the result is 53.3–66.3% (n = 216), and what was asked for lies outside it.',
    )
  })

  test('or that nobody can know', () => {
    expect(why(89.3, null)).toContain('n nav zināms')
  })

  test('and of records nothing', () => {
    const { indicator, verdict } = judgeOne({ value: aShare(60) }, aTarget({ value: 90 }), {
      restsOn: 'records',
    })
    expect(describeSureness(indicator, verdict, speech.lv)).toBeNull()
  })
})

describe('how far a result is from its target', () => {
  const far = (given: Partial<Observation>, target: Target, more: Partial<Indicator> = {}) => {
    const { verdict } = judgeOne(given, target, more)
    return [plain(describeStep(verdict, speech.lv)), plain(describeStep(verdict, speech.en))]
  }
  const count = { unit: 'count' }
  const down = { ...count, direction: 'down' } as const
  const of = (number: number) => ({ value: aNumber(number) })
  const to = (value: number) => aTarget({ value })

  test.for<[string, string[], string, string]>([
    [
      'points',
      far({ value: aShare(89.3) }, to(90)),
      'pietrūkst nedaudz: 0,7 procentpunktu',
      'narrowly missed: short by 0.7 percentage points',
    ],
    [
      'one point',
      far({ value: aShare(89) }, to(90)),
      'pietrūkst nedaudz: 1 procentpunkta',
      'narrowly missed: short by 1 percentage point',
    ],
    ['a count', far(of(93), to(100), count), 'pietrūkst nedaudz: 7', 'narrowly missed: short by 7'],
    [
      'a third',
      far(of(66), to(100), count),
      'pietrūkst apmēram trešdaļas (34)',
      'short by about a third (34)',
    ],
    ['half', far(of(10), to(20), count), 'pietrūkst apmēram puses (10)', 'short by about half (10)'],
    [
      'nearly all',
      far(of(0), to(20), count),
      'pietrūkst vairāk nekā puses (20)',
      'short by more than half (20)',
    ],
    ['too many', far(of(22), to(20), down), 'pārsniedz pieļauto par 2', 'over the limit by 2'],
    [
      'far too many',
      far(of(45), to(20), down),
      'vismaz divreiz pārsniedz pieļauto (par 25)',
      'at least twice the limit (over by 25)',
    ],
    [
      'more than asked for',
      far({ value: aShare(93) }, to(90)),
      'prasītais pārsniegts par 3 procentpunktiem',
      '3 percentage points more than asked for',
    ],
    ['few enough', far(of(17), to(20), down), 'par 3 mazāk, nekā pieļauts', '3 under the limit'],
    ['just so', far(of(20), to(20), count), 'tieši tik, cik prasīts', 'exactly as much as asked for'],
    [
      'no better',
      far({ value: aShare(50) }, aTarget({ kind: 'trend', value: null })),
      'tieši tikpat, cik bāzē',
      'exactly as much as the baseline',
    ],
    [
      'within a range',
      far({ value: aShare(45) }, aTarget({ kind: 'range', value: 40, valueTo: 60 })),
      'līdz tuvākajai robežai 5 procentpunkti',
      '5 percentage points to the nearer end',
    ],
  ] as [string, string[], string, string][])('%s', ([, said, latvian, english]) => {
    expect(said).toEqual([latvian, english])
  })
})
