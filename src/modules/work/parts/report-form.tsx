import { ChoiceField, LineField, LongField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { Island } from '#platform/islands/island.tsx'
import { type Place, REPORT_KINDS, ReportEntry } from '../report.ts'

const fields = fieldsOf(ReportEntry)
const KINDS = REPORT_KINDS.map((value) => ({ value, label: `work.report.kind.${value}` as const }))

type Props = {
  answer: FormAnswer | undefined
  once: string
  /** The page that the reader came from, when there is one. */
  place: Place | undefined
  takesContact: boolean
}

export function ReportForm({ answer, once, place, takesContact }: Props) {
  const { text, path, language } = useSpeech()
  const isAboutFigure = place?.address.includes('#fig')
  return (
    <ActionForm answer={answer} fields={fields} once={once} values={isAboutFigure ? { kind: 'figure' } : {}}>
      {place ? (
        <p>
          {text('work.report.about')} <a href={path(place.address)}>{place.title}</a>
          <input type="hidden" name="address" value={place.address} />
        </p>
      ) : null}
      <ChoiceField of={fields.kind} options={KINDS} />
      {place ? null : <LineField of={fields.address} />}
      <Island name="typed-text" told={{ language, left: text('work.report.left', { number: '{{number}}' }) }}>
        <LongField of={fields.content} />
      </Island>
      {takesContact ? (
        <LineField of={fields.contact} autoComplete="email" />
      ) : (
        <p className="hint">{text('work.report.contact.notHere')}</p>
      )}
      <button type="submit">{text('work.report.send')}</button>
    </ActionForm>
  )
}
