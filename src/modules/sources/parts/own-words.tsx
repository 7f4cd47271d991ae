import { useSpeech } from '#platform/i18n.tsx'
import { exactWords, type Wording } from '../wording.ts'

/** Below a title in the words of the document, ours; below one in ours, the words of a document in Latvian. */
export function OwnWords({ wording }: { wording: Wording }) {
  const { text, local, say } = useSpeech()
  const { official, short } = wording
  if (official === null) return null
  if (exactWords(wording, say.language) === null)
    return (
      <p className="hint">
        {text('sources.officially')}: <span lang="lv">“{official.lv}”</span>
      </p>
    )
  if (local(short) === local(wording.title)) return null
  return (
    <p className="hint">
      {text('sources.shortly')}: {local(short)}
    </p>
  )
}
