import { useSpeech } from '#platform/i18n.tsx'
import type { CallForm, DataCall } from '../../model.ts'

type Props = { call: DataCall; names?: Readonly<Record<string, string>> }

/** Why something is asked, by which right, what becomes of it, and by when: each date is the one that everything reads. */
export function CallFacts({ call, names }: Props) {
  const { text, local, instant, say } = useSpeech()
  const facts: [string, string][] = [
    [text('collection.call.purpose'), local(call.purpose)],
    [text('collection.call.legal_basis'), local(call.legalBasis)],
    [text('collection.call.use'), local(call.use)],
    [text('collection.call.period'), say.period(call.period)],
    [text('collection.call.opensAt'), instant(call.opensAt)],
    [text('collection.call.dueAt'), instant(call.dueAt)],
    [text('collection.call.locksAt'), instant(call.locksAt)],
    [
      text('collection.call.minutes'),
      text('collection.call.minutes.value', { count: call.estimatedMinutes }),
    ],
  ]
  const nameOf = (id: string | null) => (id === null ? text('platform.edit.empty') : (names?.[id] ?? id))
  if (names) {
    facts.push([text('collection.call.responsible'), nameOf(call.responsibleId)])
    facts.push([text('collection.call.deputy'), nameOf(call.deputyId)])
  }
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is asked, under the headings of the form, with its explanation and why it is asked. */
export function AskedElements({ form }: { form: CallForm }) {
  const { text, local } = useSpeech()
  if (form.elements.length === 0) return <p>{text('collection.call.noElements')}</p>
  return (
    <ul className="list">
      {form.elements.map((element) => (
        <li key={element.key}>
          <b>{local(element.name)}</b>
          {` (${text(`collection.element.kind.${element.kind}`)}${element.unit ? `, ${element.unit}` : ''}${
            element.isRequired ? `, ${text('collection.call.isRequired')}` : ''
          })`}
          {element.help ? <p>{local(element.help)}</p> : null}
          {element.columns.length > 0 ? (
            <p className="hint">
              {text('collection.call.table', {
                rows: element.rows.map(({ name }) => local(name)).join(', '),
                columns: element.columns.map(({ name }) => local(name)).join(', '),
              })}
            </p>
          ) : null}
          <p className="hint">
            {element.isMinimum
              ? text('collection.element.minimum')
              : element.reason
                ? text('collection.call.outside', { reason: local(element.reason) })
                : text('collection.call.outsideUnsaid')}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What must hold of the answers, in words, and what happens when it does not. */
export function CheckWords({ form }: { form: CallForm }) {
  const { text, local } = useSpeech()
  if (form.checks.length === 0) return <p>{text('collection.call.noChecks')}</p>
  return (
    <ul className="list">
      {form.checks.map((check) => (
        <li key={check.key}>
          {local(check.message)}{' '}
          <span className="hint">
            <code>{check.expression}</code> – {text(`collection.check.${check.severity}.does`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
