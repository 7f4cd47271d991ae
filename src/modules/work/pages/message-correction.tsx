import { redirect } from 'react-router'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, personalVisit, readInRequest } from '#platform/context.server.ts'
import { LineField, LongField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { CorrectionEntry } from '../answer.ts'
import { findPlace } from '../find-place.server.ts'
import { publishCorrection } from '../message.service.server.ts'
import { findMessage } from '../message-store.server.ts'
import { firstSegment } from '../place.ts'
import type { Route } from './+types/message-correction'

export const handle = {
  action: 'work.correction',
  reads: ['work.report.edit'],
  changes: ['work.report.edit'],
}
const fields = fieldsOf(CorrectionEntry)

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'work.report.edit', { municipalityId: municipality.id })
  if (!isUuid(params.id)) refuse(404, 'work.messages.noSuch')
  const message = await readInRequest(context, (tx) => findMessage(tx, municipality.id, params.id))
  if (!message) refuse(404, 'work.messages.noSuch')
  return { municipality, message, once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!isUuid(params.id)) refuse(404, 'work.messages.noSuch')
  const form = await readForm(request, CorrectionEntry)
  const typed = form.entered.address
  const place = typed ? await findPlace(personalVisit(context), typed, 'lv') : undefined
  const isOurs = place && firstSegment(place.address) === municipality.slug
  const foreign = { address: [{ reason: 'work.correction.foreign' }] } as const
  if (!form.ok) return form.answer(typed && !isOurs ? foreign : {})
  if (!place || !isOurs) return form.answer(foreign)
  const about = { municipalityId: municipality.id, reportId: params.id }
  const id = await publishCorrection(context.get(databaseContext), user, about, place, form.value)
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, `/${municipality.slug}/labojumi#${id}`), 303)
}

/** Tells everybody what was wrong and what is right, on the page that it is about and in the list of corrections. */
export default function MessageCorrection({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, message, once } = loaderData
  const { text, path, local } = useSpeech()
  const title = text('work.correction.publish')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p>
        <a href={path(`/darbs/${municipality.slug}/zinojumi/${message.id}`)}>
          {text('work.correction.back')}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{text('work.correction.lede')}</p>
      <ActionForm
        answer={actionData}
        fields={fields}
        once={once}
        values={message.place ? { address: message.place.address } : {}}
      >
        <LineField of={fields.address} />
        <LongField of={fields.wrong_lv} rows={3} />
        <LongField of={fields.right_lv} rows={3} />
        <LongField of={fields.wrong_en} rows={3} />
        <LongField of={fields.right_en} rows={3} />
        <button type="submit">{text('work.correction.send')}</button>
      </ActionForm>
    </Page>
  )
}
