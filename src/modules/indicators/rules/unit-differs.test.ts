import { expect, test } from 'vitest'
import type { Indicator } from '../model.ts'
import {
  aBaseline,
  aChange,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from '../testing.ts'
import { aSet } from './testing.ts'
import { unitDiffers } from './unit-differs.ts'

const check = (given: Partial<Indicator>) => unitDiffers.check(aSet([anIndicator(given)]))

test('lists which place has which unit', () => {
  const series = [
    aSeries({
      baseline: aBaseline(aShare(35)),
      targets: [aTarget({ unit: 'percent', value: 65 })],
      results: [
        anObservation({ period: '2023/2024', value: aShare(16) }),
        anObservation({ value: aNumber(735) }),
      ],
    }),
  ]
  expect(check({ code: '6', titleUnit: 'count', unit: 'percent', series })).toEqual([
    {
      severity: 'contradiction',
      subjects: [{ kind: 'indicator', code: '6' }],
      explanation: {
        lv: '6. rādītājā mērvienības atšķiras: skaits – nosaukumā un 2024./2025. mācību gada rezultātā; procenti – rādītāja aprakstā, bāzes vērtībā, 2025. gada sasniedzamajā vērtībā un 2023./2024. mācību gada rezultātā. Kamēr mērvienība nav viena, rezultātu nevar droši salīdzināt ar sasniedzamo vērtību.',
        en: 'Indicator 6 mixes units: a count in the title and the result of 2024/2025; per cent in the definition, the baseline, the target for 2025 and the result of 2023/2024. Until there is one unit, the result cannot safely be compared with the target.',
      },
    },
  ])
})

test('finds per cent targets on counts', () => {
  const series = [aSeries({ targets: [aTarget({ unit: 'percent' })], results: [anObservation()] })]
  expect(check({ series })).toMatchObject([{ severity: 'contradiction' }])
})

test('takes a text in place of a number for an obstacle', () => {
  const text = { kind: 'text', text: { lv: 'visas iestādes', en: 'all institutions' } } as const
  const series = [aSeries({ results: [anObservation({ value: text })] })]
  expect(check({ series })).toMatchObject([{ severity: 'obstacle' }])
})

test('accepts a share printed beside a count, a relative target and a missing value', () => {
  const series = [
    aSeries({
      baseline: aBaseline({ kind: 'number', number: 13, unit: 'count', share: 36 }),
      targets: [
        aChange(2, 'percent'),
        aTarget({ year: 2023, unit: null }),
        aTarget({ year: 2027, kind: 'exists' }),
      ],
      results: [anObservation({ value: { kind: 'missing', missing: 'notMeasured' } })],
    }),
  ]
  expect(check({ titleUnit: 'count', series })).toEqual([])
})
