import { FieldLabel } from '#platform/forms/field-parts.tsx'
import type { Field } from '#platform/forms/form.ts'
import { useField } from '#platform/forms/form-parts.tsx'

type Props = { of: Field; autoComplete: 'current-password' | 'new-password' }

/** A password. What was typed never comes back. */
export function PasswordField({ of, autoComplete }: Props) {
  const { id, attributes } = useField(of)
  return (
    <div className="field">
      <FieldLabel of={of} />
      <input id={id} type="password" autoComplete={autoComplete} spellCheck={false} {...attributes} />
    </div>
  )
}

/** A code of the second factor, or a backup code. */
export function CodeField({ of }: { of: Field }) {
  const { id, attributes } = useField(of)
  return (
    <div className="field">
      <FieldLabel of={of} />
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        {...attributes}
      />
    </div>
  )
}
