import { findLinks, gatherFindings, startReading } from '#modules/findings'
import { indicatorFamily } from '#modules/indicators.server'
import { Unpublished } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { type CheckedClaim, CLAIM_VERDICTS, checkClaims } from '../claims.ts'
import { readStrategyData } from '../current-strategy.server.ts'
import { strategyFamily } from '../family.server.ts'
import { ClaimTable } from '../parts/claim-table.tsx'
import type { StrategyData } from '../rules/rule.ts'
import type { Route } from './+types/claim-list'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => {
    const reading = startReading(tx, { municipalityId: municipality.id })
    const data = await readStrategyData(reading)
    const families = [indicatorFamily, strategyFamily]
    const gathered = data && (await gatherFindings(reading, families))
    const linkOf = await findLinks(reading, families)
    const claims = data && gathered ? checkClaims(data, gathered.findings, linkOf) : []
    return { municipality, data, claims }
  })
}

export default function Claims({ loaderData: { municipality, data, claims } }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  return (
    <Page title={text('strategy.claims.title')} place={local(municipality.name)}>
      {data && claims.length > 0 ? (
        <CheckedClaims data={data} claims={claims} slug={municipality.slug} />
      ) : (
        <>
          <h1>{text('strategy.claims.none')}</h1>
          {data ? null : <Unpublished municipality={municipality} />}
        </>
      )}
    </Page>
  )
}

type Props = { data: StrategyData; claims: CheckedClaim[]; slug: string }

function CheckedClaims({ data, claims, slug }: Props) {
  const { text, path } = useSpeech()
  const countOf = (verdict: (typeof CLAIM_VERDICTS)[number]) =>
    claims.filter((claim) => claim.verdict === verdict).length
  return (
    <>
      <p className="eyebrow">{text('strategy.claims.title')}</p>
      <h1>{text('strategy.claims.headline', { count: claims.length, confirmed: countOf('confirmed') })}</h1>
      <p>{text('strategy.claims.lede')}</p>
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
        <ClaimTable claims={claims} data={data} slug={slug} />
      </section>
    </>
  )
}
