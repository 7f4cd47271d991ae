import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { FORM_WITH_FILES_BYTES, readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { addAnalysis } from '../analysis.service.server.ts'
import { AnalysisEntry } from '../analysis.ts'
import { AnalysisFields, analysisFields } from '../analysis-fields.tsx'
import { readAnalysisEntry } from '../read-entry.server.ts'
import type { Route } from './+types/analysis-new'

export const handle = {
  action: 'collection.analysis.add',
  reads: ['collection.analysis.edit'],
  changes: ['collection.analysis.edit'],
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.analysis.edit', { municipalityId: municipality.id })
  return { municipality, once: uuidv7(), today: municipalDay() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  demand(user, 'collection.analysis.edit', { municipalityId })
  const form = await readForm(request, AnalysisEntry, FORM_WITH_FILES_BYTES)
  if (!form.ok) return form.answer()
  const db = context.get(databaseContext)
  const { origin, pathname } = new URL(request.url)
  const read = await readAnalysisEntry(db, user, form.value, { municipalityId, origin, files: [] })
  if ('complaints' in read) return form.answer(read.complaints)
  const id = await addAnalysis(db, user, municipalityId, read.written)
  const address = `${collectionHome(municipality.slug)}/analizes/${id}`
  throw redirect(addressIn(languageOf(pathname), address), 303)
}

/** A new analysis: the question, the day of the data, the steps, the result. */
export default function AnalysisNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, once, today } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.analyses.new')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`${collectionHome(municipality.slug)}/analizes`)}>
          {text('collection.analyses.title')}
        </a>
      </p>
      <h1>{title}</h1>
      <ActionForm
        answer={actionData}
        fields={analysisFields}
        once={once}
        values={{ data_as_of: today }}
        hasFiles
      >
        <AnalysisFields />
        <button type="submit">{text('collection.analyses.save')}</button>
      </ActionForm>
    </Page>
  )
}
