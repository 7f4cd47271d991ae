import { use } from 'react'
import { Outlet } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { findCurrentStrategy, findStrategyByKey } from '#modules/strategy.server'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { PlaceAbove } from '#platform/ui/place.ts'
import type { Route } from './+types/plan-layout'

/** Finds the plan of the address, for the pages below it; they stay where they are when a newer one becomes current. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ params, context }, next) => {
    const found = context.get(municipalityContext)
    const { id } = found.municipality
    const { plan, current } = await readInRequest(context, async (tx) => ({
      plan: await findStrategyByKey(tx, params.plan, id),
      current: await findCurrentStrategy(tx, id),
    }))
    if (!plan) refuse(404, 'app.plan.absent')
    context.set(municipalityContext, {
      ...found,
      home: `/${found.municipality.slug}/plani/${plan.key}`,
      plan: plan.key === current?.key ? undefined : plan.key,
    })
    return next()
  },
]

export async function loader({ params, context }: Route.LoaderArgs) {
  const { municipality, home } = context.get(municipalityContext)
  const { id, slug } = municipality
  return readInRequest(context, async (tx) => ({
    home,
    slug,
    plan: await findStrategyByKey(tx, params.plan, id),
    current: await findCurrentStrategy(tx, id),
  }))
}

/** Pages of a plan, by the addresses that they share with those of the current one. */
const SECTIONS = [
  { address: '/strategija', label: 'app.plan.strategy' },
  { address: '/ricibas-plans', label: 'app.plan.actions' },
  { address: '/raditaji', label: 'app.plan.indicators' },
  { address: '/programmas', label: 'app.plan.programmes' },
  { address: '/datu-kvalitate/apgalvojumi', label: 'app.plan.claims' },
  { address: '/parskati', label: 'app.plan.documents' },
] as const

/** Says above every page of a plan which plan it is, and leads to the current one. */
export default function PlanLayout({ loaderData }: Route.ComponentProps) {
  const { home, slug, plan, current } = loaderData
  const { text, local, path } = useSpeech()
  const above = use(PlaceAbove)
  if (!plan) return <Outlet />
  const { startsOn, endsOn } = plan.period
  const years = { from: startsOn.slice(0, 4), to: endsOn.slice(0, 4) }
  const name = text('app.plan.name', { title: local(plan.title), ...years })
  const sections = SECTIONS.map(({ address, label }) => ({
    address: path(`${home}${address}`),
    label: text(label),
  }))
  return (
    <>
      <aside className="wrap plan" aria-label={name}>
        {current && current.key !== plan.key ? (
          <p className="banner">
            {text('app.plan.other', { plan: name })}{' '}
            <a href={path(`/${slug}/strategija`)}>
              {text('app.plan.toCurrent', { title: local(current.title) })}
            </a>
          </p>
        ) : (
          <p className="banner">{text('app.plan.current', { plan: name })}</p>
        )}
        <nav aria-label={text('app.plan.menu')}>
          <ul className="links">
            {sections.map(({ address, label }) => (
              <li key={address}>
                <a href={address}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      {above ? (
        <PlaceAbove
          value={{
            crumbs: [...above.crumbs, { label: name, address: path(`${home}/strategija`) }],
            sections,
            data: above.data && { ...above.data, period: plan.period },
          }}
        >
          <Outlet />
        </PlaceAbove>
      ) : null}
    </>
  )
}
