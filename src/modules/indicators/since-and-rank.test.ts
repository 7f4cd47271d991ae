import { describe, expect, test } from 'vitest'
import type { ObservedValue } from './model.ts'
import { aBaseline, aDistribution, anIndicator, anObservation, aSeries, aTarget } from './testing.ts'
import { judge } from './verdict.ts'
import { explainVerdict } from './words/verdict.ts'

const rule = new Map([['2024', 2024]])
const judged = (series: ReturnType<typeof aSeries>) =>
  judge(anIndicator({ series: [series] }), series, '2024', rule)

describe('a thing that exists', () => {
  const exists = (since: string | null, lv = 'ir') =>
    aSeries({
      targets: [aTarget({ year: 2024, kind: 'exists', value: null })],
      results: [anObservation({ period: '2024', value: { kind: 'text', text: { lv, en: lv } }, since })],
    })

  test('is said since when, where the source says', () => {
    const verdict = judged(exists('2022'))
    expect(verdict.status).toBe('met')
    expect(explainVerdict(verdict)).toEqual({
      lv: 'Sasniedzamā vērtība: ir; ir kopš 2022. gada → sasniegts',
      en: 'Target: exists; it has existed since 2022 → met',
    })
    expect(explainVerdict(judged(exists(null))).lv).not.toContain('kopš')
  })

  test('that there is none of has existed since no day', () => {
    expect(judged(exists('2022', 'nav')).status).toBe('missed')
  })
})

describe('a distribution', () => {
  const trend = [aTarget({ year: 2024, kind: 'trend', value: null })]
  const unranked = (value: ObservedValue): ObservedValue =>
    value.kind === 'distribution'
      ? {
          ...value,
          parts: value.parts.map((part) => (part.category === 'nv' ? { ...part, isUnranked: true } : part)),
        }
      : value
  const before = aDistribution({ ll: 5, l: 5, nv: 4 }, 'count')
  const after = aDistribution({ ll: 10, l: 5, nv: 1 }, 'count')
  const withRank = (rank: (value: ObservedValue) => ObservedValue) =>
    aSeries({
      targets: trend,
      baseline: aBaseline(rank(before)),
      results: [anObservation({ period: '2024', value: rank(after) })],
    })

  test('of which a category has no known place is not judged, and says why', () => {
    const verdict = judged(withRank(unranked))
    expect(verdict).toMatchObject({ status: 'notEvaluable', reason: 'unranked' })
    expect(explainVerdict(verdict).lv).toContain('neatšifrē')
  })

  test('in a stated order is judged', () => {
    expect(judged(withRank((value) => value)).status).toBe('met')
  })
})
