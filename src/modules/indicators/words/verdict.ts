import { inBoth, percentSign, type Say } from '#platform/say/index.ts'
import type { KeysOf } from '#platform/texts/keys.ts'
import { createText, type Language, type LocalText, type Text } from '#platform/texts/text.ts'
import en from '../texts/verdict.en.json' with { type: 'json' }
import lv from '../texts/verdict.lv.json' with { type: 'json' }
import type { Arithmetic, Verdict } from '../verdict.ts'

type Key = KeysOf<typeof lv>
const texts: Readonly<Record<Language, Text<Key>>> = {
  lv: createText<Key>('lv', lv),
  en: createText<Key>('en', en),
}

/** How a verdict came about, in both languages: its calculation, or the reason why there is none. */
export function explainVerdict(verdict: Verdict): LocalText {
  const { arithmetic } = verdict
  if (arithmetic) return inBoth((say) => texts[say.language](arithmetic.key, writeValues(arithmetic, say)))
  const key: Key =
    verdict.status === 'notEvaluable'
      ? `indicators.reason.${verdict.reason}.explanation`
      : `indicators.verdict.${verdict.status}`
  return { lv: texts.lv(key), en: texts.en(key) }
}

/**
 * The figures of a calculation as they are written: figures of the source with their own decimals, computed
 * ones rounded, and both with more decimals where fewer would write different numbers alike.
 */
function writeValues({ values, computed = [], decimals = 2 }: Arithmetic, say: Say): Record<string, string> {
  const write = (name: string, value: string | number) => {
    if (name === 'since') return say.period(String(value), say.language === 'lv' ? 'of' : 'short')
    if (typeof value === 'string') return value === percentSign('lv') ? percentSign(say.language) : value
    return say.number(value, computed.includes(name) ? decimals : Math.max(decimals, 6))
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(name, value)]))
}
