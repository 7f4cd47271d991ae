import { ChoiceField, LineField, SelectField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { OwnIndicator } from '../fill-indicators.ts'
import type { Goal } from './template-choice.tsx'

const fields = fieldsOf(OwnIndicator)
const UNITS = ['count', 'percent', 'EUR', 'point'] as const
const DIRECTIONS = ['up', 'down', 'none'] as const
const ANSWERS = ['yes', 'no'] as const

type Props = { version: number; goals: readonly Goal[]; answer: FormAnswer | undefined }

/** An indicator that the catalogue does not have. */
export function OwnIndicatorForm({ version, goals, answer }: Props) {
  const { text } = useSpeech()
  const isAbout = answer?.entered.do === 'add'
  return (
    <details className="more" open={isAbout}>
      <summary>{text('app.firstPlan.own.add')}</summary>
      <ActionForm answer={isAbout ? answer : undefined} fields={fields} once="" version={version}>
        <LineField of={fields.title} />
        <SelectField
          of={fields.unit}
          options={UNITS.map((value) => ({ value, label: text(`app.firstPlan.unit.${value}`) }))}
        />
        <ChoiceField
          of={fields.direction}
          options={DIRECTIONS.map((value) => ({ value, label: `app.firstPlan.direction.${value}` as const }))}
        />
        <ChoiceField
          of={fields.aboutPersons}
          options={ANSWERS.map((value) => ({ value, label: `app.firstPlan.answer.${value}` as const }))}
        />
        {goals.length > 0 ? (
          <SelectField
            of={fields.goal}
            options={goals.map(({ code, title }) => ({ value: code, label: title }))}
          />
        ) : null}
        <button type="submit" name="do" value="add">
          {text('app.firstPlan.own.save')}
        </button>
      </ActionForm>
    </details>
  )
}
