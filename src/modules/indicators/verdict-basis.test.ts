import { describe, expect, test } from 'vitest'
import type { Methodology } from './model.ts'
import { aBaseline, aChange, aDistribution, aMethodology, aNumber, aTarget } from './testing.ts'
import { exists, inWords, judgeOne, trend } from './verdict.testing.ts'

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
      'Sasniedzamā vērtība noteikta pēc metodoloģijas 1. versijas, rezultāts aprēķināts pēc 3. versijas',
    )
  })

  test('whether something exists does not depend on the methodology', () => {
    expect(judgeOne(aNumber(1), exists, before, second({ comparability: 'no' })).status).toBe('met')
  })
})
