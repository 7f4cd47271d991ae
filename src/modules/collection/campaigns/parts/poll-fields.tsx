import { LineField, LongField } from '#platform/forms/field-parts.tsx'
import type { Field } from '#platform/forms/form.ts'
import type { PollEntry } from '../poll-entry.ts'

/** What a poll asks and until when. */
export function PollFields({ fields }: { fields: { [Name in keyof typeof PollEntry.shape]: Field } }) {
  return (
    <>
      <LineField of={fields.title_lv} />
      <LongField of={fields.question_lv} rows={3} />
      <LongField of={fields.choices} rows={4} />
      <LineField of={fields.closes_at} type="datetime-local" />
      <LineField of={fields.title_en} />
      <LongField of={fields.question_en} rows={3} />
    </>
  )
}
