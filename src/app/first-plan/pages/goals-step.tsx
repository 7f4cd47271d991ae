import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { LongField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { draftInRequest } from '../draft-context.server.ts'
import { STEP_ADDRESS } from '../draft-rows.ts'
import { fillGoals, goalsIn } from '../fill-plan.ts'
import { StepPage } from '../parts/step-page.tsx'
import { saveStep } from '../save-step.server.ts'
import type { Route } from './+types/goals-step'

export const handle = { reads: ['platform.draft.edit'], action: 'draft.goals' }

const GoalsEntry = z.object({
  goals: typedText({ minimum: 3, maximum: 4000, hasLines: true }).meta({
    label: 'app.firstPlan.goals.lines',
    hint: 'app.firstPlan.goals.lines.hint',
  } satisfies FieldMeta),
})
const fields = fieldsOf(GoalsEntry)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality, draft } = await draftInRequest(context, request)
  const goals = goalsIn(draft.files)
  return { municipality, version: draft.version, values: { goals }, once: uuidv7() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const asked = { request, in: await draftInRequest(context, request) }
  const form = await readForm(request, GoalsEntry)
  if (!form.ok) return form.answer()
  const files = fillGoals(asked.in.draft.files, form.value.goals)
  return saveStep(asked, form, files, {
    next: STEP_ADDRESS.indicators,
    shown: (theirs) => ({ goals: goalsIn(theirs) }),
  })
}

/** The third step: what is to be achieved, a line a goal. */
export default function GoalsStep({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, version, values, once } = loaderData
  const { text, local } = useSpeech()
  return (
    <StepPage
      step="goals"
      slug={municipality.slug}
      place={local(municipality.name)}
      hasProblems={Boolean(actionData)}
    >
      <ActionForm answer={actionData} fields={fields} once={once} version={version} values={values}>
        <LongField of={fields.goals} />
        <button type="submit">{text('app.firstPlan.save')}</button>
      </ActionForm>
    </StepPage>
  )
}
