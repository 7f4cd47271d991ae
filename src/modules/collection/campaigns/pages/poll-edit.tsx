import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { changeInstitutionPoll } from '../institution-poll.service.server.ts'
import { findInstitutionPoll } from '../institution-poll-store.server.ts'
import { PollFields } from '../parts/poll-fields.tsx'
import { asTypedPoll, PollEntry, readPollEntry } from '../poll-entry.ts'
import type { Route } from './+types/poll-edit'

export const handle = {
  action: 'collection.poll.change',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}
const fields = fieldsOf(PollEntry)

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const poll = await readInRequest(context, (tx) => findInstitutionPoll(tx, municipality.id, params.key))
  return { poll: poll ?? refuse(404, 'collection.polls.noSuch'), municipality, once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const now = new Date()
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, PollEntry)
  if (!form.ok) return form.answer()
  const read = readPollEntry(form.value, now)
  if (!read.ok) return form.answer(read.complaints)
  const asked = { municipalityId: municipality.id, key: params.key }
  const change = { entry: read.entry, version: form.version }
  const changed = await changeInstitutionPoll(context.get(databaseContext), user, asked, change, now)
  if (changed && 'problem' in changed) return form.answer({ '': [{ reason: changed.problem }] })
  if (changed)
    return form.answerMeanwhile({ version: changed.meanwhile.version, saved: asTypedPoll(changed.meanwhile) })
  const address = `${collectionHome(municipality.slug)}/aptaujas/${params.key}`
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), address), 303)
}

/** Changes a question to institutions, as long as none of them has answered. */
export default function PollEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, poll, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.polls.change')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`${collectionHome(municipality.slug)}/aptaujas/${poll.key}`)}>{local(poll.title)}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.polls.change.hint')}</p>
      <ActionForm
        answer={actionData}
        fields={fields}
        once={once}
        version={poll.version}
        values={asTypedPoll(poll)}
      >
        <PollFields fields={fields} />
        <button type="submit">{text('collection.polls.save')}</button>
      </ActionForm>
    </Page>
  )
}
