import { expect, test } from 'vitest'
import { aBaseline, anIndicator, anObservation, aSeries, aShare } from '../testing.ts'
import { precisionMixed } from './precision-mixed.ts'
import { aSet } from './testing.ts'

const check = (...figures: [number: number, printed: string | null, period?: string][]) => {
  const series = figures.map(([number, printed, period = '2024/2025'], index) =>
    aSeries({
      key: `5/${index}`,
      baseline: aBaseline(aShare(80), { printed: null }),
      results: [anObservation({ period, value: aShare(number), printed })],
    }),
  )
  return precisionMixed.check(aSet([anIndicator({ code: '5', unit: 'percent', series })]))
}

test('finds percentages of one period with different numbers of decimals', () => {
  const findings = check([78.25, '78,25 %'], [85.2, '85,2 %'], [90, '90,0 %'])
  expect(findings).toMatchObject([{ severity: 'notice', subjects: [{}, {}, {}] }])
  expect(findings[0]?.explanation.lv).toBe(
    '5. rādītājā blakus esoši procenti iespiesti ar dažādu ciparu skaitu aiz komata: 2024./2025. – 78,25 %, 85,2 % un 90,0 %.',
  )
})

test('accepts one precision, several periods, and figures of which it is not known how they are printed', () => {
  expect(check([78.2, '78,2 %'], [90, '90,0 %'])).toEqual([])
  expect(check([78.25, '78,25 %', '2023/2024'], [85.2, '85,2 %'])).toEqual([])
  expect(check([78.25, null], [85.2, null])).toEqual([])
})
