import type { KeysOf } from '#platform/texts/keys.ts'
import { createText, type LocalText, type TextValues } from '#platform/texts/text.ts'
import type { StrategyTree } from '../model.ts'
import type { StrategyPart } from '../subjects.ts'
import en from '../texts/en.json' with { type: 'json' }
import lv from '../texts/lv.json' with { type: 'json' }

type Key = Extract<KeysOf<typeof lv>, `strategy.subject${string}`>
const inLatvian = createText<Key>('lv', lv)
const inEnglish = createText<Key>('en', en)

const both = (key: Key, values: TextValues = {}): LocalText => ({
  lv: inLatvian(key, values),
  en: inEnglish(key, values),
})

/** What a link to an action is called. */
export const actionName = (code: string) => both('strategy.subject.action', { code })

/** What a link to the strategy or a part of it is called. */
export const partName = ({ part, code = '' }: { part?: StrategyPart; code?: string }) =>
  part ? both(`strategy.subject.${part}`, { code }) : both('strategy.subject')

/** What links to claims are called: what they say, in our words; the key where there is no such claim. */
export function claimNames({ claims }: Pick<StrategyTree, 'claims'>) {
  const texts = new Map(claims.map(({ key, text }) => [key, text]))
  return (key: string): LocalText => {
    const text = texts.get(key)
    if (!text) return { lv: key, en: key }
    return {
      lv: inLatvian('strategy.subject.claim', { claim: text.lv }),
      en: inEnglish('strategy.subject.claim', { claim: text.en }),
    }
  }
}
