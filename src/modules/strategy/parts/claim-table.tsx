import { findingAddress } from '#modules/findings'
import { type SourceDocument, sourceAddress } from '#modules/sources'
import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { claimAnchor } from '../anchors.ts'
import { type CheckedClaim, CLAIM_VERDICTS, type ClaimVerdict } from '../claims.ts'
import { ClaimTopics } from './claim-topics.tsx'

/** How each answer looks. */
const CHIPS: Readonly<Record<ClaimVerdict, string>> = {
  refuted: 'contradiction',
  unverifiable: 'notEvaluable',
  partly: 'partial',
  confirmed: 'met',
}

type Props = { claims: readonly CheckedClaim[]; sources: readonly SourceDocument[]; slug: string }

/** What the documents say in words beside what the data show, the refuted claims first. */
export function ClaimTable({ claims, sources, slug }: Props) {
  const { text, local } = useSpeech()
  const groups = CLAIM_VERDICTS.map((verdict) => ({
    verdict,
    claims: claims.filter((claim) => claim.verdict === verdict),
  })).filter((group) => group.claims.length > 0)
  const countOf = (verdict: ClaimVerdict) => claims.filter((claim) => claim.verdict === verdict).length
  const labels = {
    claim: text('strategy.claims.claim'),
    about: text('strategy.claims.about'),
    answer: text('strategy.claims.answer'),
    source: text('platform.source'),
  }
  const [first, ...others] = claims
  // One document for all is named once, above the table.
  const shared =
    first && others.every(({ claim }) => claim.source === first.claim.source) ? first.claim : null
  return (
    <table className="cards">
      <caption>
        {text('strategy.claims.caption', {
          count: claims.length,
          refuted: countOf('refuted'),
          unverifiable: countOf('unverifiable'),
          partly: countOf('partly'),
          confirmed: countOf('confirmed'),
        })}
        {shared ? (
          <span className="line">
            {labels.source}:{' '}
            <ClaimSource claim={{ ...shared, locator: null }} sources={sources} slug={slug} />
          </span>
        ) : null}
      </caption>
      <thead>
        <tr>
          <th scope="col">{labels.claim}</th>
          <th scope="col">{labels.about}</th>
          <th scope="col">{labels.answer}</th>
          <th scope="col">{labels.source}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.verdict}>
          <tr className="group" id={`claims-${group.verdict}`}>
            <th scope="rowgroup" colSpan={4}>
              {text(`strategy.claims.verdict.${group.verdict}`)}{' '}
              <span className="quiet">({group.claims.length})</span>
            </th>
          </tr>
          {group.claims.map(({ claim, verdict, findings, topics }) => (
            <tr key={claim.key} id={claimAnchor(claim.key)}>
              <th scope="row">{text('strategy.claims.quoted', { claim: local(claim.text) })}</th>
              <td data-label={labels.about}>
                <ClaimTopics topics={topics} slug={slug} />
              </td>
              <td data-label={labels.answer}>
                <Chip kind={CHIPS[verdict]} label={text(`strategy.claims.answer.${verdict}`)} />
                <FindingFlags findings={findings} slug={slug} />
              </td>
              <td className="source" data-label={labels.source}>
                {shared ? (
                  <Place locator={claim.locator} />
                ) : (
                  <ClaimSource claim={claim} sources={sources} slug={slug} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Flags that lead to the findings which say why the data answer as they do. */
function FindingFlags({ findings, slug }: Pick<CheckedClaim, 'findings'> & { slug: string }) {
  const { local, path } = useSpeech()
  return findings.map((finding) => (
    <a
      key={finding.anchor}
      className={`flag ${finding.severity}`}
      href={path(`/${slug}${findingAddress(finding.anchor)}`)}
    >
      <span aria-hidden="true">⚑</span> {local(finding.title)}
    </a>
  ))
}

type SourceProps = Pick<CheckedClaim, 'claim'> & Pick<Props, 'sources' | 'slug'>

/** The document and the place in it where the claim stands. */
function ClaimSource({ claim, sources, slug }: SourceProps) {
  const { text, local, path } = useSpeech()
  const source = sources.find(({ key }) => key === claim.source)
  if (!source) return <span className="quiet">{text('sources.notStated')}</span>
  return (
    <>
      <a href={path(`/${slug}${sourceAddress(source.key)}`)}>{local(source.title)}</a>{' '}
      <Place locator={claim.locator} />
    </>
  )
}

function Place({ locator }: { locator: string | null }) {
  return locator ? <span lang="lv">{locator}</span> : null
}
