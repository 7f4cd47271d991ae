import { COVERED } from '../covered.ts'
import { useSpeech } from '../i18n.tsx'

/** The sign in the place of a covered figure, with its meaning for whoever asks. */
export function Confidential() {
  const { text } = useSpeech()
  return <abbr title={text('platform.confidential.why')}>{COVERED}</abbr>
}

/**
 * Why there are covered figures near it, in a sentence; once below a table or a chart.
 *
 * @param isPrinted whether the source has printed them
 */
export function ConfidentialNote({ isPrinted }: { isPrinted: boolean }) {
  const { text } = useSpeech()
  return (
    <p className="note">
      {text('platform.confidential.why')}
      {isPrinted ? ` ${text('platform.confidential.printed')}` : null}
    </p>
  )
}
