import { linkSubjects, startReading } from '#modules/findings'
import { Unpublished } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import type { SourceDocument } from '#modules/sources'
import { InOurWords } from '#modules/sources/parts'
import { findSourceDocuments } from '#modules/sources.server'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { TakeAway } from '#platform/ui/download-links.tsx'
import { Page } from '#platform/ui/page.tsx'
import { type CheckedClaim, type ClaimVerdict, checkClaims, claimSubjects } from '../claims.ts'
import { readClaimData } from '../current-strategy.server.ts'
import { claimDownloads } from '../downloads.ts'
import { ClaimFolds } from '../parts/claim-folds.tsx'
import { ClaimSource } from '../parts/claim-table.tsx'
import { knownFamilies, readFindings } from '../read-findings.server.ts'
import type { Route } from './+types/claim-list'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => {
    const reading = startReading(tx, { municipalityId: municipality.id, strategy: plan })
    const data = await readClaimData(reading)
    const place = { municipality, home, isCurrent: plan === undefined }
    if (!data) return { ...place, read: undefined }
    const findings = await readFindings(reading, { kinds: ['claim'] })
    const linkOf = await linkSubjects(reading, knownFamilies, claimSubjects(data))
    const sources = await findSourceDocuments(tx, municipality.id, data.tree.strategy.key)
    return {
      ...place,
      read: { claims: checkClaims(data, findings, linkOf), sources, strategy: data.tree.strategy.key },
    }
  })
}

export default function Claims({ loaderData }: Route.ComponentProps) {
  const { municipality, home, isCurrent, read } = loaderData
  const { text, local } = useSpeech()
  return (
    <Page title={text('strategy.claims.title')} place={local(municipality.name)}>
      {read && read.claims.length > 0 ? (
        <CheckedClaims {...read} home={home} place={`/${municipality.slug}`} isCurrent={isCurrent} />
      ) : (
        <>
          <h1>{text('strategy.claims.none')}</h1>
          {read ? null : <Unpublished municipality={municipality} />}
        </>
      )}
    </Page>
  )
}

type Props = {
  claims: CheckedClaim[]
  sources: SourceDocument[]
  /** Key of the plan. */
  strategy: string
  home: string
  place: string
  isCurrent: boolean
}

function CheckedClaims({ claims, sources, strategy, home, place, isCurrent }: Props) {
  const { text, path } = useSpeech()
  const [first, ...others] = claims
  // One document for all is named once, above the tables.
  const isOneSource = others.every(({ claim }) => claim.source === first?.claim.source)
  const countOf = (verdict: ClaimVerdict) => claims.filter((claim) => claim.verdict === verdict).length
  return (
    <>
      <p className="eyebrow">{text('strategy.claims.title')}</p>
      <h1>{text('strategy.claims.headline', { count: claims.length, confirmed: countOf('confirmed') })}</h1>
      <p>{text('strategy.claims.lede')}</p>
      <InOurWords things={claims.map(({ claim }) => claim)} sources={sources} home={home} />
      <p>
        {text('strategy.claims.caption', {
          count: claims.length,
          refuted: countOf('refuted'),
          unverifiable: countOf('unverifiable'),
          partly: countOf('partly'),
          confirmed: countOf('confirmed'),
        })}
      </p>
      {first && isOneSource ? (
        <p className="source">
          {text('platform.source')}:{' '}
          <ClaimSource claim={{ ...first.claim, locator: null }} sources={sources} home={home} />
        </p>
      ) : null}
      <ClaimFolds
        claims={claims}
        sources={sources}
        isOneSource={isOneSource}
        home={home}
        place={place}
        isCurrent={isCurrent}
      />
      <TakeAway what={text('strategy.claims.title')} files={claimDownloads(strategy)} />
      {isCurrent ? (
        <p>
          <a href={path(`${place}/datu-kvalitate`)}>{text('strategy.claims.allFindings')}</a>
        </p>
      ) : null}
      <EditLink address={`${home}/datu-kvalitate/apgalvojumi`} />
    </>
  )
}
