import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { coverageOf } from '../coverage.ts'
import { ActionsServed, OwnNeeds } from '../parts/coverage-parts.tsx'
import { ItemTable } from '../parts/item-table.tsx'
import { InLatvian, PlanOwnerName, PlanTime } from '../parts/plan-words.tsx'
import { readAlignment } from '../read-alignment.server.ts'
import type { Route } from './+types/public-alignment'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const { tree, plans } = await readInRequest(context, (tx) => readAlignment(tx, municipality.id))
  // Whoever has signed in sees more plans than everybody does; this page shows those that are everybody's.
  const agreed = plans.filter((plan) => plan.state === 'agreed' && plan.strategyId === tree?.strategy.id)
  return { municipality, plans: agreed, coverage: tree ? coverageOf(tree, agreed) : null }
}

/** Which tasks of agreed plans serve which actions, as everybody reads it. */
export default function PublicAlignment({ loaderData }: Route.ComponentProps) {
  const { municipality, plans, coverage } = loaderData
  const { text, local } = useSpeech()
  const home = `/${municipality.slug}`
  const title = text('strategy.alignment.public.title')
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">{title}</p>
      <h1>
        {coverage
          ? text('strategy.alignment.public.headline', {
              count: coverage.covered.length + coverage.uncovered.length,
              covered: coverage.covered.length,
            })
          : title}
      </h1>
      {coverage ? (
        <>
          <p>{text('strategy.alignment.public.lede', { count: plans.length })}</p>
          {plans.length > 0 ? (
            <section aria-labelledby="plans">
              <h2 id="plans">{text('strategy.alignment.public.plans')}</h2>
              {plans.map((plan) => (
                <details key={plan.id}>
                  <summary>
                    <InLatvian>{plan.title}</InLatvian> · <PlanOwnerName owner={plan.owner} /> ·{' '}
                    <PlanTime startsOn={plan.startsOn} endsOn={plan.endsOn} />
                  </summary>
                  <ItemTable
                    items={plan.items}
                    home={home}
                    caption={text('strategy.alignment.items', { count: plan.items.length })}
                  />
                </details>
              ))}
            </section>
          ) : null}
          <OwnNeeds coverage={coverage} />
          <h2>{text('strategy.alignment.coverage.byAction')}</h2>
          <ActionsServed coverage={coverage} home={home} />
        </>
      ) : (
        <p>{text('strategy.alignment.noStrategy')}</p>
      )}
    </Page>
  )
}
