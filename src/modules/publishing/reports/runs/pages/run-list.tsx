import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { readInRequest } from '#platform/context.server.ts'
import { ChoiceField, LineField } from '#platform/forms/field-parts.tsx'
import { type Complaint, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField } from '#platform/forms/pick-field.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { reportsHome, runAddress } from '../../addresses.ts'
import { readBeginPlace } from '../../begin-place.server.ts'
import { complaintsOfPlace } from '../../check-place.ts'
import { RunEntry, RunShape } from '../../entries.ts'
import { RUN_KINDS } from '../../model.ts'
import { TickList } from '../parts/tick-list.tsx'
import { startRun } from '../run.service.server.ts'
import { findRuns } from '../run-store.server.ts'
import { tickName } from '../tick-name.ts'
import type { Route } from './+types/run-list'

export const handle = {
  action: 'publishing.run.start',
  reads: ['publishing.report.edit'],
  changes: ['publishing.report.edit'],
}
const fields = fieldsOf(RunShape)
const KINDS = RUN_KINDS.map((value) => ({ value, label: `publishing.kind.${value}` as const }))

export async function loader(args: Route.LoaderArgs) {
  const { municipality, choices } = await readBeginPlace(args)
  const runs = await readInRequest(args.context, (tx) => findRuns(tx, municipality.id))
  return { municipality, choices, runs, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, db, choices } = await readBeginPlace(args)
  const form = await readForm(args.request, RunEntry)
  if (!form.ok) return form.answer()
  const { kind, strategy, as_of, since } = form.value
  const chosen = choices.institutions.filter(({ value }) => form.entered[tickName(value)] === 'yes')
  const complaints: Record<string, Complaint[]> = complaintsOfPlace(form.value, choices)
  if (chosen.length === 0) complaints[''] = [{ reason: 'publishing.runs.nobody' }]
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const run = { id: form.once, kind, strategy, asOf: as_of ?? null, since: since ?? null }
  await startRun(db, user, municipality.id, { ...run, institutionIds: chosen.map(({ id }) => id) })
  const language = languageOf(new URL(args.request.url).pathname)
  throw redirect(addressIn(language, runAddress(municipality.slug, form.once)), 303)
}

/** Asks for a report of each of some institutions, and lists what was asked for before. */
export default function RunList({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, choices, runs, once } = loaderData
  const { text, local, path, instant } = useSpeech()
  const title = text('publishing.runs.title')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(reportsHome(municipality.slug))}>{text('publishing.reports.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('publishing.runs.lede')}</p>
      {runs.length === 0 ? null : (
        <section aria-labelledby="before">
          <h2 id="before">{text('publishing.runs.before')}</h2>
          <ul>
            {runs.map(({ id, kind, askedAt }) => (
              <li key={id}>
                <a href={path(runAddress(municipality.slug, id))}>
                  {text(`publishing.kind.${kind}`)}, {instant(askedAt)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{text('publishing.runs.new')}</h2>
      <ActionForm
        answer={actionData}
        fields={fields}
        once={once}
        values={{
          strategy: choices.strategies[0]?.value ?? '',
          ...Object.fromEntries(choices.institutions.map(({ value }) => [tickName(value), 'yes'])),
        }}
      >
        <ChoiceField of={fields.kind} options={KINDS} />
        <PickField
          of={fields.strategy}
          options={choices.strategies.map(({ value, label }) => ({ value, label: local(label) }))}
        />
        <LineField of={fields.as_of} type="date" />
        <LineField of={fields.since} type="date" />
        <TickList institutions={choices.institutions} />
        <button type="submit">{text('publishing.runs.start')}</button>
      </ActionForm>
    </Page>
  )
}
