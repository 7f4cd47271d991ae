import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { collectionHome, openingAddress } from '../../addresses.ts'
import { answerInstitutionPoll } from '../institution-poll.service.server.ts'
import { ChoiceButtons } from '../parts/choice-buttons.tsx'
import { NamedAnswers } from '../parts/named-answers.tsx'
import { PollOutcome } from '../parts/poll-outcome.tsx'
import { readPollWork } from '../read-poll-work.server.ts'
import type { Route } from './+types/poll-work'

export const handle = {
  action: 'collection.poll.answer',
  reads: ['collection.read'],
  changes: ['collection.answer'],
}
const Answer = z.object({
  institution: z.uuid(),
  choice: z.string('collection.polls.choose').max(60),
})

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const asked = { municipalityId: municipality.id, key: params.key }
  const read = await readPollWork(context, user, asked, new Date())
  return { ...read, municipality, once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const now = new Date()
  const user = demandSignedIn(context, request)
  const asked = { municipalityId: context.get(municipalityContext).municipality.id, key: params.key }
  const form = await readForm(request, Answer)
  if (!form.ok) return form.answer()
  const { institution, choice } = form.value
  const answer = { institutionId: institution, choice, once: form.once }
  const problem = await answerInstitutionPoll(context.get(databaseContext), user, asked, answer, now)
  if (problem) return form.answer({ '': [{ reason: problem.problem }] })
  throw redirect(new URL(request.url).pathname, 303)
}

/** One question to institutions: they answer with one press; the department sees how many have, then what. */
export default function PollWork({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, poll, result, isOpen, mine, progress, named, mayEdit, mayChange, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = local(poll.title)
  const home = path(`${collectionHome(municipality.slug)}/aptaujas`)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={home}>{text('collection.polls.title')}</a>
        {result ? (
          <>
            {' · '}
            <a href={path(`/${municipality.slug}/datu-vaksana/aptaujas/${poll.key}`)}>
              {text('collection.polls.public')}
            </a>
          </>
        ) : null}
      </p>
      <h1>{title}</h1>
      <PollOutcome poll={poll} result={result} isOpen={isOpen} />
      {poll.state === 'draft' ? (
        <p role="note">
          {text('collection.campaigns.draft')}{' '}
          <a href={path(openingAddress(municipality.slug, poll.key))}>{text('collection.campaigns.open')}</a>
        </p>
      ) : null}
      {progress ? <p role="status">{text('collection.polls.progress', progress)}</p> : null}
      {mine.map(({ institutionId, name, choice }) => (
        <section key={institutionId} aria-labelledby={`of-${institutionId}`}>
          <h2 id={`of-${institutionId}`}>{local(name)}</h2>
          <p role="status">
            {choice
              ? text('collection.polls.ownOf', {
                  choice: local(poll.choices.find(({ key }) => key === choice)?.name ?? { lv: '', en: '' }),
                })
              : text(isOpen ? 'collection.polls.unfinished' : 'collection.polls.notAnswered')}
          </p>
          {isOpen && poll.state === 'open' ? (
            <ActionForm answer={actionData} fields={{}} once={once}>
              <input type="hidden" name="institution" value={institutionId} />
              <ChoiceButtons choices={poll.choices} chosen={choice} />
            </ActionForm>
          ) : null}
        </section>
      ))}
      {actionData && !isOpen ? (
        <ActionForm answer={actionData} fields={{}} once={once}>
          {null}
        </ActionForm>
      ) : null}
      {mayChange ? (
        <p>
          <a href={`${home}/${poll.key}/labot`}>{text('collection.polls.change')}</a>
        </p>
      ) : mayEdit && isOpen ? (
        <p className="hint">{text('collection.polls.frozen')}</p>
      ) : null}
      {named ? (
        <NamedAnswers
          asked={named.map((one) => ({ ...one, name: local(one.name) }))}
          choices={poll.choices}
        />
      ) : null}
    </Page>
  )
}
