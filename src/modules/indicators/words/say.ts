import { type Say, en as sayEnglish, lv as sayLatvian } from '#platform/say/index.ts'
import type { Indicator, MissingKind, Observation, ObservedValue, Series, Target } from '../model.ts'
import { sayMissing } from './missing.ts'

/** How one language writes the figures of indicators in sentences. */
function createWords(say: Say) {
  const value = (observed: ObservedValue): string => {
    if (observed.kind === 'missing') return sayMissing(observed.missing, say.language)
    if (observed.kind === 'text') return say.quoted(observed.text)
    if (observed.kind !== 'distribution') return say.quantity(observed.number, observed.unit)
    return observed.parts.map((part) => say.quantity(part.value, observed.unit)).join(' / ')
  }
  return {
    ...say,
    value,
    /** With its sign: `+2 %`. */
    change: ({ value: size, unit }: Target) =>
      `${(size ?? 0) < 0 ? '−' : '+'}${say.quantity(Math.abs(size ?? 0), unit === 'percent' ? 'percent' : 'count')}`,
    /** A value with its period: `35 % (2021. gads)`. */
    figure: (observation: Observation) =>
      `${value(observation.value)} (${say.period(observation.period, 'aside')})`,
    missing: (kind: MissingKind) => sayMissing(kind, say.language),
    /** Why a figure is not there, in brackets after a space; empty when no reason is given. */
    reason: (kinds: readonly MissingKind[]) => {
      const list = say.list(kinds.map((kind) => sayMissing(kind, say.language)))
      if (kinds.length === 0) return ''
      return say.language === 'lv' ? ` (iemesls: ${list})` : ` (reason: ${list})`
    },
    /** The series in words, in brackets after a space; empty when they are all that the indicator has. */
    inBrackets: (indicator: Indicator, series: readonly Series[]) => {
      if (series.length === 0 || series.length >= indicator.seriesCount) return ''
      return ` (${series.map((one) => one.label?.[say.language] ?? one.key).join('; ')})`
    },
  }
}

export type Words = ReturnType<typeof createWords>
export const lv = createWords(sayLatvian)
export const en = createWords(sayEnglish)

/**
 * `14. rādītājā (Pirmsskola, Sports)`; the ending is that of `rādītājs`. The series are named unless they are
 * all that the indicator has.
 */
export function indicatorLv(
  indicator: Indicator,
  ending: 's' | 'a' | 'am' | 'u' | 'ā',
  series: readonly Series[] = [],
) {
  return `${indicatorCodeLv(indicator.code, ending)}${lv.inBrackets(indicator, series)}`
}

/** `indicator 14 (Preschool, Sport)`, as in Latvian. */
export function indicatorEn(indicator: Indicator, series: readonly Series[] = []): string {
  return `indicator ${indicator.code}${en.inBrackets(indicator, series)}`
}

/** `14. rādītājs`; codes that are no numbers stand after the word. */
export function indicatorCodeLv(code: string, ending: 's' | 'a' | 'am' | 'u' | 'ā' = 's'): string {
  const word = `rādītāj${ending}`
  return /^\d+$/.test(code) ? `${code}. ${word}` : `${word} ${code}`
}
