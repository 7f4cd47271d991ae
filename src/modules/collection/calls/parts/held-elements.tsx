import { use } from 'react'
import { FilledContext } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { CallElement, CallForm } from '../../model.ts'
import type { Held } from '../read-held.server.ts'
import { reuseValue } from '../reuse.ts'

type Props = { form: CallForm; held: readonly Held[]; asked: number }

/** Element by element where its answers are held already, and whether they are to be asked again. */
export function HeldElements({ form, held, asked }: Props) {
  const { text } = useSpeech()
  const byElement = new Map(held.map((one) => [one.elementId, one]))
  const known = form.elements.filter(({ elementId }) => isKnown(byElement.get(elementId)))
  return (
    <section>
      <h2>{text('collection.held.title')}</h2>
      {known.length === 0 ? (
        <p>{text('collection.held.nothing')}</p>
      ) : (
        <p>{text('collection.held.some', { count: known.length, whole: form.elements.length })}</p>
      )}
      {known.map((element) => {
        const one = byElement.get(element.elementId)
        return one ? <OneElement key={element.key} element={element} held={one} asked={asked} /> : null
      })}
    </section>
  )
}

const isKnown = (held: Held | undefined) =>
  held !== undefined && (held.calls.length > 0 || held.register !== null || held.figures > 0)

function OneElement({ element, held, asked }: { element: CallElement; held: Held; asked: number }) {
  const { text, local, date } = useSpeech()
  const { entered } = use(FilledContext)
  const name = `reuse.${element.elementId}`
  const { calls, register, figures } = held
  const chosen = entered[name] ?? reuseValue(element.reuse)
  const options = [
    { value: 'anew', label: text('collection.held.anew') },
    ...calls.map(({ callId, title, institutions }) => ({
      value: `call:${callId}`,
      label: text('collection.held.fromCall', { title: local(title), part: institutions, whole: asked }),
    })),
    ...(register !== null && (register.institutions ?? 0) > 0
      ? [
          {
            value: 'register',
            label: text('collection.held.fromRegister', {
              register: text(`collection.register.${register.register}`),
              part: register.institutions ?? 0,
              whole: asked,
              day: register.day === null ? '' : date(register.day),
            }),
          },
        ]
      : []),
  ]
  return (
    <fieldset className="field">
      <legend>{local(element.name)}</legend>
      {options.length === 1
        ? null
        : options.map(({ value, label }) => (
            <label key={value} className="choice">
              <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
              {label}
            </label>
          ))}
      {register !== null && register.institutions === null ? (
        <p className="hint">{text('collection.held.registerUnseen')}</p>
      ) : null}
      {register?.institutions === 0 ? <p className="hint">{text('collection.held.registerEmpty')}</p> : null}
      {figures > 0 ? (
        <p className="hint">{text('collection.held.figures', { part: figures, whole: asked })}</p>
      ) : null}
    </fieldset>
  )
}
