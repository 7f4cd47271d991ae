import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { databaseContext, demandSignedIn, textsContext } from '#platform/context.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { bothTexts } from '../../calls/both-texts.ts'
import { publishCountryPoll } from '../country-poll.service.server.ts'
import { PollFields } from '../parts/poll-fields.tsx'
import { PollEntry, readPollEntry, usualChoices } from '../poll-entry.ts'
import type { Route } from './+types/country-poll-new'

export const handle = {
  action: 'collection.poll.publish',
  reads: ['collection.template.edit'],
  changes: ['collection.template.edit'],
}
const fields = fieldsOf(PollEntry)

export async function loader({ request, context }: Route.LoaderArgs) {
  demand(demandSignedIn(context, request), 'collection.template.edit', 'country')
  return { once: uuidv7(), choices: usualChoices(bothTexts(context.get(textsContext))) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const form = await readForm(request, PollEntry)
  if (!form.ok) return form.answer()
  const read = readPollEntry(form.value, new Date())
  if (!read.ok) return form.answer(read.complaints)
  const key = await publishCountryPoll(context.get(databaseContext), user, read.entry)
  const address = `/darbs/aptaujas-pasvaldibam/${key}`
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), address), 303)
}

/** A new question to every municipality. */
export default function CountryPollNew({ loaderData, actionData }: Route.ComponentProps) {
  const { once, choices } = loaderData
  const { text, path } = useSpeech()
  const title = text('collection.polls.country.new')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <p className="eyebrow">
        <a href={path('/darbs/aptaujas-pasvaldibam')}>{text('collection.polls.country.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.polls.country.new.help')}</p>
      <ActionForm answer={actionData} fields={fields} once={once} values={{ choices }}>
        <PollFields fields={fields} />
        <button type="submit">{text('collection.polls.country.publish')}</button>
      </ActionForm>
    </Page>
  )
}
