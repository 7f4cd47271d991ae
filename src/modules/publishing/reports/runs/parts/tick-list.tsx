import { use } from 'react'
import { FilledContext } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { Choice } from '../../read-choices.server.ts'
import { tickName } from '../tick-name.ts'

/** Institutions, each to be ticked. */
export function TickList({ institutions }: { institutions: readonly Choice[] }) {
  const { text, local } = useSpeech()
  const { entered } = use(FilledContext)
  return (
    <fieldset className="field">
      <legend>{text('publishing.runs.institutions')}</legend>
      {institutions.map(({ value, label }) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            name={tickName(value)}
            value="yes"
            defaultChecked={entered[tickName(value)] === 'yes'}
          />
          {local(label)}
        </label>
      ))}
    </fieldset>
  )
}
