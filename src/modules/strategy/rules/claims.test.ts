import { describe, expect, test } from 'vitest'
import type { Claim } from '../model.ts'
import { aClaim, actionsWith, aMeasured, anAction, someData } from '../testing.ts'
import { claimCountDiffers } from './claim-count-differs.ts'
import { claimOrderContradicted } from './claim-order-contradicted.ts'
import { claimRankingContradicted } from './claim-ranking-contradicted.ts'
import { claimShareDiffers } from './claim-share-differs.ts'
import { claimSumDiffers } from './claim-sum-differs.ts'
import { claimTrendContradicted } from './claim-trend-contradicted.ts'
import { claimTrendUnsteady } from './claim-trend-unsteady.ts'
import { claimTrendUnverifiable } from './claim-trend-unverifiable.ts'
import { claimWithoutFigure } from './claim-without-figure.ts'
import type { TrendClaim } from './trend.ts'

const countOf = (given: Partial<Claim>) => aClaim({ kind: 'count', subjects: ['actions'], ...given })
const trendOf = (direction: TrendClaim['direction'], given: Partial<Claim> = {}) =>
  aClaim({
    kind: 'trend',
    subjects: ['1'],
    direction,
    fromPeriod: 'baseline',
    toPeriod: '2024/2025',
    ...given,
  })

describe('claim-count-differs', () => {
  const actions = actionsWith('implemented', 'inProgress', 'deferred', 'notStarted', 'notStarted')

  test('finds a count that counting does not give', () => {
    const claims = [countOf({ filter: { status: 'implemented+inProgress' }, value: 3 })]
    const findings = claimCountDiffers.check(someData({ actions, claims }))
    expect(findings).toMatchObject([
      { severity: 'contradiction', subjects: [{ kind: 'claim', key: 'claim' }] },
    ])
    expect(findings[0]?.explanation.lv).toBe(
      'Dokumentā teikts (mūsu vārdiem): Apgalvojums. Saskaitot iznāk 2, nevis 3.',
    )
  })

  test('quotes the words of the document where they are known', () => {
    const official = { lv: 'Īstenotas trīs darbības.', en: null }
    const claims = [countOf({ filter: { status: 'implemented+inProgress' }, value: 3, official })]
    const [finding] = claimCountDiffers.check(someData({ actions, claims }))
    expect(finding?.explanation).toEqual({
      lv: 'Dokumentā teikts: “Īstenotas trīs darbības.” Saskaitot iznāk 2, nevis 3.',
      en: 'The document says (in our words): Claim. Counting gives 2, not 3.',
    })
  })

  test('names the parts of a count that lumps statuses together', () => {
    const claims = [countOf({ filter: { status: 'notStarted' }, value: 3, share: 60 })]
    const findings = claimCountDiffers.check(someData({ actions, claims }))
    expect(findings).toMatchObject([{ severity: 'notice' }])
    expect(findings[0]?.explanation.en).toContain('deferred – 1 and not started – 2, together 3')
  })

  test('finds a share that its count does not give', () => {
    const claims = [countOf({ filter: { status: 'implemented' }, value: 1, share: 21 })]
    const findings = claimCountDiffers.check(someData({ actions, claims }))
    expect(findings[0]?.explanation.lv).toContain(
      'Norādītais īpatsvars ir 21\u00a0%, bet 1 no 5 ir 20\u00a0%.',
    )
  })

  test('accepts counts that agree, with a rounded share', () => {
    const claims = [
      countOf({ value: 5 }),
      countOf({ filter: { goal: 'KP1', status: 'notStarted' }, value: 2, share: 40 }),
    ]
    expect(claimCountDiffers.check(someData({ actions, claims }))).toEqual([])
  })

  test('accepts a share rounded to whole per cents', () => {
    const claims = [countOf({ filter: { status: 'implemented' }, value: 1, share: 33 })]
    const three = actionsWith('implemented', 'partial', 'partial')
    expect(claimCountDiffers.check(someData({ actions: three, claims }))).toEqual([])
  })

  test('looks at the period of the claim only', () => {
    const claims = [countOf({ filter: { status: 'implemented' }, toPeriod: '2023/2024', value: 0 })]
    expect(claimCountDiffers.check(someData({ actions, claims }))).toEqual([])
  })

  const indicators = [
    aMeasured({ code: '1', baseline: 4, results: { '2024/2025': 5 } }),
    aMeasured({ code: '2', baseline: 4, retiredReason: { lv: 'Neaktuāls', en: 'Irrelevant' } }),
    aMeasured({
      code: '3',
      baseline: 4,
      results: { '2024/2025': { kind: 'missing', missing: 'noMethodology' } },
    }),
    aMeasured({ code: 'K1', results: { '2024/2025': 7 } }),
  ]
  const goalOfIndicator = new Map(['1', '2', '3', 'K1'].map((code) => [`indicator-${code}`, 'KP1']))

  test('counts indicators that promise something, with data and retired ones', () => {
    const claims = [
      countOf({ subjects: ['indicators'], value: 3 }),
      countOf({ subjects: ['indicators'], filter: { data: 'yes' }, value: 1 }),
      countOf({ subjects: ['indicators'], filter: { retired: 'yes' }, value: 1 }),
      countOf({ subjects: ['indicators'], filter: { methodology: 'no' }, value: 0 }),
    ]
    expect(claimCountDiffers.check(someData({ indicators, goalOfIndicator, claims }))).toEqual([])
  })

  test('finds a wrong count of indicators with data', () => {
    const claims = [countOf({ subjects: ['indicators'], filter: { data: 'yes' }, value: 2 })]
    const findings = claimCountDiffers.check(someData({ indicators, goalOfIndicator, claims }))
    expect(findings[0]?.explanation.en).toContain('Counting gives 1, not 2.')
  })
})

