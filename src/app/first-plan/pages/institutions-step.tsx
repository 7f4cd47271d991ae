import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { findInstitutionTypes } from '#modules/registry.server'
import { readInRequest } from '#platform/context.server.ts'
import { LineField, SelectField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, FormAnswer, fieldsOf, type Meanwhile } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { draftInRequest } from '../draft-context.server.ts'
import { guideAddress, rowsOf, STEP_ADDRESS } from '../draft-rows.ts'
import { addInstitution, removeInstitution } from '../fill-plan.ts'
import { StepPage } from '../parts/step-page.tsx'
import { saveStep } from '../save-step.server.ts'
import type { Route } from './+types/institutions-step'

export const handle = { reads: ['platform.draft.edit'], action: 'draft.institutions' }

const InstitutionEntry = z.object({
  name: typedText({ minimum: 3, maximum: 200 }).meta({
    label: 'app.firstPlan.institutions.name',
    hint: 'app.firstPlan.institutions.name.hint',
  } satisfies FieldMeta),
  type: typedText({ minimum: 1, maximum: 60 }).meta({
    label: 'app.firstPlan.institutions.type',
  } satisfies FieldMeta),
  registrationNumber: z
    .string()
    .trim()
    .regex(/^\d{10,11}$/, 'app.firstPlan.institutions.registration.wrong')
    .meta({ label: 'app.firstPlan.institutions.registration' } satisfies FieldMeta)
    .optional(),
})
const fields = fieldsOf(InstitutionEntry)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality, draft } = await draftInRequest(context, request)
  const types = await readInRequest(context, findInstitutionTypes)
  return {
    municipality,
    version: draft.version,
    once: uuidv7(),
    types,
    institutions: rowsOf(draft.files, 'institutions').map(({ key = '', name_lv = '', type = '' }) => ({
      key,
      name: name_lv,
      type,
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const asked = { request, in: await draftInRequest(context, request) }
  const { files } = asked.in.draft
  const next = { next: STEP_ADDRESS.institutions, shown: () => ({}) }
  const form = await readForm(request, InstitutionEntry)
  const { remove, _version: seen } = form.entered
  if (remove !== undefined) {
    const version = Number(seen) || 0
    const answerMeanwhile = (meanwhile: Meanwhile) => new FormAnswer(409, {}, {}, meanwhile)
    return saveStep(asked, { version, answerMeanwhile }, removeInstitution(files, remove), next)
  }
  const types = await readInRequest(context, findInstitutionTypes)
  const isKnown = types.some(({ code }) => code === form.entered.type)
  const unknown = { type: [{ reason: 'platform.form.missing' }] } as const
  if (!form.ok || !isKnown) return form.answer(isKnown ? {} : unknown)
  return saveStep(asked, form, addInstitution(files, form.value), next)
}

/** The second step: the institutions, one after another; more of them at once come by a spreadsheet. */
export default function InstitutionsStep({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, version, once, types, institutions } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const nameOf = (code: string) => {
    const type = types.find((one) => one.code === code)
    return type ? local({ lv: type.name_lv, en: type.name_en }) : code
  }
  return (
    <StepPage
      step="institutions"
      slug={slug}
      place={local(municipality.name)}
      hasProblems={Boolean(actionData)}
    >
      {institutions.length > 0 ? (
        <ul className="plain">
          {institutions.map(({ key, name, type }) => (
            <li key={key}>
              <form method="post" className="inline">
                <input type="hidden" name="_version" value={version} />
                {name} <span className="hint">{nameOf(type)}</span>{' '}
                <button type="submit" name="remove" value={key} className="quiet">
                  {text('app.firstPlan.remove', { name })}
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <ActionForm answer={actionData} fields={fields} once={once} version={version}>
        <LineField of={fields.name} />
        <SelectField
          of={fields.type}
          options={types.map(({ code, name_lv, name_en }) => ({
            value: code,
            label: local({ lv: name_lv, en: name_en }),
          }))}
        />
        <LineField of={fields.registrationNumber} />
        <button type="submit">{text('app.firstPlan.institutions.add')}</button>
      </ActionForm>
      <p>
        <a href={path(`${guideAddress(slug)}${STEP_ADDRESS.goals}`)}>{text('app.firstPlan.next')}</a>
      </p>
    </StepPage>
  )
}
