import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { CLAIM_VERDICTS, checkClaims } from '../claims.ts'
import type { FindingsData } from '../findings.ts'
import { ClaimTable } from '../parts/claim-table.tsx'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { readPublished } from '../read-published.server.ts'
import type { Route } from './+types/claims'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const data = await readInRequest(context, (tx) => readPublished(tx, municipality.id))
  return { municipality, data }
}

export default function Claims({ loaderData: { municipality, data } }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  return (
    <Page title={text('publishing.claims.title')} place={local(municipality.name)}>
      {data && data.tree.claims.length > 0 ? (
        <CheckedClaims data={data} slug={municipality.slug} />
      ) : (
        <>
          <h1>{text('publishing.claims.none')}</h1>
          {data ? null : <NoStrategy municipality={municipality} />}
        </>
      )}
    </Page>
  )
}

function CheckedClaims({ data, slug }: { data: FindingsData; slug: string }) {
  const { text, path } = useSpeech()
  const claims = checkClaims(data)
  const countOf = (verdict: (typeof CLAIM_VERDICTS)[number]) =>
    claims.filter((claim) => claim.verdict === verdict).length
  return (
    <>
      <p className="eyebrow">{text('publishing.claims.title')}</p>
      <h1>{text('publishing.claims.headline', { count: claims.length, confirmed: countOf('confirmed') })}</h1>
      <p>{text('publishing.claims.lede')}</p>
      <nav aria-label={text('publishing.claims.contents')}>
        <ul className="links">
          {CLAIM_VERDICTS.filter((verdict) => countOf(verdict) > 0).map((verdict) => (
            <li key={verdict}>
              <a href={`#claims-${verdict}`}>
                {text(`publishing.claims.verdict.${verdict}`)} ({countOf(verdict)})
              </a>
            </li>
          ))}
          <li>
            <a href={path(`/${slug}/datu-kvalitate`)}>{text('publishing.claims.allFindings')}</a>
          </li>
        </ul>
      </nav>
      <section>
        <ClaimTable claims={claims} data={data} slug={slug} />
      </section>
    </>
  )
}
