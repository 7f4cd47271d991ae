import { useSpeech } from '#platform/i18n.tsx'
import type { ProgrammeLink } from '../model.ts'

const SIGNS: Readonly<Record<ProgrammeLink, string>> = { yes: '✓', no: '✕', unknown: '?' }

/** Whether there is a link, as a sign and a word; what is not known looks quieter than a “no”. */
export function LinkMark({ link }: { link: ProgrammeLink }) {
  const { text } = useSpeech()
  return (
    <span className={link === 'unknown' ? 'quiet' : undefined}>
      <span aria-hidden="true">{SIGNS[link]}</span> {text(`strategy.link.${link}`)}
    </span>
  )
}
