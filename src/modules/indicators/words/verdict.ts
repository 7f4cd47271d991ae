import type { KeysOf } from '#platform/texts/keys.ts'
import { createText, type LocalText, type TextValues } from '#platform/texts/text.ts'
import en from '../texts/verdict.en.json' with { type: 'json' }
import lv from '../texts/verdict.lv.json' with { type: 'json' }
import type { Verdict } from '../verdict.ts'

type Key = KeysOf<typeof lv>
const inLatvian = createText<Key>('lv', lv)
const inEnglish = createText<Key>('en', en)

/** How a verdict came about, in both languages: its calculation, or the reason why there is none. */
export function explainVerdict(verdict: Verdict): LocalText {
  const { arithmetic } = verdict
  if (arithmetic) return both(arithmetic.key, arithmetic.values)
  return verdict.status === 'notEvaluable'
    ? both(`indicators.reason.${verdict.reason}.explanation`)
    : both(`indicators.verdict.${verdict.status}`)
}

const both = (key: Key, values: TextValues = {}): LocalText => ({
  lv: inLatvian(key, values),
  en: inEnglish(key, values),
})
