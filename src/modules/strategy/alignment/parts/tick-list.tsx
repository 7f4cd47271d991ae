import type { ReactNode } from 'react'
import { tickName } from '../ticks.ts'

type Tick = {
  key: string
  label: ReactNode
  /** What is said below it. */
  note?: ReactNode
  isTicked: boolean
}
type Props = {
  legend: string
  ticks: readonly Tick[]
  /** What was ticked in a form that has come back. */
  entered?: readonly string[] | undefined
}

/** Things of which any number can be ticked. */
export function TickList({ legend, ticks, entered }: Props) {
  const back = entered && new Set(entered)
  return (
    <fieldset>
      <legend>{legend}</legend>
      {ticks.map(({ key, label, note, isTicked }) => (
        <div key={key} className="pick">
          <label className="choice">
            <input
              type="checkbox"
              name={tickName(key)}
              value="yes"
              defaultChecked={back ? back.has(key) : isTicked}
            />
            <span>{label}</span>
          </label>
          {note ? <p className="hint">{note}</p> : null}
        </div>
      ))}
    </fieldset>
  )
}