describe('claims about trends', () => {
  const trend = (direction: 'up' | 'down' | 'same', baseline: number, results: Record<string, number>) =>
    someData({ claims: [trendOf(direction)], indicators: [aMeasured({ baseline, results })] })

  test('contradicts a rise that is a fall', () => {
    const findings = claimTrendContradicted.check(trend('up', 18, { '2024/2025': 13 }))
    expect(findings).toMatchObject([
      {
        severity: 'contradiction',
        subjects: [{ kind: 'claim' }, { kind: 'series', key: '1', indicator: '1' }],
      },
    ])
    expect(findings[0]?.explanation.lv).toContain(
      '18 (2021. gadā) → 13 (2024./2025. mācību gadā), par 27,8\u00a0% mazāk.',
    )
  })

  test('contradicts “the same” beyond ten per cent', () => {
    expect(claimTrendContradicted.check(trend('same', 100, { '2024/2025': 89 }))).toHaveLength(1)
    expect(claimTrendContradicted.check(trend('same', 100, { '2024/2025': 111 }))).toHaveLength(1)
  })

  test('accepts “the same” within ten per cent, and a fall that is one', () => {
    expect(claimTrendContradicted.check(trend('same', 100, { '2024/2025': 90 }))).toEqual([])
    expect(claimTrendContradicted.check(trend('down', 100, { '2024/2025': 90 }))).toEqual([])
  })

  test('notices a latest step against the claim', () => {
    const findings = claimTrendUnsteady.check(trend('up', 100, { '2023/2024': 200, '2024/2025': 150 }))
    expect(findings).toMatchObject([{ severity: 'notice' }])
    expect(findings[0]?.explanation.en).toContain('in the last step 25% less')
  })

  test('does not notice a small step, nor a turn of what is contradicted anyway', () => {
    expect(claimTrendUnsteady.check(trend('up', 100, { '2023/2024': 200, '2024/2025': 190 }))).toEqual([])
    expect(claimTrendUnsteady.check(trend('up', 100, { '2023/2024': 200, '2024/2025': 50 }))).toEqual([])
  })

  test('cannot verify a trend between different units', () => {
    const share = { kind: 'share', number: 35, unit: 'percent' } as const
    const indicators = [aMeasured({ baseline: share, results: { '2024/2025': 735 } })]
    const data = someData({ claims: [trendOf('up')], indicators })
    expect(claimTrendUnverifiable.check(data)).toMatchObject([{ severity: 'obstacle' }])
    expect(claimTrendUnverifiable.check(data)[0]?.explanation.lv).toContain('mērvienības ir dažādas')
    expect(claimTrendContradicted.check(data)).toEqual([])
  })

  test('can verify a trend between comparable figures', () => {
    expect(claimTrendUnverifiable.check(trend('up', 1, { '2024/2025': 2 }))).toEqual([])
  })

  test('writes the change of a share in percentage points', () => {
    const indicators = [aMeasured({ unit: 'percent', baseline: 85, results: { '2024/2025': 74 } })]
    const [finding] = claimTrendContradicted.check(someData({ claims: [trendOf('up')], indicators }))
    expect(finding?.explanation.lv).toContain('par 11 procentpunktiem mazāk')
    expect(finding?.explanation.en).toContain('11 percentage points less')
  })
})

