import { useSpeech } from '#platform/i18n.tsx'
import type { SourceDocument } from '../model.ts'
import { useSourceHref } from './source-href.ts'
import { WhereToGet } from './where-to-get.tsx'

/** The documents that a page cites, by the numbers that it cites them by. */
export function SourceList({ documents }: { documents: readonly SourceDocument[] }) {
  const { text, local, date } = useSpeech()
  const hrefOf = useSourceHref()
  return (
    <ol className="list">
      {documents.map((document, index) => (
        <li key={document.key} id={`source-${index + 1}`}>
          [{index + 1}]{' '}
          {document.url ? <a href={hrefOf(document.url)}>{local(document.title)}</a> : local(document.title)}
          <small>
            {[
              document.url && document.publisher,
              document.preparedFrom &&
                document.preparedTo &&
                text('sources.prepared', {
                  from: date(document.preparedFrom),
                  to: date(document.preparedTo),
                }),
              document.statesDataTo && text('sources.dataTo', { day: date(document.statesDataTo) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {document.url ? null : (
            <small>
              <WhereToGet source={document} />
            </small>
          )}
        </li>
      ))}
    </ol>
  )
}
