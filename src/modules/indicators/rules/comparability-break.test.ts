import { expect, test } from 'vitest'
import type { Methodology, Series } from '../model.ts'
import { aBaseline, aMethodology, anIndicator, anObservation, aSeries, aShare } from '../testing.ts'
import { comparabilityBreak } from './comparability-break.ts'
import { aSet } from './testing.ts'

const check = (comparability: Methodology['comparability'], given: Partial<Series> = {}) => {
  const methodologies = [aMethodology(), aMethodology({ version: 2, validFrom: '2023/2024', comparability })]
  const results = [anObservation({ period: '2023/2024', value: aShare(16) })]
  const series = [aSeries({ baseline: aBaseline(aShare(35)), results, ...given })]
  return comparabilityBreak.check(aSet([anIndicator({ code: '6', methodologies, series })]))
}

test('finds a break between the baseline and the result', () => {
  expect(check('no')).toEqual([
    {
      severity: 'obstacle',
      subjects: [{ kind: 'indicator', code: '6' }],
      explanation: {
        lv: '6. rādītāja aprēķina metodoloģija mainīta (2. versija), tāpēc šos skaitļus nevar salīdzināt: 35\u00a0% (2021. gads) un 16\u00a0% (2023./2024. mācību gads).',
        en: 'The method of indicator 6 has changed (version 2), so these figures cannot be compared: 35% (2021) and 16% (2023/2024).',
      },
    },
  ])
})

test('finds figures that were to be recomputed and were not', () => {
  expect(check('afterRecomputation')).toMatchObject([{ severity: 'obstacle' }])
  expect(check('afterRecomputation', { baseline: aBaseline(aShare(35), { isRecomputed: true }) })).toEqual([])
})

test('notices a change of which nobody says whether it matters', () => {
  expect(check(null)).toMatchObject([{ severity: 'notice' }])
})

test('accepts a version that compares, and figures that all have the new version', () => {
  const baseline = aBaseline(aShare(35), { methodology: 2 })
  expect(check('yes')).toEqual([])
  expect(check('no', { baseline })).toEqual([])
})

test('trusts the version stated with a figure more than the date', () => {
  const results = [anObservation({ period: '2023/2024', value: aShare(16), methodology: 1 })]
  expect(check('no', { results })).toEqual([])
})
