import { useSpeech } from '../i18n.tsx'
import { sayInstant } from '../say/instant.ts'
import type { Stream } from '../write/streams.ts'

type Head = { stream: string; at: Date; hash: string }

/** The heads of a journal with the instant of their seals, to be kept elsewhere. */
export function JournalHeads({ heads }: { heads: readonly Head[] }) {
  const { text, language } = useSpeech()
  if (heads.length === 0) return <p>{text('platform.heads.none')}</p>
  return (
    <>
      <p>{text('platform.heads.why')}</p>
      <ul>
        {heads.map(({ stream, at, hash }) => (
          <li key={stream}>
            {text(`platform.stream.${stream as Stream}`)},{' '}
            <time dateTime={at.toISOString()}>{sayInstant(language, at)}</time>:{' '}
            <code className="hash">{hash}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
