import { useSpeech } from '#platform/i18n.tsx'
import { dateFormat } from '#platform/texts/formats.ts'
import { LOCALES } from '#platform/texts/text.ts'

/** Writes instants as people in Latvia read them from a clock. */
export function useMoment(): (at: Date | string) => string {
  const { language } = useSpeech()
  const format = dateFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Riga',
  })
  return (at) => format.format(new Date(at))
}
