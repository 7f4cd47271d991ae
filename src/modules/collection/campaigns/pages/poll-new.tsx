import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, textsContext } from '#platform/context.server.ts'
import { SelectField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { bothTexts, sayBoth } from '../../calls/both-texts.ts'
import { draftLightCall } from '../light-call.service.server.ts'
import { PollFields } from '../parts/poll-fields.tsx'
import { InstitutionPollForm, readPollEntry, usualChoices } from '../poll-entry.ts'
import { readShortForm, whomOf } from '../short-form.server.ts'
import type { Route } from './+types/poll-new'

export const handle = {
  action: 'collection.poll.add',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}
const fields = fieldsOf(InstitutionPollForm)

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const choices = usualChoices(bothTexts(context.get(textsContext)))
  return { ...(await readShortForm(context)), municipality, choices, me: user.id, once: uuidv7() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const now = new Date()
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, InstitutionPollForm)
  if (!form.ok) return form.answer()
  const read = readPollEntry(form.value, now)
  if (!read.ok) return form.answer(read.complaints)
  const texts = bothTexts(context.get(textsContext))
  const { title, question, choices, closesAt } = read.entry
  const key = await draftLightCall(
    context.get(databaseContext),
    user,
    municipality.id,
    {
      kind: 'poll',
      title,
      purpose: question,
      legalBasis: sayBoth(texts, 'collection.polls.legalBasis'),
      use: sayBoth(texts, 'collection.polls.use'),
      audience: whomOf(form.value.whom),
      responsibleId: form.value.responsible ?? user.id,
      estimatedMinutes: 1,
      dueAt: closesAt,
      takesLate: false,
      asks: [
        {
          key: 'answer',
          name: question,
          help: null,
          kind: 'choice',
          unit: null,
          choices,
          rows: [],
          columns: [],
          computed: null,
          isMinimum: false,
          reason: sayBoth(texts, 'collection.campaigns.reason'),
          isAboutPeople: false,
          register: null,
          isRequired: true,
        },
      ],
    },
    now,
  )
  const address = `${collectionHome(municipality.slug)}/aptaujas/${key}`
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), address), 303)
}

/** A new question to institutions. */
export default function PollNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, once, choices, types, holders, me } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.polls.new')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`${collectionHome(municipality.slug)}/aptaujas`)}>{text('collection.polls.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.polls.new.help')}</p>
      <ActionForm answer={actionData} fields={fields} once={once} values={{ choices, responsible: me }}>
        <PollFields fields={fields} />
        <SelectField
          of={fields.whom}
          empty={text('collection.campaigns.everybody')}
          options={types.map(({ code, name }) => ({ value: code, label: local(name) }))}
        />
        <SelectField of={fields.responsible} options={holders} />
        <button type="submit">{text('collection.campaigns.prepare')}</button>
      </ActionForm>
    </Page>
  )
}
