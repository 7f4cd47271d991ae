import { use } from 'react'
import { type EditField, OWN } from '#platform/editing/edit.ts'
import { EditFieldPart } from '#platform/editing/edit-field.tsx'
import { FilledContext } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'

/** What becomes of a thing first; the plan's own words and dates behind a summary, open while they are to change. */
export function ProposalFields({ fields }: { fields: readonly EditField[] }) {
  const { text } = useSpeech()
  const { entered, complaints, saved } = use(FilledContext)
  const own = fields.filter(({ name }) => name !== OWN.why)
  const words = own.filter(({ foldedUnder }) => foldedUnder !== undefined)
  const isAmiss = [...words.map(({ name }) => name), 'kind'].some((name) => complaints[name] !== undefined)
  const isOpen = entered.kind === 'change' || isAmiss || Object.keys(saved).length > 0
  return (
    <>
      {own
        .filter(({ foldedUnder }) => foldedUnder === undefined)
        .map((field) => (
          <EditFieldPart key={field.name} of={field} />
        ))}
      {words.length > 0 ? (
        <details open={isOpen}>
          <summary>{text('strategy.versions.words')}</summary>
          <div className="entry">
            {words.map((field) => (
              <EditFieldPart key={field.name} of={field} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}
