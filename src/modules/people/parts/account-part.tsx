import { SelectField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { AccountChoice, NamedAccount } from '../account-choice.server.ts'
import { AccountForm } from '../person-form.ts'
import type { RightOfWork } from '../rights-of-work.ts'

const fields = fieldsOf(AccountForm)

type Props = {
  account: AccountChoice
  answer: FormAnswer | undefined
  once: string
  /** How often what is known of the person has been written. */
  version: number
  follows: readonly RightOfWork[]
}

const labelOf = ({ name, email }: NamedAccount) => (email === '' ? name : `${name} (${email})`)

/** Which account is a person's, what rights follow from their work, and how that is changed. */
export function AccountPart({ account, answer, once, version, follows }: Props) {
  const { text } = useSpeech()
  const { own, free } = account
  // Somebody else may have connected the person meanwhile, so that the other form is drawn.
  const answered = answer?.entered.act?.startsWith('account') ? answer : undefined
  return (
    <section>
      <h2>{text('people.account.title')}</h2>
      <p>
        {own ? text('people.account.is', { account: labelOf(own) }) : text('people.account.none')}{' '}
        {text('people.account.ends')}
      </p>
      <Follows rights={follows} isHeld={own !== null} />
      {own ? (
        <ActionForm answer={answered} fields={{}} once={once} version={version}>
          <p className="hint">{text('people.account.away.hint')}</p>
          <button type="submit" name="act" value="account.away" className="quiet">
            {text('people.act.account.away')}
          </button>
        </ActionForm>
      ) : (
        <ActionForm answer={answered} fields={fields} once={once} version={version}>
          <SelectField
            of={fields.account}
            options={free.map((one) => ({ value: one.id, label: labelOf(one) }))}
          />
          <button type="submit" name="act" value="account">
            {text('people.act.account')}
          </button>
        </ActionForm>
      )}
    </section>
  )
}

function Follows({ rights, isHeld }: { rights: readonly RightOfWork[]; isHeld: boolean }) {
  const { text } = useSpeech()
  if (rights.length === 0) return <p>{text('people.account.noWork')}</p>
  return (
    <>
      <p>{text(isHeld ? 'people.account.follows' : 'people.account.wouldFollow')}</p>
      <ul>
        {rights.map(({ what, where, role }) => (
          <li key={`${what} ${where}`}>
            {text('people.account.right', {
              work: where === '' ? what : `${what}, ${where}`,
              role: text(`platform.role.${role}`),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