describe('claim-sum-differs', () => {
  const sumOf = (value: number) =>
    aClaim({ kind: 'sum', subjects: ['1', '2'], total: '3', toPeriod: '2024/2025', value })
  const indicators = [
    aMeasured({ code: '1', results: { '2024/2025': 3428 } }),
    aMeasured({ code: '2', results: { '2024/2025': 44 } }),
    aMeasured({ code: '3', baseline: 4, results: { '2024/2025': 3472 } }),
  ]

  test('finds a stated total that the parts do not give', () => {
    const findings = claimSumDiffers.check(someData({ claims: [sumOf(3512)], indicators }))
    expect(findings).toMatchObject([{ severity: 'contradiction' }])
    expect(findings[0]?.explanation.lv).toContain(
      '3428 + 44 = 3472; norādīts 3512. Tabulā kopskaits ir 3472.',
    )
  })

  test('accepts parts that add up, and says nothing when one is missing', () => {
    expect(claimSumDiffers.check(someData({ claims: [sumOf(3472)], indicators }))).toEqual([])
    const [first, , total] = indicators
    const incomplete = first && total ? [first, aMeasured({ code: '2' }), total] : []
    expect(claimSumDiffers.check(someData({ claims: [sumOf(3512)], indicators: incomplete }))).toEqual([])
  })
})

describe('claim-order-contradicted', () => {
  const orderOf = (direction: 'before' | 'after') =>
    aClaim({ kind: 'order', subjects: ['decidedOn'], direction, date: '2021-06-22' })

  test('finds that what is said to be earlier is later', () => {
    const findings = claimOrderContradicted.check(someData({ claims: [orderOf('before')] }))
    expect(findings).toMatchObject([{ severity: 'contradiction' }])
    expect(findings[0]?.explanation.lv).toContain('ir 16.12.2021., tas ir vēlāk nekā 22.06.2021.')
  })

  test('accepts the right order', () => {
    expect(claimOrderContradicted.check(someData({ claims: [orderOf('after')] }))).toEqual([])
  })
})

describe('claims that no figure answers', () => {
  const relatedNote = { lv: 'Tas ir īpatsvars.', en: 'It is a share.' }
  const indicators = [aMeasured({ unit: 'percent', baseline: 39, results: { '2024/2025': 48 } })]
  const unanswered = trendOf('up', { subjects: [], related: ['1'], relatedNote })

  test('are obstacles, with the nearest figure and why it does not answer', () => {
    const findings = claimWithoutFigure.check(someData({ claims: [unanswered], indicators }))
    expect(findings).toMatchObject([
      { severity: 'obstacle', subjects: [{ kind: 'claim' }, { kind: 'series', key: '1' }] },
    ])
    expect(findings[0]?.explanation.lv).toMatch(/39\u00a0% .* → 48\u00a0% .*\. Tas ir īpatsvars\.$/)
  })

  test('are not those that a figure answers', () => {
    const claims = [trendOf('up'), trendOf('up', { related: ['1'], relatedNote })]
    expect(claimWithoutFigure.check(someData({ claims, indicators }))).toEqual([])
  })
})

describe('claims about what has not gone up or down', () => {
  const of = (direction: 'notUp' | 'notDown', to: number) =>
    claimTrendContradicted.check(
      someData({
        claims: [trendOf(direction)],
        indicators: [aMeasured({ baseline: 43, results: { '2024/2025': to } })],
      }),
    )

  test('hold where nothing has changed or the change goes the other way', () => {
    expect([of('notUp', 43), of('notUp', 37), of('notDown', 43), of('notDown', 50)].flat()).toEqual([])
  })

  test('are contradicted by any change that they deny', () => {
    expect(of('notUp', 44)).toHaveLength(1)
    expect(of('notDown', 42)).toHaveLength(1)
  })
})

describe('claims about several series together', () => {
  const claims = [trendOf('notDown', { kind: 'sumTrend', subjects: ['1', '2'] })]
  const falling = aMeasured({ code: '1', baseline: 10, results: { '2024/2025': 8 } })

  test('hold when the sum does, whatever its parts do', () => {
    const indicators = [falling, aMeasured({ code: '2', baseline: 10, results: { '2024/2025': 12 } })]
    expect(claimTrendContradicted.check(someData({ claims, indicators }))).toEqual([])
  })

  test('are contradicted by the sum', () => {
    const indicators = [falling, aMeasured({ code: '2', baseline: 10, results: { '2024/2025': 11 } })]
    const findings = claimTrendContradicted.check(someData({ claims, indicators }))
    expect(findings[0]?.explanation.en).toContain('20 (in 2021) → 19')
  })

  test('cannot be checked with a part missing', () => {
    const data = someData({ claims, indicators: [falling, aMeasured({ code: '2', baseline: 10 })] })
    expect(claimTrendContradicted.check(data)).toEqual([])
    expect(claimTrendUnverifiable.check(data)).toMatchObject([{ severity: 'obstacle' }])
  })
})

