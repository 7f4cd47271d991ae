import type { Complaint, FormAnswer } from '#platform/forms/form.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { MISSING_CHOICES } from '../fill-figures.ts'

type Indicator = { code: string; title: LocalText; unit: string; goal: string }
type Props = {
  indicators: readonly Indicator[]
  values: Readonly<Record<string, string>>
  version: number
  answer: FormAnswer | undefined
}

/** A first figure and a target for each indicator, with what is wrong said beside the field and above all of them. */
export function FigureFields({ indicators, values, version, answer }: Props) {
  const { text, local } = useSpeech()
  const shown = answer?.entered ?? values
  const complaints = answer?.complaints ?? {}
  const ofForm = complaints[''] ?? []
  const wrong = indicators.filter(({ code }) => FIELDS.some((field) => complaints[`${field}.${code}`]))
  return (
    <>
      <input type="hidden" name="_version" value={answer?.meanwhile?.version ?? version} />
      {wrong.length + ofForm.length > 0 || answer?.meanwhile ? (
        // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
        <div className="problems" role="alert" tabIndex={-1} autoFocus>
          <h2>{text(answer?.meanwhile ? 'platform.form.meanwhile' : 'platform.form.problems')}</h2>
          <ul>
            {ofForm.map(({ reason, values: said }) => (
              <li key={reason}>{text(reason, said)}</li>
            ))}
            {wrong.map(({ code, title }) => (
              <li key={code}>
                <a href={`#indicator-${code}`}>{local(title)}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {indicators.map(({ code, title, unit, goal }) => (
        <fieldset key={code} id={`indicator-${code}`} className="figures">
          <legend>{local(title)}</legend>
          {goal === '' ? null : <p className="hint">{goal}</p>}
          <div className="row">
            {FIELDS.map((field) => (
              <Cell
                key={field}
                name={`${field}.${code}`}
                label={text(`app.firstPlan.figures.${field}`, { unit: unitName(unit, text) })}
                isMissing={field === 'missing'}
                value={shown[`${field}.${code}`] ?? ''}
                complaint={complaints[`${field}.${code}`]?.[0]}
                saved={answer?.meanwhile?.saved[`${field}.${code}`]}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

const FIELDS = ['period', 'value', 'missing', 'target', 'year'] as const

function unitName(unit: string, text: ReturnType<typeof useSpeech>['text']) {
  if (unit === 'count' || unit === 'percent' || unit === 'EUR' || unit === 'point')
    return text(`app.firstPlan.unit.${unit}`)
  return unit === 'ratio' ? text('app.firstPlan.unit.ratio') : unit
}

type CellProps = {
  name: string
  label: string
  isMissing: boolean
  value: string
  complaint: Complaint | undefined
  saved: string | undefined
}

function Cell({ name, label, isMissing, value, complaint, saved }: CellProps) {
  const { text } = useSpeech()
  const id = `field-${name}`
  const shared = {
    id,
    name,
    defaultValue: value,
    'aria-invalid': complaint ? true : undefined,
    'aria-describedby': complaint ? `${id}-problem` : undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {complaint ? (
        <p id={`${id}-problem`} className="problem">
          {text(complaint.reason, complaint.values)}
        </p>
      ) : null}
      {saved !== undefined && saved !== value ? (
        <p className="saved">{`${text('platform.form.saved')} ${saved}`}</p>
      ) : null}
      {isMissing ? (
        <select {...shared}>
          <option value="" />
          {MISSING_CHOICES.map((kind) => (
            <option key={kind} value={kind}>
              {text(`app.firstPlan.missing.${kind}`)}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} inputMode={name.startsWith('period') ? undefined : 'decimal'} />
      )}
    </div>
  )
}
