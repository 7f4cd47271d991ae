import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { institutionNear } from '#modules/registry'
import { municipalityContext } from '#modules/registry.context'
import { findInstitutions } from '#modules/registry.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { ChoiceField, LineField, LongField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField } from '#platform/forms/pick-field.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { instantOf } from '#platform/moment.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { callAddress } from '../../addresses.ts'
import { findAskedKeys } from '../asked-keys-store.server.ts'
import { findCall } from '../call-store.server.ts'
import { excuse, extendDue } from '../change-call.service.server.ts'
import type { Route } from './+types/call-extend'

export const handle = {
  parameters: ['iestade'],
  action: 'collection.call.extend',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}

const meta = (label: FieldMeta['label'], hint?: FieldMeta['label']) => ({ label, ...(hint ? { hint } : {}) })
const Extension = z.object({
  institution: z.uuid().meta(meta('collection.extend.institution')),
  act: z.enum(['extend', 'excuse']).meta(meta('collection.extend.act')),
  until: z.string().optional().meta(meta('collection.extend.until', 'collection.extend.until.hint')),
  why: typedText({ minimum: 5, maximum: 500 }).meta(meta('collection.extend.why')),
})
const fields = fieldsOf(Extension)
const ACTS = [
  { value: 'extend', label: 'collection.extend.act.extend' },
  { value: 'excuse', label: 'collection.extend.act.excuse' },
] as const

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const read = await readInRequest(context, async (tx) => {
    const call = (await findCall(tx, municipality.id, params.call)) ?? refuse(404, 'collection.notFound')
    const asked = await findAskedKeys(tx, municipality.id, call.id)
    const ids = asked.map(({ institutionId }) => institutionId)
    const institutions = await findInstitutions(tx, municipality.id, { ids })
    const named = new Map(institutions.map((one) => [one.id, institutionNear(one, municipalDay()).name]))
    return { call, asked: asked.map((one) => ({ ...one, name: named.get(one.institutionId) })) }
  })
  const wanted = new URL(request.url).searchParams.get('iestade')
  const institution = read.asked.find((one) => one.institution === wanted)?.institutionId
  return { municipality, ...read, chosen: institution ?? '', once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, Extension)
  if (!form.ok) return form.answer()
  const { institution: institutionId, act, until = '', why } = form.value
  const { id: municipalityId, slug } = municipality
  const of = { municipalityId, slug, key: params.call, institutionId, why }
  const db = context.get(databaseContext)
  if (act === 'excuse') await excuse(db, user, of)
  else {
    const at = instantOf(until)
    if (typeof at === 'string') return form.answer({ until: [{ reason: at }] })
    const problem = await extendDue(db, user, { ...of, until: at })
    if (problem) return form.answer({ until: [{ reason: problem.problem }] })
  }
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, `${callAddress(slug, params.call)}/termini`), 303)
}

/** Gives one institution longer, or expects nothing more of it. */
export default function CallExtend({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, call, asked, chosen, once } = loaderData
  const { text, local, path, instant } = useSpeech()
  const title = text('collection.extend.title')
  const isOpen = call.state === 'open'
  const different = asked.filter(({ extendedTo, excusedReason }) => extendedTo ?? excusedReason)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(callAddress(municipality.slug, call.key))}>{local(call.title)}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.extend.now', { due: instant(call.dueAt), lock: instant(call.locksAt) })}</p>
      {different.length === 0 ? null : (
        <ul className="list">
          {different.map(({ institution, name, extendedTo, excusedReason }) => (
            <li key={institution}>
              {name ? local(name) : institution}:{' '}
              {excusedReason ??
                (extendedTo ? text('collection.own.extended', { at: instant(extendedTo) }) : '')}
            </li>
          ))}
        </ul>
      )}
      <ActionForm
        answer={actionData}
        fields={fields}
        once={once}
        values={{ act: 'extend', institution: chosen }}
      >
        <PickField
          of={fields.institution}
          options={asked.map(({ institutionId, name, institution }) => ({
            value: institutionId,
            label: name ? local(name) : institution,
          }))}
        />
        <ChoiceField of={fields.act} options={ACTS} />
        <LineField of={fields.until} type="datetime-local" />
        <LongField of={fields.why} rows={3} />
        <button type="submit" disabled={!isOpen} aria-describedby={isOpen ? undefined : 'why-not'}>
          {text('collection.extend.do')}
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
