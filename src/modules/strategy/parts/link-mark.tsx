import { useSpeech } from '#platform/i18n.tsx'
import type { ProgrammeLink } from '../model.ts'

const SIGNS: Readonly<Record<ProgrammeLink, string>> = { yes: '✓', no: '✕', unknown: '?' }

/** Whether there is a link, as a sign and a word. */
export function LinkMark({ link }: { link: ProgrammeLink }) {
  const { text } = useSpeech()
  return (
    <span className="whole">
      <span aria-hidden="true">{SIGNS[link]}</span> {text(`strategy.link.${link}`)}
    </span>
  )
}
