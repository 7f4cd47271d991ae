import { LineField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { WhyEntry } from '../entries.ts'

const fields = fieldsOf(WhyEntry)
type Props = { what: 'recover' | 'end'; name: string; answer: FormAnswer | undefined }

/** Asks why somebody's account is recovered or ended, and says what comes of it. */
export function WhyForm({ what, name, answer }: Props) {
  const { text } = useSpeech()
  const title = `${text(`app.accounts.one.${what}`)}: ${name}`
  return (
    <Page title={answer ? text('platform.form.problemsTitle', { title }) : title}>
      <h1>{title}</h1>
      <p>{text(`app.accounts.one.${what}.help`)}</p>
      <ActionForm answer={answer} fields={fields} once="">
        <LineField of={fields.why} autoComplete="off" />
        <button type="submit">{text(`app.accounts.one.${what}`)}</button>
      </ActionForm>
    </Page>
  )
}
