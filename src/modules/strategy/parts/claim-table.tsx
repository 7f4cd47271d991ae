import { findingAddress } from '#modules/findings'
import { exactWords, type SourceDocument, sourceAddress } from '#modules/sources'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import { claimAnchor } from '../anchors.ts'
import { groupByReason } from '../claim-reasons.ts'
import type { CheckedClaim, ClaimVerdict } from '../claims.ts'
import { CLAIM_CHIPS } from './claim-chips.ts'
import { ClaimTopics } from './claim-topics.tsx'

export type ClaimTableProps = {
  verdict: ClaimVerdict
  claims: readonly CheckedClaim[]
  sources: readonly SourceDocument[]
  /** Whether one document says all of them, which is named above the tables. */
  isOneSource: boolean
  /** Addresses of the plan and of its municipality. */
  home: string
  place: string
  /** Whether the page of findings is about this plan. */
  isCurrent: boolean
}

/** Claims with one answer of the data beside what they speak of, under the reasons of that answer. */
export function ClaimTable(props: ClaimTableProps) {
  const { verdict, claims, sources, isOneSource, home, place, isCurrent } = props
  const { text, local } = useSpeech()
  return (
    <Table
      caption={<Chip kind={CLAIM_CHIPS[verdict]} label={text(`strategy.claims.answer.${verdict}`)} />}
      columns={[
        {
          heading: text('strategy.claims.claim'),
          cell: ({ claim }) => <ClaimWords claim={claim} />,
        },
        {
          heading: text('strategy.claims.about'),
          cell: ({ topics }) => <ClaimTopics topics={topics} home={home} place={place} />,
        },
        claims.some(({ findings, isCovered }) => findings.length > 0 || isCovered) && {
          heading: text('strategy.claims.why'),
          label: null,
          cell: ({ claim, isCovered, findings }) => (
            <>
              {isCovered ? <span className="note">{text('strategy.claims.covered')}</span> : null}
              <FindingFlags claim={claim} findings={findings} place={place} isCurrent={isCurrent} />
            </>
          ),
        },
        {
          heading: text('platform.source'),
          cellClass: 'source',
          cell: ({ claim }) =>
            isOneSource ? (
              <Place locator={claim.locator} />
            ) : (
              <ClaimSource claim={claim} sources={sources} home={home} />
            ),
        },
      ]}
      groups={groupByReason(claims).map(({ titles, claims: own }) => ({
        key: own[0]?.claim.key ?? '',
        lead: titles.length > 0 ? titles.map((title) => local(title)).join('; ') : undefined,
        rows: own,
      }))}
      rowKey={({ claim }) => claim.key}
      rowId={({ claim }) => claimAnchor(claim.key)}
    />
  )
}

type FlagProps = Pick<CheckedClaim, 'claim' | 'findings'> & Pick<ClaimTableProps, 'place' | 'isCurrent'>

/** Links to the findings that say why the data answer as they do, or what those say. */
function FindingFlags({ claim, findings, place, isCurrent }: FlagProps) {
  const { text, local, path } = useSpeech()
  if (!isCurrent) {
    return findings.map(({ anchor, explanation }) => (
      <span key={anchor} className="note">
        {local(explanation)}
      </span>
    ))
  }
  return findings.map((finding) => (
    <a
      key={finding.anchor}
      className={`flag ${finding.severity}`}
      href={path(`${place}${findingAddress(finding.anchor)}`)}
    >
      <span aria-hidden="true">⚑</span> {text('strategy.claims.explained')}
      <span className="visually-hidden">
        {' '}
        – {local(finding.title)}: {local(claim.text)}
      </span>
    </a>
  ))
}

/** The words of the document in quotation marks and ours below; without them ours alone, unquoted. */
function ClaimWords({ claim }: Pick<CheckedClaim, 'claim'>) {
  const { local, say } = useSpeech()
  const exact = exactWords(claim, say.language)
  if (exact === null) return local(claim.text)
  return (
    <>
      {say.quoted(exact)}
      <span className="note">{local(claim.text)}</span>
    </>
  )
}

type SourceProps = Pick<CheckedClaim, 'claim'> & Pick<ClaimTableProps, 'sources' | 'home'>

/** The document and the place in it where the claim stands. */
export function ClaimSource({ claim, sources, home }: SourceProps) {
  const { text, local, path } = useSpeech()
  const source = sources.find(({ key }) => key === claim.source)
  if (!source) return <span className="quiet">{text('sources.notStated')}</span>
  return (
    <>
      <a href={path(`${home}${sourceAddress(source.key)}`)}>{local(source.title)}</a>{' '}
      <Place locator={claim.locator} />
    </>
  )
}

function Place({ locator }: { locator: string | null }) {
  return locator ? <span lang="lv">{locator}</span> : null
}
