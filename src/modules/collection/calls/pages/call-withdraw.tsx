import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { LongField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { callAddress } from '../../addresses.ts'
import { findCall } from '../call-store.server.ts'
import { withdrawCall } from '../change-call.service.server.ts'
import type { Route } from './+types/call-withdraw'

export const handle = {
  action: 'collection.call.withdraw',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}

const Reason = z.object({
  why: typedText({ minimum: 5, maximum: 500 }).meta({
    label: 'collection.withdraw.why',
    hint: 'collection.withdraw.why.hint',
  } satisfies FieldMeta),
})
const fields = fieldsOf(Reason)

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const call = await readInRequest(context, (tx) => findCall(tx, municipality.id, params.call))
  return { municipality, call: call ?? refuse(404, 'collection.notFound'), once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, Reason)
  if (!form.ok) return form.answer()
  const { id: municipalityId, slug } = municipality
  const { why } = form.value
  await withdrawCall(context.get(databaseContext), user, { municipalityId, slug, key: params.call, why })
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, callAddress(slug, params.call)), 303)
}

/** Withdraws an open call, with the reason that everybody reads. */
export default function CallWithdraw({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, call, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.withdraw.title')
  const isOpen = call.state === 'open'
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(callAddress(municipality.slug, call.key))}>{local(call.title)}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.withdraw.what')}</p>
      <ActionForm answer={actionData} fields={fields} once={once}>
        <LongField of={fields.why} rows={4} />
        <button type="submit" disabled={!isOpen} aria-describedby={isOpen ? undefined : 'why-not'}>
          {text('collection.withdraw.do')}
        </button>
        {isOpen ? null : (
          <p id="why-not" className="hint">
            {text('collection.call.notOpen')}
          </p>
        )}
      </ActionForm>
    </Page>
  )
}
