import { type SourceDocument, sourceAnchor } from '#modules/sources'
import { useSpeech } from '#platform/i18n.tsx'
import { CITED_KINDS, type CitationCounts, type CitedKind } from '../citations.ts'

/** The page on which each kind of cited thing is shown, below the municipality's address. */
const PAGES: Record<CitedKind, string> = {
  figures: '/raditaji',
  targets: '/raditaji',
  indicators: '/raditaji',
  plan: '/strategija',
  claims: '/datu-kvalitate/apgalvojumi',
  surveys: '/aptaujas',
}

type Props = {
  sources: readonly SourceDocument[]
  citations: ReadonlyMap<string, CitationCounts>
  slug: string
}

/** The documents that the data come from: who wrote them and when, and what was taken from each. */
export function SourceDocuments({ sources, citations, slug }: Props) {
  const { text, local, path } = useSpeech()
  const labels = {
    title: text('portal.sources.document'),
    prepared: text('portal.sources.prepared'),
    dataTo: text('portal.sources.dataTo'),
    cited: text('portal.sources.cited'),
  }
  return (
    <table className="cards">
      <caption>{text('portal.sources.caption', { count: sources.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.title}</th>
          <th scope="col">{labels.prepared}</th>
          <th scope="col">{labels.dataTo}</th>
          <th scope="col">{labels.cited}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.key} id={sourceAnchor(source.key)}>
            <th scope="row">
              {source.url ? <a href={source.url}>{local(source.title)}</a> : local(source.title)}
              {source.publisher ? (
                <span className="note" lang="lv">
                  {source.publisher}
                </span>
              ) : null}
            </th>
            <td data-label={labels.prepared}>
              <Prepared source={source} />
            </td>
            <td data-label={labels.dataTo}>
              <Day day={source.statesDataTo} />
            </td>
            <td data-label={labels.cited}>
              <Cited counts={citations.get(source.key)} address={(kind) => path(`/${slug}${PAGES[kind]}`)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Prepared({ source: { preparedFrom, preparedTo } }: { source: SourceDocument }) {
  const { date } = useSpeech()
  if (!preparedFrom || !preparedTo) return <Day day={preparedFrom ?? preparedTo} />
  return (
    <>
      <time dateTime={preparedFrom}>{date(preparedFrom)}</time> –{' '}
      <time dateTime={preparedTo}>{date(preparedTo)}</time>
    </>
  )
}

function Day({ day }: { day: string | null }) {
  const { text, date } = useSpeech()
  if (!day) return <span className="quiet">{text('sources.notStated')}</span>
  return <time dateTime={day}>{date(day)}</time>
}

type CitedProps = { counts: CitationCounts | undefined; address: (kind: CitedKind) => string }

function Cited({ counts, address }: CitedProps) {
  const { text } = useSpeech()
  if (!counts) return <span className="quiet">{text('portal.sources.nowhere')}</span>
  return (
    <ul className="links">
      {CITED_KINDS.filter((kind) => counts.has(kind)).map((kind) => (
        <li key={kind}>
          <a href={address(kind)}>{text(`portal.cited.${kind}`, { count: counts.get(kind) ?? 0 })}</a>
        </li>
      ))}
    </ul>
  )
}
