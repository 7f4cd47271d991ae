import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { planAddress, plansHome, publicCoverageAddress } from '../addresses.ts'
import { demandPlanReader } from '../asked-plan.server.ts'
import { coverageOf } from '../coverage.ts'
import { ActionsCovered, Orphans, Overlaps, OwnNeeds } from '../parts/coverage-parts.tsx'
import { readAlignment } from '../read-alignment.server.ts'
import type { Route } from './+types/coverage'

export const handle = { reads: ['strategy.alignment.read'] } satisfies Handle

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demandPlanReader(user, municipality.id)
  const { tree, plans } = await readInRequest(context, (tx) => readAlignment(tx, municipality.id))
  const isDepartment = may(user, 'strategy.alignment.read', { municipalityId: municipality.id })
  return {
    municipality,
    coverage: tree ? coverageOf(tree, plans) : null,
    plans: plans.filter(({ state }) => state !== 'withdrawn').length,
    isDepartment,
  }
}

/** How plans and the strategy hang together, drafts included, as far as the reader sees them. */
export default function CoveragePage({ loaderData }: Route.ComponentProps) {
  const { municipality, coverage, plans, isDepartment } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const planAt = (plan: Parameters<typeof planAddress>[1]) => planAddress(slug, plan)
  const title = text('strategy.alignment.coverage')
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(plansHome(slug, 'work'))}>{text('strategy.alignment.menu.work')}</a>
        {' · '}
        <a href={path(plansHome(slug, 'development'))}>{text('strategy.alignment.menu.development')}</a>
        {' · '}
        <a href={path(publicCoverageAddress(slug))}>{text('strategy.alignment.coverage.public')}</a>
      </p>
      <h1>{title}</h1>
      {coverage ? (
        <>
          <p>
            {text('strategy.alignment.coverage.lede', { count: plans })}{' '}
            {isDepartment ? null : text('strategy.alignment.coverage.own')}
          </p>
          <Orphans coverage={coverage} planAt={planAt} />
          <Overlaps coverage={coverage} planAt={planAt} />
          <OwnNeeds coverage={coverage} planAt={planAt} />
          <h2>{text('strategy.alignment.coverage.byAction')}</h2>
          <ActionsCovered coverage={coverage} home={`/${slug}`} planAt={planAt} />
        </>
      ) : (
        <p>{text('strategy.alignment.noStrategy')}</p>
      )}
    </Page>
  )
}
