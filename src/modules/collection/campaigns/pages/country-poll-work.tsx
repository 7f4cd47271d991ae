import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { changeCountryPoll, countCountryAnswers } from '../country-poll.service.server.ts'
import { findCountryAnswers, findCountryPoll } from '../country-poll-store.server.ts'
import { NamedAnswers } from '../parts/named-answers.tsx'
import { PollFields } from '../parts/poll-fields.tsx'
import { PollOutcome } from '../parts/poll-outcome.tsx'
import { isOpenAt } from '../poll.ts'
import { asTypedPoll, PollEntry, readPollEntry } from '../poll-entry.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/country-poll-work'

export const handle = {
  action: 'collection.poll.change',
  reads: ['collection.template.edit', 'collection.totals.read'],
  changes: ['collection.template.edit'],
}
const fields = fieldsOf(PollEntry)

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const mayEdit = may(user, 'collection.template.edit', 'country')
  const maySeeNames = may(user, 'collection.totals.read', 'country')
  if (!mayEdit && !maySeeNames) refuse(403, 'platform.refused.grant')
  const now = new Date()
  const read = await readInRequest(context, async (tx) => {
    const poll = (await findCountryPoll(tx, params.key)) ?? refuse(404, 'collection.polls.noSuch')
    const isOpen = isOpenAt(poll.closesAt, now)
    const result = (await findResults(tx, COUNTRY, [poll])).get(poll.id) ?? null
    const asked = await findMunicipalitiesOn(tx, municipalDay(isOpen ? now : poll.closesAt))
    const answers = maySeeNames && result ? await findCountryAnswers(tx, poll.id) : null
    const byId = new Map(answers?.map((one) => [one.municipalityId, one]))
    const named = answers
      ? asked.map(({ id, slug, name }) => ({
          key: slug,
          name,
          choice: byId.get(id)?.choice ?? null,
          words: byId.get(id)?.words ?? null,
        }))
      : null
    return { poll, isOpen, result, asked: asked.length, named }
  })
  const answered =
    mayEdit && read.isOpen ? await countCountryAnswers(context.get(databaseContext), user, read.poll) : null
  return { ...read, answered, mayChange: mayEdit && read.isOpen && answered === 0, once: uuidv7() }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const form = await readForm(request, PollEntry)
  if (!form.ok) return form.answer()
  const read = readPollEntry(form.value, new Date())
  if (!read.ok) return form.answer(read.complaints)
  const change = { key: params.key, entry: read.entry, version: form.version }
  const changed = await changeCountryPoll(context.get(databaseContext), user, change)
  if (changed && 'problem' in changed) return form.answer({ '': [{ reason: changed.problem }] })
  if (changed)
    return form.answerMeanwhile({ version: changed.meanwhile.version, saved: asTypedPoll(changed.meanwhile) })
  throw redirect(new URL(request.url).pathname, 303)
}

/** One question to municipalities, for those who put it: how many have answered, then what. */
export default function CountryPollWork({ loaderData, actionData }: Route.ComponentProps) {
  const { poll, isOpen, result, asked, answered, named, mayChange, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = local(poll.title)
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <p className="eyebrow">
        <a href={path('/darbs/aptaujas-pasvaldibam')}>{text('collection.polls.country.title')}</a>
        {' · '}
        <a href={path(`/aptaujas-pasvaldibam/${poll.key}`)}>{text('collection.polls.public')}</a>
      </p>
      <h1>{title}</h1>
      <PollOutcome poll={poll} result={result} isOpen={isOpen} />
      {answered === null ? null : (
        <p role="status">{text('collection.polls.progress', { count: answered, asked })}</p>
      )}
      {named ? (
        <NamedAnswers
          asked={named.map((one) => ({ ...one, name: local(one.name) }))}
          choices={poll.choices}
        />
      ) : null}
      {mayChange || actionData ? (
        <section aria-labelledby="change">
          <h2 id="change">{text('collection.polls.change')}</h2>
          <p className="hint">{text('collection.polls.change.hint')}</p>
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
        </section>
      ) : isOpen && answered ? (
        <p className="hint">{text('collection.polls.frozen')}</p>
      ) : null}
    </Page>
  )
}
