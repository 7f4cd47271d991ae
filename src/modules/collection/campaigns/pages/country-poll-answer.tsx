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
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand, may } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { collectionHome } from '../../addresses.ts'
import { answerCountryPoll } from '../country-poll.service.server.ts'
import { findAnswersOf, findCountryPoll } from '../country-poll-store.server.ts'
import { ChoiceButtons } from '../parts/choice-buttons.tsx'
import { PollOutcome } from '../parts/poll-outcome.tsx'
import { isOpenAt } from '../poll.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/country-poll-answer'

export const handle = {
  action: 'collection.poll.answer',
  reads: ['collection.totals.read'],
  changes: ['collection.poll.answer'],
}
const Answer = z.object({
  choice: z.string('collection.polls.choose').max(60),
  words: typedText({ minimum: 1, maximum: 1000, hasLines: true })
    .meta({ label: 'collection.polls.words', hint: 'collection.polls.words.hint' } satisfies FieldMeta)
    .optional(),
})
const fields = fieldsOf(Answer.pick({ words: true }))

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.totals.read', { municipalityId: municipality.id })
  const read = await readInRequest(context, async (tx) => {
    const poll = (await findCountryPoll(tx, params.key)) ?? refuse(404, 'collection.polls.noSuch')
    const own = (await findAnswersOf(tx, municipality.id)).get(poll.id) ?? null
    const result = (await findResults(tx, COUNTRY, [poll])).get(poll.id) ?? null
    return { poll, own, result, isOpen: isOpenAt(poll.closesAt, new Date()) }
  })
  const mayAnswer = may(user, 'collection.poll.answer', { municipalityId: municipality.id })
  return { ...read, mayAnswer, municipality, once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const now = new Date()
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const form = await readForm(request, Answer)
  if (!form.ok) return form.answer()
  const { choice, words = null } = form.value
  const asked = { municipalityId: municipality.id, key: params.key }
  const problem = await answerCountryPoll(context.get(databaseContext), user, asked, { choice, words }, now)
  if (problem) return form.answer({ '': [{ reason: problem.problem }] })
  throw redirect(new URL(request.url).pathname, 303)
}

/** The answer of a municipality to a question of the country. */
export default function CountryPollAnswer({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, poll, own, result, isOpen, mayAnswer, once } = loaderData
  const { text, local, path, instant } = useSpeech()
  const title = local(poll.title)
  const chosen = poll.choices.find(({ key }) => key === own?.choice)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`${collectionHome(municipality.slug)}/aptaujas`)}>{text('collection.polls.title')}</a>
      </p>
      <h1>{title}</h1>
      <PollOutcome poll={poll} result={result} isOpen={isOpen} />
      <p role="status">
        {own && chosen
          ? text('collection.polls.own', { choice: local(chosen.name), at: instant(own.changedAt) })
          : text(isOpen ? 'collection.polls.unfinished' : 'collection.polls.notAnswered')}
      </p>
      {isOpen && mayAnswer ? (
        <ActionForm answer={actionData} fields={fields} once={once} values={{ words: own?.words ?? '' }}>
          <LongField of={fields.words} rows={3} />
          <ChoiceButtons choices={poll.choices} chosen={own?.choice ?? null} />
        </ActionForm>
      ) : actionData ? (
        <ActionForm answer={actionData} fields={fields} once={once}>
          {null}
        </ActionForm>
      ) : null}
    </Page>
  )
}
