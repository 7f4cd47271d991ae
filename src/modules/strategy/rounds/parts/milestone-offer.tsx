import { LineField } from '#platform/forms/field-parts.tsx'
import type { FormAnswer } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { milestoneFields as fields } from '../milestone-entry.ts'

type Props = {
  offered: { title: string; dueOn: string | null }
  answer: FormAnswer | undefined
  once: string
}

/** What an accepted report names as the next step, to become a milestone of the action if the editor wants so. */
export function MilestoneOffer({ offered, answer, once }: Props) {
  const { text } = useSpeech()
  const values = { title_lv: offered.title, title_en: '', due_on: offered.dueOn ?? '' }
  return (
    <section aria-labelledby="solis">
      <h2 id="solis">{text('strategy.round.milestone.title')}</h2>
      <p>{text('strategy.round.milestone.lede')}</p>
      <ActionForm answer={answer} fields={fields} once={once} values={values}>
        <input type="hidden" name="act" value="milestone" />
        <LineField of={fields.title_lv} />
        <LineField of={fields.title_en} />
        <LineField of={fields.due_on} type="date" />
        <button type="submit">{text('strategy.round.milestone.button')}</button>
      </ActionForm>
    </section>
  )
}
