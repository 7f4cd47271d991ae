import { findingAddress } from '#modules/findings'
import { exactWords, type SourceDocument, sourceAddress } from '#modules/sources'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import { claimAnchor } from '../anchors.ts'
import { type CheckedClaim, CLAIM_VERDICTS, type ClaimVerdict } from '../claims.ts'
import { CLAIM_CHIPS } from './claim-chips.ts'
import { ClaimTopics } from './claim-topics.tsx'

type Props = {
  claims: readonly CheckedClaim[]
  sources: readonly SourceDocument[]
  /** Addresses of the plan and of its municipality. */
  home: string
  place: string
  /** Whether the page of findings is about this plan. */
  isCurrent: boolean
}

/** What the documents say in words beside what the data show, the refuted claims first. */
export function ClaimTable({ claims, sources, home, place, isCurrent }: Props) {
  const { text } = useSpeech()
  const answered = Map.groupBy(claims, ({ verdict }) => verdict)
  const countOf = (verdict: ClaimVerdict) => answered.get(verdict)?.length ?? 0
  const [first, ...others] = claims
  // One document for all is named once, above the table.
  const shared =
    first && others.every(({ claim }) => claim.source === first.claim.source) ? first.claim : null
  return (
    <Table
      caption={
        <>
          {text('strategy.claims.caption', {
            count: claims.length,
            refuted: countOf('refuted'),
            unverifiable: countOf('unverifiable'),
            partly: countOf('partly'),
            confirmed: countOf('confirmed'),
          })}
          {shared ? (
            <span className="line">
              {text('platform.source')}:{' '}
              <ClaimSource claim={{ ...shared, locator: null }} sources={sources} home={home} />
            </span>
          ) : null}
        </>
      }
      columns={[
        {
          heading: text('strategy.claims.claim'),
          cell: ({ claim }) => <ClaimWords claim={claim} />,
        },
        {
          heading: text('strategy.claims.about'),
          cell: ({ topics }) => <ClaimTopics topics={topics} home={home} place={place} />,
        },
        {
          heading: text('strategy.claims.answer'),
          cell: ({ verdict, isCovered, findings }) => (
            <>
              <Chip kind={CLAIM_CHIPS[verdict]} label={text(`strategy.claims.answer.${verdict}`)} />
              {isCovered ? <span className="note">{text('strategy.claims.covered')}</span> : null}
              <FindingFlags findings={findings} place={place} isCurrent={isCurrent} />
            </>
          ),
        },
        {
          heading: text('platform.source'),
          cellClass: 'source',
          cell: ({ claim }) =>
            shared ? (
              <Place locator={claim.locator} />
            ) : (
              <ClaimSource claim={claim} sources={sources} home={home} />
            ),
        },
      ]}
      groups={CLAIM_VERDICTS.filter(countOf).map((verdict) => ({
        key: verdict,
        lead: (
          <>
            {text(`strategy.claims.verdict.${verdict}`)} <span className="quiet">({countOf(verdict)})</span>
          </>
        ),
        leadId: `claims-${verdict}`,
        rows: answered.get(verdict) ?? [],
      }))}
      rowKey={({ claim }) => claim.key}
      rowId={({ claim }) => claimAnchor(claim.key)}
    />
  )
}

/** Flags that lead to the findings which say why the data answer as they do, or say it themselves. */
function FindingFlags({
  findings,
  place,
  isCurrent,
}: Pick<CheckedClaim, 'findings'> & Pick<Props, 'place' | 'isCurrent'>) {
  const { local, path } = useSpeech()
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
      <span aria-hidden="true">⚑</span> {local(finding.title)}
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

type SourceProps = Pick<CheckedClaim, 'claim'> & Pick<Props, 'sources' | 'home'>

/** The document and the place in it where the claim stands. */
function ClaimSource({ claim, sources, home }: SourceProps) {
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
