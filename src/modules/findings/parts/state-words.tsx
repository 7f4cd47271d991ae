import { useSpeech } from '#platform/i18n.tsx'
import { LOCALES } from '#platform/texts/text.ts'
import { ALL_STATES, type StateCounts } from '../life.ts'

/** How many findings were explained, accepted, said to be mended and closed, as one sentence; nothing while none was. */
export function StateWords({ counts }: { counts: StateCounts }) {
  const { text, language } = useSpeech()
  const parts = ALL_STATES.filter((state) => state !== 'open' && counts[state] > 0).map((state) =>
    text(`findings.states.${state as Exclude<typeof state, 'open'>}`, { count: counts[state] }),
  )
  if (parts.length === 0) return null
  const list = new Intl.ListFormat(LOCALES[language]).format(parts)
  return <p>{text('findings.states', { list, open: counts.open })}</p>
}
