import { type SourceDocument, sourceAddress } from '#modules/sources'
import type { Survey } from '#modules/surveys'
import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { downloadsOf } from '../downloads.ts'

type Props = {
  sources: readonly SourceDocument[]
  surveys: readonly Pick<Survey, 'key' | 'title'>[]
  slug: string
  /** Public id of the strategy. */
  strategy: string
}

/** The documents that the figures come from, and the data to take away. */
export function DocumentList({ sources, surveys, slug, strategy }: Props) {
  const speech = useSpeech()
  const { text, local, path } = speech
  return (
    <ul className="list">
      {sources.map((source) => (
        <li key={source.key}>
          <a href={path(`/${slug}${sourceAddress(source.key)}`)}>{local(source.title)}</a>
          {source.publisher ? <small lang="lv">{source.publisher}</small> : null}
        </li>
      ))}
      {downloadsOf(speech, { slug, home: `/${slug}`, strategy, surveys }).map((one) => (
        <li key={one.key}>
          {one.name}
          <small>
            <DownloadLinks what={one.name} files={one.files} />
          </small>
        </li>
      ))}
      <li>
        <a href={path('/atvertie-dati')}>{text('portal.downloads.api')}</a>
      </li>
    </ul>
  )
}
