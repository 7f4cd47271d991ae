import { LineField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { type Option, PickField } from '#platform/forms/pick-field.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { Role } from '#platform/rights/roles.ts'
import { sayRole } from '#platform/rights/say-grant.ts'
import { GrantForm } from '../grant-form.ts'
import type { ScopeOptions } from '../scope-options.server.ts'

const fields = fieldsOf(GrantForm)

type Props = {
  role: Role
  answer: FormAnswer | undefined
  once: string
  today: string
  /** What a person was looked for by. */
  typed: string
  asksPerson: boolean
  accounts: readonly Option[]
  scopes: ScopeOptions
}

/** To whom, over what and for how long the role is given. */
export function GrantEntryForm({ role, answer, once, today, typed, asksPerson, accounts, scopes }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const { isWhole, institutions, groups, persons } = scopes
  const whole = isWhole ? [{ value: isWhole, label: text(`platform.grant.over.${isWhole}`) }] : []
  return (
    <>
      <p>
        <strong>{sayRole(speech, role)}</strong>. {text(`platform.role.${role}.about`)}
      </p>
      {asksPerson ? (
        <form method="get" className="filters">
          <input type="hidden" name="loma" value={role} />
          <label>
            {text('access.scope.person')}
            <input name="cilveks" type="search" minLength={2} defaultValue={typed} />
          </label>
          <button type="submit">{text('access.grants.find.button')}</button>
        </form>
      ) : null}
      <ActionForm
        answer={answer}
        fields={fields}
        once={once}
        values={{ from: today, ...(isWhole ? { scope: isWhole } : {}) }}
      >
        <PickField of={fields.account} options={accounts} />
        <PickField
          of={fields.scope}
          options={whole}
          groups={[
            { label: text('access.scope.institutions'), options: institutions },
            { label: text('access.scope.groups'), options: groups },
            { label: text('access.scope.persons'), options: persons },
          ]}
        />
        <LineField of={fields.from} type="date" />
        <LineField of={fields.until} type="date" />
        <LineField of={fields.why} />
        <button type="submit">{text('access.give.next')}</button>
      </ActionForm>
    </>
  )
}
