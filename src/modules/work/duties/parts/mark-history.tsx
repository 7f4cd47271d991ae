import { useSpeech } from '#platform/i18n.tsx'
import type { Mark } from '../duty.ts'

/** Everything that was said of one time, the newest first; what was taken back is not hidden. */
export function MarkHistory({ said }: { said: readonly Mark[] }) {
  const { text, instant, say } = useSpeech()
  if (said.length === 0) return null
  return (
    <section aria-labelledby="said">
      <h2 id="said">{text('work.duties.said')}</h2>
      <ol reversed>
        {said.toReversed().map(({ id, kind, doneOn, note, at }) => (
          <li key={id}>
            {instant(at)}:{' '}
            {text(`work.duties.said.${kind}`, { date: doneOn === null ? '' : say.day(doneOn) })}
            {note === null ? null : ` ${note}`}
          </li>
        ))}
      </ol>
    </section>
  )
}
