import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { may, mayAnywhere } from '#platform/users.ts'
import { OrUnknown } from '../../parts/or-unknown.tsx'
import { coverageAddress, kindAt, planAddress, plansHome } from '../addresses.ts'
import { demandPlanReader } from '../asked-plan.server.ts'
import { PLAN_STATES } from '../model.ts'
import { InLatvian, PlanOwnerName, PlanStateChip, PlanTime } from '../parts/plan-words.tsx'
import { findPlans } from '../plan-store.server.ts'
import type { Route } from './+types/plan-list'

export const handle = { reads: ['strategy.alignment.read'] } satisfies Handle

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demandPlanReader(user, municipality.id)
  const kind = kindAt(new URL(request.url).pathname)
  const plans = await readInRequest(context, (tx) => findPlans(tx, municipality.id))
  const isDepartment = may(user, 'strategy.alignment.edit', { municipalityId: municipality.id })
  const begins =
    kind === 'work' ? isDepartment : mayAnywhere(user, 'strategy.development.edit', municipality.id)
  return {
    municipality,
    kind,
    plans: plans
      .filter((plan) => plan.kind === kind)
      .map((plan) => ({ ...plan, items: plan.items.length }))
      .toSorted((a, b) => PLAN_STATES.indexOf(a.state) - PLAN_STATES.indexOf(b.state)),
    may: { begin: begins, ask: kind === 'development' && isDepartment },
  }
}

/** The department's yearly plans, or institutions' development plans as far as the reader sees them. */
export default function PlanList({ loaderData }: Route.ComponentProps) {
  const { municipality, kind, plans, may } = loaderData
  const { text, local, path, date } = useSpeech()
  const { slug } = municipality
  const title = text(`strategy.alignment.menu.${kind}`)
  const other = kind === 'work' ? 'development' : 'work'
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(plansHome(slug, other))}>{text(`strategy.alignment.menu.${other}`)}</a>
        {' · '}
        <a href={path(coverageAddress(slug))}>{text('strategy.alignment.coverage')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text(`strategy.alignment.purpose.${kind}`)}</p>
      {may.begin || may.ask ? (
        <ul className="links">
          {may.ask ? (
            <li>
              <a href={path(`${plansHome(slug, kind)}/pieprasit`)}>{text('strategy.alignment.ask')}</a>
            </li>
          ) : null}
          {may.begin ? (
            <li>
              <a href={path(`${plansHome(slug, kind)}/jauns`)}>{text('strategy.alignment.begin')}</a>
            </li>
          ) : null}
        </ul>
      ) : null}
      {plans.length === 0 ? (
        <p>{text(`strategy.alignment.none.${kind}`)}</p>
      ) : (
        <Table
          caption={text('strategy.alignment.plans', { count: plans.length })}
          columns={[
            {
              heading: text('strategy.alignment.plan'),
              cell: (plan) => (
                <a href={path(planAddress(slug, plan))}>
                  <InLatvian>{plan.title}</InLatvian>
                </a>
              ),
            },
            {
              heading: text('strategy.alignment.owner'),
              cell: ({ owner }) => <PlanOwnerName owner={owner} />,
            },
            {
              heading: text('strategy.alignment.time'),
              cell: (plan) => <PlanTime startsOn={plan.startsOn} endsOn={plan.endsOn} />,
            },
            {
              heading: text('strategy.alignment.state'),
              cell: ({ state }) => <PlanStateChip state={state} />,
            },
            { heading: text('strategy.alignment.tasks'), cell: ({ items }) => items },
            {
              heading: text('strategy.alignment.plan.due_on'),
              cell: ({ dueOn }) => <OrUnknown>{dueOn && date(dueOn)}</OrUnknown>,
            },
          ]}
          rows={plans}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  )
}
