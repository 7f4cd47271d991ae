import { expect, test } from 'vitest'
import { anIndicator, anObservation, aSeries, aShare } from '../testing.ts'
import { surveyFigureDiffers } from './survey-figure-differs.ts'
import { aSet } from './testing.ts'

const check = (number: number, share: number | null) => {
  const survey = { decimals: 0, n: 216, low: 80, high: 90, method: 'wilson' as const, address: '/aptaujas/a' }
  const evidence = share === null ? null : { ...survey, share }
  const series = [aSeries({ key: '5', results: [anObservation({ value: aShare(number), evidence })] })]
  return surveyFigureDiffers.check(aSet([anIndicator({ code: '5', unit: 'percent', series })]))
}

test('finds a figure that the survey’s table prints otherwise', () => {
  expect(check(89.3, 86)).toMatchObject([
    {
      severity: 'contradiction',
      subjects: [{ kind: 'series', period: '2024/2025' }],
      explanation: {
        lv: '5. rādītājā 2024./2025. mācību gadā ir 89,3\u00a0%, bet aptaujas tabulā – 86\u00a0% (n\u00a0=\u00a0216).',
        en: 'Indicator 5 (2024/2025) says 89.3%, the survey’s table 86% (n\u00a0=\u00a0216).',
      },
    },
  ])
})

test('accepts one that is the same as far as both are printed, and one of which no survey is known', () => {
  expect(check(89.3, 89)).toEqual([])
  expect(check(89.3, null)).toEqual([])
})
