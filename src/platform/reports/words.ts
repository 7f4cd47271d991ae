import { addressIn } from '../language.ts'
import { dateFormat } from '../texts/formats.ts'
import { platformTexts } from '../texts/index.ts'
import type { PlatformTextKey } from '../texts/keys.ts'
import { createText, type Language, LOCALES } from '../texts/text.ts'
import type { Run } from './report.ts'

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { lv: ['“', '”'], en: ['“', '”'] }
/** As many letters in a row cannot be broken by themselves and may be wider than a cell. */
const LONG = 18

/** What a report says by itself, in its language. */
export function reportText(language: Language) {
  return createText<PlatformTextKey>(language, platformTexts[language])
}

/** The day as of which a report speaks, in words. */
export function sayAsOf(language: Language, on: string): string {
  const date = dateFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  )
  return reportText(language)('platform.report.asOf', { date })
}

/** The id of a section on a page, for links to it. */
export function sectionId(key: string): string {
  return `s-${key.replace(/\s+/gu, '-')}`
}

/** Words of a run as they are printed: exact words of others in the quotation marks of their own language. */
export function printed({ text, isQuoted, language }: Run, own: Language): string {
  const [open, close] = QUOTES[language ?? own]
  const kept = text.replace(/(?<=\d) (?=[%‰€])/gu, '\u00a0')
  return clean(isQuoted ? `${open}${kept}${close}` : kept)
}

/** Without what neither XML nor a font knows: halves of letters and signs of control. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
}

/** A text in pieces between which it may break: after signs within long codes, and where a code is long, every few letters. */
export function pieces(text: string): string[] {
  return text
    .split(new RegExp(`([^\\s]{${LONG},})`, 'u'))
    .flatMap((part) =>
      part.length < LONG || /\s/u.test(part)
        ? [part]
        : part.split(/(?<=[/\-_.,:;=&?])(?=[^/\-_.,:;=&?])|(?<=[\p{L}\p{N}]{16})/u),
    )
    .filter((part) => part !== '')
}

/** Where a link of a report leads from outside of the site; undefined for our own pages where the site's address is not known. */
export function wholeAddress(to: string, language: Language, origin: string | undefined): string | undefined {
  if (!to.startsWith('/')) return to
  return origin === undefined ? undefined : `${origin}${addressIn(language, to)}`
}
