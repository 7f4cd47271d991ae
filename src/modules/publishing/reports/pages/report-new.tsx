import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { ChoiceField, LineField } from '#platform/forms/field-parts.tsx'
import { type Complaint, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField } from '#platform/forms/pick-field.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { reportAddress, reportsHome } from '../addresses.ts'
import { readBeginPlace } from '../begin-place.server.ts'
import { complaintsOfPlace } from '../check-place.ts'
import { REPORT_KINDS } from '../content/kinds.ts'
import { BeginEntry, BeginShape } from '../entries.ts'
import { beginReport } from '../report.service.server.ts'
import type { Route } from './+types/report-new'

export const handle = {
  action: 'publishing.report.begin',
  reads: ['publishing.report.edit'],
  changes: ['publishing.report.edit'],
}

const fields = fieldsOf(BeginShape)
const KINDS = REPORT_KINDS.map((value) => ({ value, label: `publishing.kind.${value}` as const }))

export async function loader(args: Route.LoaderArgs) {
  const { municipality, choices } = await readBeginPlace(args)
  return { municipality, choices, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, db, choices } = await readBeginPlace(args)
  const form = await readForm(args.request, BeginEntry)
  if (!form.ok) return form.answer()
  const { kind, strategy, institution, as_of, since, title } = form.value
  const complaints: Record<string, Complaint[]> = complaintsOfPlace(form.value, choices)
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const key = await beginReport(db, user, municipality.id, {
    kind,
    strategy,
    institutionId: choices.institutions.find(({ value }) => value === institution)?.id ?? null,
    asOf: as_of ?? null,
    since: since ?? null,
    title: title ?? null,
  })
  const language = languageOf(new URL(args.request.url).pathname)
  throw redirect(addressIn(language, reportAddress(municipality.slug, key)), 303)
}

/** Begins a report of one of the kinds: which plan, of which day, since when, of which institution. */
export default function ReportNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, choices, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('publishing.reports.new')
  const said = (some: readonly { value: string; label: Parameters<typeof local>[0] }[]) =>
    some.map(({ value, label }) => ({ value, label: local(label) }))
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(reportsHome(municipality.slug))}>{text('publishing.reports.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('publishing.reports.new.lede')}</p>
      <ActionForm
        answer={actionData}
        fields={fields}
        once={once}
        values={{ strategy: choices.strategies[0]?.value ?? '' }}
      >
        <ChoiceField of={fields.kind} options={KINDS} />
        <PickField of={fields.strategy} options={said(choices.strategies)} />
        <PickField of={fields.institution} options={said(choices.institutions)} />
        <LineField of={fields.as_of} type="date" />
        <LineField of={fields.since} type="date" />
        <LineField of={fields.title} />
        <button type="submit">{text('publishing.reports.begin')}</button>
      </ActionForm>
    </Page>
  )
}