describe('claims about shares', () => {
  const indicators = [
    aMeasured({ code: '1', results: { '2024/2025': 106 } }),
    aMeasured({ code: '2', baseline: 1, results: { '2024/2025': 3512 } }),
  ]
  const shareOf = (share: number) =>
    aClaim({ kind: 'share', subjects: ['1'], total: '2', toPeriod: '2024/2025', share })

  test('are right within the rounding of their last digit', () => {
    expect(claimShareDiffers.check(someData({ claims: [shareOf(3), shareOf(3.02)], indicators }))).toEqual([])
  })

  test('are contradicted beyond it', () => {
    const findings = claimShareDiffers.check(someData({ claims: [shareOf(3.1)], indicators }))
    expect(findings).toMatchObject([{ severity: 'contradiction' }])
    expect(findings[0]?.explanation.lv).toContain('106 no 3512 ir 3,02\u00a0%')
  })
})

describe('claims about rankings', () => {
  const title = { lv: 'Aptauja', en: 'Survey' }
  const result = (group: string, item: string, share: number | null) => ({
    group,
    item,
    share,
    missing: share === null ? ('confidential' as const) : null,
  })
  const surveyed = [
    {
      survey: { key: 'survey', title },
      groups: ['heads', 'teachers'].map((code) => ({ code, label: { lv: code, en: code } })),
      items: ['a', 'b', 'c'].map((code) => ({ code, title: { lv: code, en: code }, printedMean: null })),
      results: [
        result('heads', 'a', 90),
        result('heads', 'b', 80),
        result('heads', 'c', 80),
        result('teachers', 'a', 70),
        result('teachers', 'b', 81),
      ],
      printedMeans: [
        { group: 'heads', scope: 'all', percent: 83 },
        { group: 'teachers', scope: 'all', percent: 75 },
      ],
    },
  ]
  const check = (subjects: string[], given: Partial<Claim>) => {
    const claim = aClaim({ kind: 'ranking', survey: 'survey', direction: 'highest', subjects, ...given })
    return claimRankingContradicted.check(someData({ claims: [claim], surveyed }))
  }

  test.each<[string, string[], Partial<Claim>]>([
    ['of items by a group', ['a'], { filter: { group: 'heads' } }],
    ['of all that share a place', ['b', 'c'], { filter: { group: 'heads' }, direction: 'lowest', value: 80 }],
    ['of groups by an item', ['teachers'], { filter: { item: 'b' } }],
    ['of groups by their printed means', ['heads', 'teachers'], { filter: { scope: 'all' } }],
    ['of items by how far groups are apart', ['a'], { filter: { gap: 'heads+teachers' } }],
    ['among those that are named', ['b'], { filter: { group: 'teachers', among: 'a+b' } }],
  ])('%s hold', (_, subjects, given) => {
    expect(check(subjects, given)).toEqual([])
  })

  test.each<[string, string[], Partial<Claim>]>([
    ['another is higher', ['b'], { filter: { group: 'heads' } }],
    ['their order is another', ['b', 'a'], { filter: { group: 'heads' } }],
    ['the number is another', ['a'], { filter: { group: 'heads' }, value: 91 }],
  ])('are contradicted when %s', (_, subjects, given) => {
    expect(check(subjects, given)).toMatchObject([{ severity: 'contradiction' }])
  })

  test('are noticed when somebody else has the same place', () => {
    const findings = check(['b'], { filter: { group: 'heads' }, direction: 'lowest' })
    expect(findings).toMatchObject([{ severity: 'notice' }])
    expect(findings[0]?.explanation.lv).toContain('Šo vietu dala vairāki: b – 80\u00a0%; c – 80\u00a0%.')
  })

  test('say nothing of what has no figure', () => {
    expect(check(['c'], { filter: { group: 'teachers' } })).toEqual([])
  })
})

test('a claim of another kind is left to its own rule', () => {
  const data = someData({ actions: [anAction()], claims: [aClaim({ kind: 'order' })] })
  expect(claimCountDiffers.check(data)).toEqual([])
})
