import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { databaseContext, demandSignedIn, textsContext } from '#platform/context.server.ts'
import { LineField, LongField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { TickField } from '#platform/forms/pick-field.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { COUNTRY_TEMPLATES } from '../../addresses.ts'
import { bothTexts, kindWords } from '../both-texts.ts'
import { saveTemplate } from '../template.service.server.ts'
import { readTemplate, TemplateForm } from '../template-form.ts'
import type { Route } from './+types/country-template-new'

export const handle = {
  action: 'collection.template.publish',
  reads: ['collection.template.edit'],
  changes: ['collection.template.edit'],
}
const fields = fieldsOf(TemplateForm)

export async function loader({ request, context }: Route.LoaderArgs) {
  demand(demandSignedIn(context, request), 'collection.template.edit', 'country')
  return { once: uuidv7() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const form = await readForm(request, TemplateForm)
  if (!form.ok) return form.answer()
  const read = readTemplate(form.value, kindWords(bothTexts(context.get(textsContext))))
  if ('complaints' in read) return form.answer(read.complaints)
  await saveTemplate(context.get(databaseContext), user, { municipalityId: COUNTRY }, read.template)
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), COUNTRY_TEMPLATES), 303)
}

/** A call that every municipality can open as its own. */
export default function CountryTemplateNew({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const title = text('collection.templates.country.new')
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <p className="eyebrow">
        <a href={path(COUNTRY_TEMPLATES)}>{text('collection.templates.country')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('collection.template.published')}</p>
      <ActionForm answer={actionData} fields={fields} once={loaderData.once}>
        <LineField of={fields.titleLv} />
        <LineField of={fields.titleEn} />
        <LongField of={fields.purpose} rows={3} />
        <LongField of={fields.legalBasis} rows={3} />
        <LongField of={fields.use} rows={3} />
        <LineField of={fields.period} />
        <LineField of={fields.opensAt} type="datetime-local" />
        <LineField of={fields.dueAt} type="datetime-local" />
        <LineField of={fields.locksAt} type="datetime-local" />
        <LineField of={fields.minutes} />
        <LongField of={fields.elements} rows={8} />
        <TickField of={fields.isMinimum} />
        <LongField of={fields.reason} rows={3} />
        <TickField of={fields.isAboutPeople} />
        <LongField of={fields.checks} rows={6} />
        <button type="submit">{text('collection.template.publish')}</button>
      </ActionForm>
    </Page>
  )
}
