import { createText } from '#platform/texts/text.ts'
import type { Indicator, Observation, Series, Target } from './model.ts'
import { anIndicator, anObservation, aSeries, aTarget } from './testing.ts'
import lv from './texts/verdict.lv.json'
import { judge, type Verdict } from './verdict.ts'

export const RULE = new Map([
  ['2023/2024', 2023],
  ['2024/2025', 2025],
])
export const period = '2024/2025'
export const aText = { kind: 'text', text: { lv: 'visas iestādes', en: 'all institutions' } } as const
export const trend = aTarget({ kind: 'trend', value: null })
export const exists = aTarget({ kind: 'exists', value: null })
export const none = aTarget({ kind: 'none', value: null })

/** The verdict on one result of 2024/2025, which answers 2025. */
export function judgeOne(
  value: Observation['value'],
  target: Target,
  baseline: Series['baseline'] = null,
  given: Partial<Indicator> = {},
): Verdict {
  const series = aSeries({ baseline, targets: [target], results: [anObservation({ value })] })
  return judge(anIndicator(given), series, period, RULE)
}
export const down = { direction: 'down' } as const
export const missing = (kind: 'notMeasured' | 'retired' | 'noMethodology') =>
  ({ kind: 'missing', missing: kind }) as const
export const ratio = (number: number) => ({ kind: 'ratio', number, unit: 'ratio' }) as const
export const lvText = createText<keyof typeof lv>('lv', lv)
export const inWords = ({ arithmetic }: Verdict) =>
  arithmetic ? lvText(arithmetic.key, arithmetic.values).replaceAll('\u00a0', ' ') : null
