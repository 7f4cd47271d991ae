import { expect, test } from 'vitest'
import { aBaseline, anIndicator, anObservation, aSeries } from '../testing.ts'
import { periodRuleMissing } from './period-rule-missing.ts'
import { wholeOf } from './rule.ts'
import { aSet } from './testing.ts'

const measuredIn = (...periods: string[]) => [
  aSeries({ baseline: aBaseline(10), results: periods.map((period) => anObservation({ period })) }),
]

test('finds a period with results that answers no target year', () => {
  expect(
    periodRuleMissing.check(wholeOf(aSet([anIndicator({ series: measuredIn('2022/2023', '2024/2025') })]))),
  ).toEqual([
    {
      severity: 'obstacle',
      subjects: [{ kind: 'indicator', code: '1' }],
      explanation: {
        lv: '2022./2023. mācību gadā ir 1 rezultāts (rādītājs 1), bet nav noteikts, ar kura gada sasniedzamo vērtību šis periods jāsalīdzina.',
        en: 'There is 1 result for 2022/2023 (indicator 1), but it is not said with which year’s target this period is compared.',
      },
    },
  ])
})

test('says once that a rule is missing for many periods', () => {
  const periods = Array.from({ length: 20 }, (_, index) => `${2000 + index}/${2001 + index}`)
  const [finding, ...others] = periodRuleMissing.check(
    wholeOf(aSet([anIndicator({ series: measuredIn(...periods) })])),
  )
  expect(others).toEqual([])
  expect(finding?.subjects).toEqual([{ kind: 'indicator', code: '1' }])
  expect(finding?.explanation.lv).toBe(
    '1 rādītājam ir 20 rezultātu 20 periodos, kurus nevar novērtēt, jo nav noteikts, ar kura gada sasniedzamo vērtību tie jāsalīdzina: 2000./2001., 2001./2002., 2002./2003., 2003./2004., 2004./2005., 2005./2006., 2006./2007., 2007./2008., 2008./2009., 2009./2010., 2010./2011., 2011./2012. un vēl 8.',
  )
})

test('accepts periods of the rule, the period of the baseline, and any period of context', () => {
  const context = anIndicator({
    id: '00000000-0000-7000-8000-0000000000c1',
    code: 'K1',
    series: [aSeries({ results: [anObservation({ period: '2019/2020' })] })],
  })
  const indicator = anIndicator({ series: measuredIn('2023/2024', '2024/2025') })
  expect(periodRuleMissing.check(wholeOf(aSet([indicator, context])))).toEqual([])
})

test('accepts calendar years, which answer the target of their own year', () => {
  const indicator = anIndicator({ series: measuredIn('2022', '2023') })
  expect(periodRuleMissing.check(wholeOf(aSet([indicator])))).toEqual([])
})
