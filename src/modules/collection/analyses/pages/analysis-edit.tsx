import { redirect } from 'react-router'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { FORM_WITH_FILES_BYTES, readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { changeAnalysis } from '../analysis.service.server.ts'
import { AnalysisEntry } from '../analysis.ts'
import { AnalysisFields, analysisFields, asTypedAnalysis } from '../analysis-fields.tsx'
import { findAnalysis } from '../analysis-store.server.ts'
import { readAnalysisEntry } from '../read-entry.server.ts'
import type { Route } from './+types/analysis-edit'

export const handle = {
  action: 'collection.analysis.change',
  reads: ['collection.analysis.edit'],
  changes: ['collection.analysis.edit'],
}

type Args = Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>

/** The analysis for its author; anybody else is refused before anything is kept. */
async function readOwn({ request, context, params }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.analysis.edit', { municipalityId: municipality.id })
  if (!isUuid(params.id)) refuse(404, 'collection.analyses.noSuch')
  const analysis = await readInRequest(context, (tx) => findAnalysis(tx, municipality.id, params.id))
  if (!analysis) refuse(404, 'collection.analyses.noSuch')
  if (analysis.author !== user.id) refuse(403, 'collection.analyses.notAuthor')
  return { user, municipality, analysis }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, analysis } = await readOwn(args)
  return { municipality, analysis, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { request, context, params } = args
  const { user, municipality, analysis } = await readOwn(args)
  const form = await readForm(request, AnalysisEntry, FORM_WITH_FILES_BYTES)
  if (!form.ok) return form.answer()
  const db = context.get(databaseContext)
  const { origin, pathname } = new URL(request.url)
  const files = analysis.evidence.filter(({ kind }) => kind === 'file')
  const about = { municipalityId: municipality.id, origin, files }
  const read = await readAnalysisEntry(db, user, form.value, about)
  if ('complaints' in read) return form.answer(read.complaints)
  const asked = { municipalityId: municipality.id, id: params.id, version: form.version }
  const answer = await changeAnalysis(db, user, asked, read.written)
  if (answer)
    return form.answerMeanwhile({
      version: answer.meanwhile.version,
      saved: asTypedAnalysis(answer.meanwhile),
    })
  const address = `${collectionHome(municipality.slug)}/analizes/${params.id}`
  throw redirect(addressIn(languageOf(pathname), address), 303)
}

/** Changes an analysis; one that was reviewed becomes a draft again. */
export default function AnalysisEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, analysis, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.analyses.change')
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(`${collectionHome(municipality.slug)}/analizes/${analysis.id}`)}>{analysis.question}</a>
      </p>
      <h1>{title}</h1>
      {analysis.state === 'reviewed' || analysis.state === 'inReview' ? (
        <p role="note">{text('collection.analyses.becomesDraft')}</p>
      ) : null}
      <ActionForm
        answer={actionData}
        fields={analysisFields}
        once={once}
        version={analysis.version}
        values={asTypedAnalysis(analysis)}
        hasFiles
      >
        <AnalysisFields />
        <button type="submit">{text('collection.analyses.save')}</button>
      </ActionForm>
    </Page>
  )
}
