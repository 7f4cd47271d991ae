import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { ChoiceField, LineField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { wallOf } from '#platform/moment.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand, may } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { COUNTRY_TEMPLATES, callAddress, templatesAddress } from '../../addresses.ts'
import { findCall } from '../call-store.server.ts'
import { findPreparedForm } from '../prepared-store.server.ts'
import { saveTemplate } from '../template.service.server.ts'
import { templateOf } from '../template.ts'
import { complaintsOfDates, templateDates } from '../template-dates.ts'
import type { Route } from './+types/template-from-call'

export const handle = {
  action: 'collection.template.save',
  reads: ['collection.call.edit'],
  changes: ['collection.template.edit'],
}

const Copy = z.object({
  owner: z
    .enum(['own', 'country'])
    .meta({ label: 'collection.template.owner', hint: 'collection.template.owner.hint' } satisfies FieldMeta),
  ...templateDates,
})
const fields = fieldsOf(Copy)
const OWN = { value: 'own', label: 'collection.template.owner.own' } as const
const ALL = { value: 'country', label: 'collection.template.owner.country' } as const

async function look({ request, context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const read = await readInRequest(context, async (tx) => {
    const call = (await findCall(tx, municipality.id, params.call)) ?? refuse(404, 'collection.notFound')
    return { call, form: await findPreparedForm(tx, municipality.id, call) }
  })
  return { user, municipality, ...read, mayPublish: may(user, 'collection.template.edit', 'country') }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, call, form, mayPublish } = await look(args)
  return { municipality, call, count: form.elements.length, mayPublish, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, call, form: asked } = await look(args)
  const form = await readForm(args.request, Copy)
  if (!form.ok) return form.answer()
  const { owner, ...dates } = form.value
  const complaints = complaintsOfDates(dates)
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const municipalityId = owner === 'country' ? COUNTRY : municipality.id
  const template = templateOf(call, asked, dates)
  await saveTemplate(args.context.get(databaseContext), user, { municipalityId }, template)
  const next = owner === 'country' ? COUNTRY_TEMPLATES : templatesAddress(municipality.slug)
  throw redirect(addressIn(languageOf(new URL(args.request.url).pathname), next), 303)
}

/** Keeps a call as a template, for the municipality itself or for all of them. */
export default function TemplateFromCall({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, call, count, mayPublish, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.template.fromCall')
  const { opensAt, dueAt, locksAt } = call
  const values = { owner: 'own', opensAt: wallOf(opensAt), dueAt: wallOf(dueAt), locksAt: wallOf(locksAt) }
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(callAddress(municipality.slug, call.key))}>{local(call.title)}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.template.what', { count })}</p>
      <ActionForm answer={actionData} fields={fields} once={once} values={values}>
        <ChoiceField of={fields.owner} options={mayPublish ? [OWN, ALL] : [OWN]} />
        <LineField of={fields.opensAt} type="datetime-local" />
        <LineField of={fields.dueAt} type="datetime-local" />
        <LineField of={fields.locksAt} type="datetime-local" />
        <button type="submit">{text('collection.template.save')}</button>
      </ActionForm>
    </Page>
  )
}
