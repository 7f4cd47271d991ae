import { useSpeech } from '#platform/i18n.tsx'
import { sourceAddress } from '../anchors.ts'
import type { Citation, SourceDocument } from '../model.ts'

type Props = { citation: Citation; sources: readonly SourceDocument[]; home: string }

/** Where something stands: the document and the place in it. The place is written as the document has it. */
export function Cited({ citation, sources, home }: Props) {
  const { text, local, path } = useSpeech()
  const document = sources.find((source) => source.key === citation.source)
  if (!document && !citation.locator) return null
  return (
    <p className="source">
      {text('platform.source')}:{' '}
      {document ? (
        <a href={path(`${home}${sourceAddress(document.key)}`)}>{local(document.title)}</a>
      ) : (
        text('sources.unknown')
      )}
      {citation.locator ? (
        <>
          {', '}
          <span lang="lv">{citation.locator}</span>
        </>
      ) : null}
    </p>
  )
}
