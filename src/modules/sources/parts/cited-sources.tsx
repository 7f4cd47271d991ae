import { useSpeech } from '#platform/i18n.tsx'
import { sourceAddress } from '../anchors.ts'
import type { Citation, SourceDocument } from '../model.ts'
import { placesIn } from '../places.ts'
import { WhereToGet } from './where-to-get.tsx'

type Props = {
  /** What the page shows, by name, with where it stands. */
  cited: readonly { name: string; citations: readonly Citation[] }[]
  sources: readonly SourceDocument[]
  home: string
}

/** Documents that a page draws on, and where in them each part of the page stands. */
export function CitedSources({ cited, sources, home }: Props) {
  const { text, local, path } = useSpeech()
  const documents = sources.filter((source) =>
    cited.some(({ citations }) => citations.some((citation) => citation.source === source.key)),
  )
  return (
    <ul className="list">
      {documents.map((source) => (
        <li key={source.key}>
          <a href={path(`${home}${sourceAddress(source.key)}`)}>{local(source.title)}</a>
          {source.publisher && source.url ? (
            <small>
              {text('sources.publisher')}: <span lang="lv">{source.publisher}</span>
            </small>
          ) : null}
          <small>
            <WhereToGet source={source} />
          </small>
          {cited.map(({ name, citations }) => {
            const places = placesIn(source.key, citations)
            return places.length === 0 ? null : (
              <small key={name}>
                {name}: <span lang="lv">{places.join('; ')}</span>
              </small>
            )
          })}
        </li>
      ))}
    </ul>
  )
}
