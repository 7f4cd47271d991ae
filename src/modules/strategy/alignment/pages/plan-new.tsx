import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { institutionNear } from '#modules/registry'
import { municipalityContext } from '#modules/registry.context'
import { findInstitutions } from '#modules/registry.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { LineField, SelectField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { findCurrentStrategy } from '../../store.server.ts'
import { kindAt, planAddress, plansHome } from '../addresses.ts'
import { beginPlan } from '../begin.service.server.ts'
import { complaintsOfTime, NewPlan } from '../plan-head-form.ts'
import type { Route } from './+types/plan-new'

export const handle = {
  action: 'strategy.plan.begin',
  reads: ['strategy.development.edit'],
  changes: ['strategy.development.edit'],
} satisfies Handle

const fields = fieldsOf(NewPlan)
/** So many years a development plan is made for, unless somebody says otherwise. */
const YEARS = 4

type Args = Pick<Route.LoaderArgs, 'request' | 'context'>

/** Who may begin a plan of the address, and for whom. */
async function readOwn({ request, context }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  const kind = kindAt(new URL(request.url).pathname)
  const today = municipalDay()
  const { institutions, strategy } = await readInRequest(context, async (tx) => ({
    institutions: kind === 'work' ? [] : await findInstitutions(tx, municipalityId),
    strategy: await findCurrentStrategy(tx, municipalityId),
  }))
  const own = institutions
    .filter(({ id }) => may(user, 'strategy.development.edit', { municipalityId, institutionId: id }))
    .map((one) => ({ id: one.id, key: one.key, name: institutionNear(one, today).name }))
  const isAllowed =
    kind === 'work' ? may(user, 'strategy.alignment.edit', { municipalityId }) : own.length > 0
  if (!isAllowed) refuse(403, 'platform.refused.grant')
  if (!strategy) refuse(404, 'strategy.alignment.noStrategy')
  return { user, municipality, kind, own, strategy, today }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, kind, own, today } = await readOwn(args)
  const year = Number(today.slice(0, 4)) + 1
  const values = {
    starts_on: `${year}-01-01`,
    ends_on: `${kind === 'work' ? year : year + YEARS - 1}-12-31`,
    institution: own[0]?.key ?? '',
  }
  return { municipality, kind, own, values, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, kind, own, strategy } = await readOwn(args)
  const form = await readForm(args.request, NewPlan)
  if (!form.ok) return form.answer()
  const { title, starts_on: startsOn, ends_on: endsOn, institution } = form.value
  const owner = kind === 'work' ? null : own.find(({ key }) => key === institution)
  const complaints = {
    ...complaintsOfTime(form.value),
    ...(owner === undefined ? { institution: [{ reason: 'platform.form.missing' as const }] } : {}),
  }
  if (owner === undefined || Object.keys(complaints).length > 0) return form.answer(complaints)
  const head = { title, startsOn, endsOn, dueOn: null, strategyId: strategy.id, owner, once: form.once }
  const key = await beginPlan(args.context.get(databaseContext), user, municipality.id, head)
  const address = planAddress(municipality.slug, { kind, key })
  throw redirect(addressIn(languageOf(new URL(args.request.url).pathname), address), 303)
}

/** Begins a plan. */
export default function PlanNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, kind, own, values, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text(`strategy.alignment.begin.${kind}`)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(plansHome(municipality.slug, kind))}>{text(`strategy.alignment.menu.${kind}`)}</a>
      </p>
      <h1>{title}</h1>
      <ActionForm answer={actionData} fields={fields} once={once} values={values}>
        {kind === 'development' ? (
          <SelectField
            of={{ ...fields.institution, isRequired: true }}
            options={own.map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        ) : null}
        <LineField of={fields.title} />
        <LineField of={fields.starts_on} type="date" />
        <LineField of={fields.ends_on} type="date" />
        <button type="submit">{text('strategy.alignment.begin.save')}</button>
      </ActionForm>
    </Page>
  )
}
