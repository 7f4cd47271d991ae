import { useSpeech } from '#platform/i18n.tsx'
import { sourceAddress } from '../anchors.ts'
import type { Citation, SourceDocument } from '../model.ts'
import { chaptersIn } from '../places.ts'
import type { Official } from '../wording.ts'

type Props = {
  /** What the page shows. Things that are never quoted have no official words. */
  things: readonly (Citation & { official?: Official | null })[]
  sources: readonly SourceDocument[]
  home: string
}

/** Says once on a page that what it shows is in our words, and where in the documents the full text stands. */
export function InOurWords({ things, sources, home }: Props) {
  const { text, local, path } = useSpeech()
  const ours = things.filter(({ official }) => !official)
  if (ours.length === 0) return null
  const documents = sources.filter(({ key }) => ours.some(({ source }) => source === key))
  return (
    <p className="hint">
      {text('sources.ourWords')}{' '}
      {documents.map((document, index) => (
        <span key={document.key}>
          {index > 0 ? '; ' : null}
          <a href={path(`${home}${sourceAddress(document.key)}`)}>{local(document.title)}</a>
          <Chapters chapters={chaptersIn(document.key, ours)} />
        </span>
      ))}
      {documents.length > 0 ? '.' : text('sources.ourWords.unknown')}
    </p>
  )
}

function Chapters({ chapters }: { chapters: readonly string[] }) {
  if (chapters.length === 0) return null
  return (
    <>
      {', '}
      <span lang="lv">{chapters.join('; ')}</span>
    </>
  )
}
