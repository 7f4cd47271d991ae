import { dateFormat } from '../texts/formats.ts'
import { type Language, LOCALES } from '../texts/text.ts'

/** An instant as a clock in Latvia shows it, with the day. */
export const sayInstant = (language: Language, at: Date): string =>
  dateFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Riga' }).format(
    at,
  )
