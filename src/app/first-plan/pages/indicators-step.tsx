import { z } from 'zod'
import { readIndicatorTemplates, TEMPLATE_THEMES } from '#modules/indicators.server'
import { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { draftInRequest } from '../draft-context.server.ts'
import { rowsOf, STEP_ADDRESS } from '../draft-rows.ts'
import { addOwnIndicator, chooseTemplates, OwnIndicator, removeIndicator } from '../fill-indicators.ts'
import { OwnIndicatorForm } from '../parts/own-indicator-form.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { TemplateChoice } from '../parts/template-choice.tsx'
import { saveStep } from '../save-step.server.ts'
import type { Route } from './+types/indicators-step'

export const handle = { reads: ['platform.draft.edit'], action: 'draft.indicators' }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality, draft } = await draftInRequest(context, request)
  const templates = await readIndicatorTemplates()
  const chosen = rowsOf(draft.files, 'indicators')
  return {
    municipality,
    version: draft.version,
    goals: rowsOf(draft.files, 'goals').map(({ code = '', title_lv = '' }) => ({ code, title: title_lv })),
    themes: TEMPLATE_THEMES.map((theme) => ({
      theme,
      templates: templates
        .filter((one) => one.theme === theme)
        .map((one) => {
          const row = chosen.find(({ template }) => template === one.code)
          const { code, title_lv: lv, title_en: en, definition_lv, definition_en } = one
          return {
            code,
            title: { lv, en },
            definition: { lv: definition_lv, en: definition_en },
            isChosen: row !== undefined,
            goal: row?.goal ?? '',
          }
        }),
    })),
    own: chosen
      .filter(({ template }) => !template)
      .map(({ code = '', title_lv = '', goal = '' }) => ({ code, title: title_lv, goal })),
  }
}

/** Whatever was ticked; which of it is known is looked up. */
const Ticked = z.record(z.string(), z.string())

export async function action({ request, context }: Route.ActionArgs) {
  const asked = { request, in: await draftInRequest(context, request) }
  const { files } = asked.in.draft
  const templates = await readIndicatorTemplates()
  const form = await readForm(request, Ticked)
  if (!form.ok) return form.answer()
  const stay = { next: STEP_ADDRESS.indicators, shown: () => ({}) }
  const { do: what, ...typed } = form.value
  if (what === 'add') {
    const own = OwnIndicator.safeParse(typed)
    if (own.success) return saveStep(asked, form, addOwnIndicator(files, own.data, templates), stay)
    return new FormAnswer(422, form.entered, complaintsOf(own.error.issues))
  }
  if (what?.startsWith('remove.')) {
    return saveStep(asked, form, removeIndicator(files, what.slice('remove.'.length), templates), stay)
  }
  const chosen = chooseTemplates(files, templates, typed)
  if (rowsOf(chosen, 'indicators').length === 0)
    return form.answer({ '': [{ reason: 'app.firstPlan.indicators.none' }] })
  return saveStep(asked, form, chosen, { ...stay, next: STEP_ADDRESS.figures })
}

const complaintsOf = (issues: readonly z.core.$ZodIssue[]) =>
  Object.fromEntries(
    issues.map(({ path }) => [String(path[0]), [{ reason: 'platform.form.missing' as const }]]),
  )

/** The fourth step: what is measured, of the catalogue or of one's own. */
export default function IndicatorsStep({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, version, goals, themes, own } = loaderData
  const { text, local } = useSpeech()
  const problem = actionData?.complaints['']?.[0]
  return (
    <StepPage
      step="indicators"
      slug={municipality.slug}
      place={local(municipality.name)}
      hasProblems={Boolean(actionData)}
    >
      {problem ? (
        <p className="problems" role="alert">
          {text(problem.reason, problem.values)}
        </p>
      ) : null}
      {actionData?.meanwhile ? (
        <p className="problems" role="alert">
          {text('platform.form.meanwhile')}
        </p>
      ) : null}
      <TemplateChoice version={version} themes={themes} goals={goals} own={own} />
      <OwnIndicatorForm version={version} goals={goals} answer={actionData} />
    </StepPage>
  )
}
