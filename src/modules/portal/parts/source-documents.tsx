import { institutionsAddress } from '#modules/registry'
import { type SourceDocument, sourceAnchor } from '#modules/sources'
import { useSourceHref, WhereToGet } from '#modules/sources/parts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Sorting } from '#platform/ui/sort.ts'
import { Table } from '#platform/ui/table.tsx'
import { CITED_KINDS, type CitationCounts, type CitedKind } from '../citations.ts'

/** The page on which each kind of cited thing is shown, below the municipality's address. */
const PAGES: Record<CitedKind, string> = {
  figures: '/raditaji',
  targets: '/raditaji',
  indicators: '/raditaji',
  plan: '/strategija',
  claims: '/datu-kvalitate/apgalvojumi',
  surveys: '/aptaujas',
  institutions: institutionsAddress,
}

/** Surveys and institutions belong to the municipality, whichever plan names them. */
const OF_PLAN: ReadonlySet<CitedKind> = new Set(['figures', 'targets', 'indicators', 'plan', 'claims'])

type Props = {
  sources: readonly SourceDocument[]
  citations: ReadonlyMap<string, CitationCounts>
  /** Addresses of the plan and of its municipality. */
  home: string
  place: string
  sorting?: Sorting
}

/** The documents that the data come from: who wrote them and when, and what was taken from each. */
export function SourceDocuments({ sources, citations, home, place, sorting }: Props) {
  const { text, local, path } = useSpeech()
  const hrefOf = useSourceHref()
  return (
    <Table
      caption={text('portal.sources.caption', { count: sources.length })}
      sorting={sorting}
      columns={[
        {
          heading: text('portal.sources.document'),
          cell: (source) => (
            <>
              {source.url ? <a href={hrefOf(source.url)}>{local(source.title)}</a> : local(source.title)}
              <span className="note">
                {source.url ? <span lang="lv">{source.publisher}</span> : <WhereToGet source={source} />}
              </span>
            </>
          ),
          sort: { key: 'document', value: ({ title }) => local(title) },
        },
        {
          heading: text('portal.sources.prepared'),
          cell: (source) => <Prepared source={source} />,
          sort: { key: 'prepared', value: ({ preparedFrom, preparedTo }) => preparedTo ?? preparedFrom },
        },
        {
          heading: text('portal.sources.dataTo'),
          cell: ({ statesDataTo }) => <Day day={statesDataTo} />,
          sort: { key: 'dataTo', value: ({ statesDataTo }) => statesDataTo },
        },
        {
          heading: text('portal.sources.cited'),
          cell: ({ key }) => (
            <Cited
              counts={citations.get(key)}
              address={(kind) => path(`${OF_PLAN.has(kind) ? home : place}${PAGES[kind]}`)}
            />
          ),
        },
      ]}
      rows={sources}
      rowKey={({ key }) => key}
      rowId={({ key }) => sourceAnchor(key)}
    />
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
