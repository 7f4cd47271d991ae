import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { ChoiceField, LineField, LongField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { draftInRequest } from '../draft-context.server.ts'
import { STEP_ADDRESS } from '../draft-rows.ts'
import { fillPlan, planIn } from '../fill-plan.ts'
import { StepPage } from '../parts/step-page.tsx'
import { saveStep } from '../save-step.server.ts'
import type { Route } from './+types/plan-step'

export const handle = { reads: ['platform.draft.edit'], action: 'draft.plan' }

const year = (label: FieldMeta['label']) =>
  z.coerce
    .number('app.firstPlan.plan.year.wrong')
    .int('app.firstPlan.plan.year.wrong')
    .min(2000, 'app.firstPlan.plan.year.wrong')
    .max(2100, 'app.firstPlan.plan.year.wrong')
    .meta({ label } satisfies FieldMeta)

const PlanEntry = z
  .object({
    title: typedText({ minimum: 5, maximum: 200 }).meta({
      label: 'app.firstPlan.plan.name',
      hint: 'app.firstPlan.plan.name.hint',
    } satisfies FieldMeta),
    titleEn: typedText({ minimum: 5, maximum: 200 })
      .meta({
        label: 'app.firstPlan.plan.nameEn',
        hint: 'app.firstPlan.plan.nameEn.hint',
      } satisfies FieldMeta)
      .optional(),
    from: year('app.firstPlan.plan.from'),
    to: year('app.firstPlan.plan.to'),
    vision: typedText({ minimum: 5, maximum: 2000, hasLines: true })
      .meta({ label: 'app.firstPlan.plan.vision' } satisfies FieldMeta)
      .optional(),
    isAdopted: z.enum(['yes', 'no']).meta({ label: 'app.firstPlan.plan.adopted' } satisfies FieldMeta),
    decidedOn: z.iso
      .date('app.firstPlan.plan.decidedOn.wrong')
      .meta({ label: 'app.firstPlan.plan.decidedOn' } satisfies FieldMeta)
      .optional(),
    decisionNumber: typedText({ minimum: 1, maximum: 60 })
      .meta({ label: 'app.firstPlan.plan.decisionNumber' } satisfies FieldMeta)
      .optional(),
  })
  .refine(({ from, to }) => to >= from, { path: ['to'], message: 'app.firstPlan.plan.to.wrong' })
const fields = fieldsOf(PlanEntry)
const ANSWERS = (['yes', 'no'] as const).map((value) => ({
  value,
  label: `app.firstPlan.plan.adopted.${value}` as const,
}))

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality, draft } = await draftInRequest(context, request)
  return { municipality, version: draft.version, values: planIn(draft.files), once: uuidv7() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const asked = { request, in: await draftInRequest(context, request) }
  const form = await readForm(request, PlanEntry)
  if (!form.ok) return form.answer()
  const files = fillPlan(asked.in.draft.files, asked.in.municipality.slug, form.value)
  return saveStep(asked, form, files, { next: STEP_ADDRESS.institutions, shown: planIn })
}

/** The first step: what the plan is called, and for which years it is. */
export default function PlanStep({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, version, values, once } = loaderData
  const { text, local } = useSpeech()
  return (
    <StepPage
      step="plan"
      slug={municipality.slug}
      place={local(municipality.name)}
      hasProblems={Boolean(actionData)}
    >
      <ActionForm answer={actionData} fields={fields} once={once} version={version} values={values}>
        <LineField of={fields.title} />
        <LineField of={fields.titleEn} />
        <LineField of={fields.from} />
        <LineField of={fields.to} />
        <LongField of={fields.vision} rows={4} />
        <ChoiceField of={fields.isAdopted} options={ANSWERS} />
        <LineField of={fields.decidedOn} type="date" />
        <LineField of={fields.decisionNumber} />
        <button type="submit">{text('app.firstPlan.save')}</button>
      </ActionForm>
    </StepPage>
  )
}
