import { linkSubjects, startReading } from '#modules/findings'
import { findKept } from '#modules/findings.server'
import { indicatorFamily } from '#modules/indicators.server'
import { Unpublished } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import type { SourceDocument } from '#modules/sources'
import { InOurWords } from '#modules/sources/parts'
import { findSourceDocuments } from '#modules/sources.server'
import { surveyFamily } from '#modules/surveys.server'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { type CheckedClaim, CLAIM_VERDICTS, checkClaims, claimSubjects } from '../claims.ts'
import { readClaimData } from '../current-strategy.server.ts'
import { strategyFamily } from '../family.server.ts'
import { ClaimTable } from '../parts/claim-table.tsx'
import type { Route } from './+types/claim-list'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => {
    const reading = startReading(tx, { municipalityId: municipality.id })
    const data = await readClaimData(reading)
    if (!data) return { municipality, read: undefined }
    const families = [indicatorFamily, surveyFamily, strategyFamily]
    const findings = await findKept(tx, municipality.id, families, { kinds: ['claim'] })
    const linkOf = await linkSubjects(reading, families, claimSubjects(data))
    const sources = await findSourceDocuments(tx, municipality.id)
    return { municipality, read: { claims: checkClaims(data, findings, linkOf), sources } }
  })
}

export default function Claims({ loaderData: { municipality, read } }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  return (
    <Page title={text('strategy.claims.title')} place={local(municipality.name)}>
      {read && read.claims.length > 0 ? (
        <CheckedClaims {...read} slug={municipality.slug} />
      ) : (
        <>
          <h1>{text('strategy.claims.none')}</h1>
          {read ? null : <Unpublished municipality={municipality} />}
        </>
      )}
    </Page>
  )
}

type Props = { claims: CheckedClaim[]; sources: SourceDocument[]; slug: string }

function CheckedClaims({ claims, sources, slug }: Props) {
  const { text, path } = useSpeech()
  const countOf = (verdict: (typeof CLAIM_VERDICTS)[number]) =>
    claims.filter((claim) => claim.verdict === verdict).length
  return (
    <>
      <p className="eyebrow">{text('strategy.claims.title')}</p>
      <h1>{text('strategy.claims.headline', { count: claims.length, confirmed: countOf('confirmed') })}</h1>
      <p>{text('strategy.claims.lede')}</p>
      <InOurWords things={claims.map(({ claim }) => claim)} sources={sources} slug={slug} />
      <nav aria-label={text('strategy.claims.contents')}>
        <ul className="links">
          {CLAIM_VERDICTS.filter((verdict) => countOf(verdict) > 0).map((verdict) => (
            <li key={verdict}>
              <a href={`#claims-${verdict}`}>
                {text(`strategy.claims.verdict.${verdict}`)} ({countOf(verdict)})
              </a>
            </li>
          ))}
          <li>
            <a href={path(`/${slug}/datu-kvalitate`)}>{text('strategy.claims.allFindings')}</a>
          </li>
        </ul>
      </nav>
      <section>
        <ClaimTable claims={claims} sources={sources} slug={slug} />
      </section>
    </>
  )
}
