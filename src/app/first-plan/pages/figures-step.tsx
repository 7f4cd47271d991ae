import { z } from 'zod'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { asFigureComplaints, checkDraft } from '../check-draft.server.ts'
import { draftInRequest } from '../draft-context.server.ts'
import { guideAddress, rowsOf, STEP_ADDRESS } from '../draft-rows.ts'
import { figuresIn, fillFigures } from '../fill-figures.ts'
import { FigureFields } from '../parts/figure-fields.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { saveStep } from '../save-step.server.ts'
import type { Route } from './+types/figures-step'

export const handle = { reads: ['platform.draft.edit'], action: 'draft.figures' }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality, draft } = await draftInRequest(context, request)
  const goals = new Map(rowsOf(draft.files, 'goals').map(({ code, title_lv }) => [code, title_lv]))
  return {
    municipality,
    version: draft.version,
    values: figuresIn(draft.files),
    indicators: rowsOf(draft.files, 'indicators').map((row) => ({
      code: row.code ?? '',
      title: { lv: row.title_lv ?? '', en: row.title_en ?? '' },
      unit: row.unit ?? '',
      goal: goals.get(row.goal ?? '') ?? '',
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const asked = { request, in: await draftInRequest(context, request) }
  const { db, draft } = asked.in
  const form = await readForm(request, z.record(z.string(), z.string()))
  if (!form.ok) return form.answer()
  const files = fillFigures(draft.files, form.value)
  const complaints = asFigureComplaints(files, await checkDraft(db, files))
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  return saveStep(asked, form, files, { next: '', shown: figuresIn })
}

/** The fifth step: where the municipality stands, and where it wants to be. */
export default function FiguresStep({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, version, values, indicators } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  return (
    <StepPage step="figures" slug={slug} place={local(municipality.name)} hasProblems={Boolean(actionData)}>
      {indicators.length === 0 ? (
        <p>
          <a href={path(`${guideAddress(slug)}${STEP_ADDRESS.indicators}`)}>
            {text('app.firstPlan.figures.noIndicators')}
          </a>
        </p>
      ) : (
        <form method="post" className="entry wide" noValidate>
          <FigureFields indicators={indicators} values={values} version={version} answer={actionData} />
          <button type="submit">{text('app.firstPlan.save')}</button>
        </form>
      )}
    </StepPage>
  )
}
