import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { institutionsOn } from '#modules/registry'
import { municipalityContext } from '#modules/registry.context'
import { findNetwork } from '#modules/registry.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { findCurrentStrategy } from '../../store.server.ts'
import { plansHome } from '../addresses.ts'
import { askForPlans } from '../begin.service.server.ts'
import { TickList } from '../parts/tick-list.tsx'
import { AskForPlans, complaintsOfTime } from '../plan-head-form.ts'
import { tickedIn, ticksOf } from '../ticks.ts'
import type { Route } from './+types/plan-ask'

export const handle = {
  action: 'strategy.plan.ask',
  reads: ['strategy.alignment.edit'],
  changes: ['strategy.alignment.edit'],
} satisfies Handle

const fields = fieldsOf(AskForPlans)
const YEARS = 4

async function readPlaces({ request, context }: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.alignment.edit', { municipalityId: municipality.id })
  const { network, strategy } = await readInRequest(context, async (tx) => ({
    network: await findNetwork(tx, municipality.id),
    strategy: await findCurrentStrategy(tx, municipality.id),
  }))
  if (!strategy) refuse(404, 'strategy.alignment.noStrategy')
  const { there, notSaid } = institutionsOn(network, municipalDay())
  return { user, municipality, strategy, present: [...there, ...notSaid] }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, present } = await readPlaces(args)
  const year = Number(municipalDay().slice(0, 4)) + 1
  return {
    municipality,
    institutions: present.map(({ institution, version }) => ({ key: institution.key, name: version.name })),
    values: { starts_on: `${year}-01-01`, ends_on: `${year + YEARS - 1}-12-31` },
    once: uuidv7(),
  }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, strategy, present } = await readPlaces(args)
  const form = await readForm(args.request, AskForPlans)
  const ticked = tickedIn(form.entered)
  const asked = present.flatMap(({ institution }) => (ticked.has(institution.key) ? [institution] : []))
  const nobody = asked.length === 0 ? { '': [{ reason: 'strategy.alignment.ask.nobody' as const }] } : {}
  if (!form.ok) return form.answer(nobody)
  const complaints = { ...complaintsOfTime(form.value), ...nobody }
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const { title, starts_on: startsOn, ends_on: endsOn, due_on: dueOn } = form.value
  const { id: municipalityId, slug } = municipality
  await askForPlans(
    args.context.get(databaseContext),
    user,
    { municipalityId, slug },
    { title, startsOn, endsOn, dueOn, strategyId: strategy.id, institutions: asked },
  )
  const address = plansHome(slug, 'development')
  throw redirect(addressIn(languageOf(new URL(args.request.url).pathname), address), 303)
}

/** Where the department asks institutions for their development plans. */
export default function PlanAsk({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, institutions, values, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('strategy.alignment.ask')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(plansHome(municipality.slug, 'development'))}>
          {text('strategy.alignment.menu.development')}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{text('strategy.alignment.ask.help')}</p>
      <ActionForm answer={actionData} fields={fields} once={once} values={values}>
        <LineField of={fields.title} />
        <LineField of={fields.starts_on} type="date" />
        <LineField of={fields.ends_on} type="date" />
        <LineField of={fields.due_on} type="date" />
        <TickList
          legend={text('strategy.alignment.ask.whom')}
          ticks={institutions.map(({ key, name }) => ({ key, label: local(name), isTicked: true }))}
          entered={actionData ? ticksOf(actionData.entered) : undefined}
        />
        <button type="submit">{text('strategy.alignment.ask.save')}</button>
      </ActionForm>
    </Page>
  )
}
