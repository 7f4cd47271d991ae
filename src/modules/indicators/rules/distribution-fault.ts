import type { LocalText } from '#platform/texts/text.ts'
import type { ObservedValue } from '../model.ts'
import { isWhole, sumOf } from '../possible.ts'
import { en, lv, type Words } from '../words/say.ts'

type Distribution = Extract<ObservedValue, { kind: 'distribution' }>

/**
 * Why a distribution cannot be, said so that it continues a sentence; null when it can. Per cents may miss
 * 100 by half a unit of the last printed digit for each category, no more.
 */
export function distributionFault({ unit, parts }: Distribution, printed: string | null): LocalText | null {
  const values = parts.map(({ value }) => value)
  const shown = (words: Words) => words.list(values.map((value) => words.quantity(value, unit)))
  if (values.length === 0) return null
  if (values.some((value) => value < 0)) {
    return {
      lv: `sadalījumā ${shown(lv)} ir negatīvs skaitlis.`,
      en: `has a negative figure in its distribution of ${shown(en)}.`,
    }
  }
  if (unit === 'percent') {
    const sum = sumOf(values)
    if (isWhole(values, printed)) return null
    return {
      lv: `sadalījums ${shown(lv)} kopā ir ${lv.quantity(sum, unit)}, nevis ${lv.quantity(100, unit)}; noapaļošana to neizskaidro.`,
      en: `has a distribution of ${shown(en)} that adds up to ${en.quantity(sum, unit)} rather than ${en.quantity(100, unit)}; rounding does not explain it.`,
    }
  }
  if (values.every(Number.isSafeInteger)) return null
  return {
    lv: `sadalījumā ${shown(lv)} ir skaits, kas nav vesels.`,
    en: `has a count in its distribution of ${shown(en)} that is not whole.`,
  }
}
