import { exactWords, type Official } from '#modules/sources'
import type { Forms, Say } from '#platform/say/index.ts'
import { createText, type Language, type LocalText, type Text } from '#platform/texts/text.ts'
import type { ImplementationStatus } from '../model.ts'
import en from '../texts/en.json' with { type: 'json' }
import lv from '../texts/lv.json' with { type: 'json' }

const statuses: Readonly<Record<Language, Text<`strategy.status.${ImplementationStatus}`>>> = {
  lv: createText('lv', lv),
  en: createText('en', en),
}

/** A status as a page names it. */
export const sayStatus = (status: ImplementationStatus, { language }: Say) =>
  statuses[language](`strategy.status.${status}`)

const POINTS: Readonly<Record<Language, Forms>> = {
  lv: { one: 'procentpunktu', other: 'procentpunktiem' },
  en: { one: 'percentage point', other: 'percentage points' },
}

/** How much more or less: points between per cents, else per cent of the first number. */
export function sayChange(from: number, to: number, unit: string, say: Say): string {
  const difference = Math.round(Math.abs(to - from) * 1e6) / 1e6
  const isShare = unit === 'percent'
  const size =
    isShare || from === 0
      ? say.number(difference)
      : say.percent(Math.round((1000 * difference) / Math.abs(from)) / 10)
  const amount = isShare ? `${size} ${say.form(difference, POINTS[say.language])}` : size
  if (difference === 0) return say.language === 'lv' ? 'bez izmaiņām' : 'unchanged'
  if (say.language === 'lv') return `par ${amount} ${to > from ? 'vairāk' : 'mazāk'}`
  return `${amount} ${to > from ? 'more' : 'less'}`
}

/** What a document says: quoted in its own words, unquoted in ours. */
export function quoteClaim(claim: { text: LocalText; official: Official | null }, say: Say): string {
  const exact = exactWords(claim, say.language)
  const isLatvian = say.language === 'lv'
  if (exact !== null) return `${isLatvian ? 'Dokumentā teikts' : 'The document says'}: ${say.quoted(exact)}`
  return `${isLatvian ? 'Dokumentā teikts (mūsu vārdiem)' : 'The document says (in our words)'}: ${claim.text[say.language]}`
}

/** A title after a code or a noun: quoted in the words of the document, in brackets in ours. */
export function sayTitle(named: { title: LocalText; official?: Official | null }, say: Say): string {
  const exact = exactWords({ official: named.official ?? null }, say.language)
  return exact === null ? `(${named.title[say.language]})` : say.quoted(exact)
}
