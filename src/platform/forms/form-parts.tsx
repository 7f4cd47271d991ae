import { createContext, type ReactNode, use } from 'react'
import { useSpeech } from '../i18n.tsx'
import { type Complaint, type Complaints, type Field, type FormAnswer, sayField } from './form.ts'

type Filled = {
  entered: Readonly<Record<string, string>>
  complaints: Complaints
  saved: Readonly<Record<string, string>>
  /** Whether it was sent before and has come back. */
  comesBack: boolean
}
/** What was typed into a form, what is wrong with it, and what somebody else has saved. */
export const FilledContext = createContext<Filled>({
  entered: {},
  complaints: {},
  saved: {},
  comesBack: false,
})

type Props = {
  answer: FormAnswer | undefined
  fields: Readonly<Record<string, Field>>
  /** Names this filling-in, so that sending it twice does it once. */
  once: string
  /** What the form was drawn from, when it changes something that others may change too. */
  version?: number
  /** Whether files are handed in with it. */
  hasFiles?: boolean
  /** What stands in the fields at first. */
  values?: Readonly<Record<string, string>>
  children: ReactNode
}

/**
 * A form that posts to its own page. What the browser itself would complain about, one thing at a time and
 * in a language of its own, is left to the answer, which names everything at once.
 */
export function ActionForm({ answer, fields, once, version, hasFiles, values = {}, children }: Props) {
  const { entered = values, complaints = {}, meanwhile } = answer ?? {}
  const drawnFrom = meanwhile?.version ?? entered._version ?? version
  return (
    <form method="post" className="entry" noValidate encType={hasFiles ? 'multipart/form-data' : undefined}>
      <Complained complaints={complaints} fields={fields} />
      {meanwhile ? <ChangedMeanwhile /> : null}
      <input type="hidden" name="_once" value={entered._once ?? once} />
      {drawnFrom === undefined ? null : <input type="hidden" name="_version" value={drawnFrom} />}
      <FilledContext
        value={{ entered, complaints, saved: meanwhile?.saved ?? {}, comesBack: answer !== undefined }}
      >
        {children}
      </FilledContext>
    </form>
  )
}

/** Everything that is wrong, each with a way to its field; the reader is led here first. */
export function Complained({ complaints, fields }: { complaints: Complaints; fields: Props['fields'] }) {
  const { text } = useSpeech()
  const ofForm = complaints[''] ?? []
  const ofFields = Object.values(fields).flatMap((field) =>
    (complaints[field.name] ?? []).map((complaint) => ({ field, complaint })),
  )
  if (ofForm.length + ofFields.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
    <div className="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{text('platform.form.problems')}</h2>
      <ul>
        {ofForm.map((complaint) => (
          <li key={complaint.reason}>{text(complaint.reason, complaint.values)}</li>
        ))}
        {ofFields.map(({ field, complaint }) => (
          <li key={field.name}>
            <a href={`#${idOf(field)}`}>
              {[endSentence(sayField(field, text)), text(complaint.reason, complaint.values)].join(' ')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A label ends as a sentence does. */
const endSentence = (label: string) => (/[.?!]$/.test(label) ? label : `${label}.`)

function ChangedMeanwhile() {
  const { text } = useSpeech()
  return (
    // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
    <div className="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{text('platform.form.meanwhile')}</h2>
      <p>{text('platform.form.meanwhile.help')}</p>
    </div>
  )
}

/** Apart from all other places of a page. */
const idOf = ({ name }: Field) => `field-${name}`

/** What a field needs to know about what was typed into it. */
export function useField(field: Field) {
  const { name, hint, isRequired } = field
  const id = idOf(field)
  const { entered, complaints, saved, comesBack } = use(FilledContext)
  const complaint: Complaint | undefined = complaints[name]?.[0]
  const savedByOther = saved[name] === entered[name] ? undefined : saved[name]
  const describedBy = [
    hint ? `${id}-hint` : '',
    complaint ? `${id}-problem` : '',
    savedByOther === undefined ? '' : `${id}-saved`,
  ]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    value: entered[name] ?? '',
    complaint,
    savedByOther,
    comesBack,
    attributes: {
      name,
      required: isRequired,
      'aria-invalid': complaint ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}
