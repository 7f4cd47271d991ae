import { useSpeech } from '#platform/i18n.tsx'
import type { Lendable } from '#platform/rights/delegate.server.ts'
import { sayGrant } from '#platform/rights/say-grant.ts'
import { type Names, nameOfAccount, nameOfScope } from '../holding.ts'
import { GrantWords } from './grant-words.tsx'
import { HiddenFields } from './hidden-fields.tsx'

type Props = {
  lender: string
  deputy: string
  from: string
  to: string
  grants: readonly Lendable[]
  names: Names
  entered: Readonly<Record<string, string>>
}

/** In words what the deputy comes to see and do, to be confirmed or changed. */
export function ConfirmDeputy({ lender, deputy, from, to, grants, names, entered }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const people = { deputy: nameOfAccount(names, deputy), lender: nameOfAccount(names, lender) }
  return (
    <form method="post" className="entry">
      <h2>{text('access.deputy.confirm', people)}</h2>
      {grants.map((grant) => {
        const validTo = grant.validTo && grant.validTo < to ? grant.validTo : to
        const lent = { ...grant, validFrom: from, validTo }
        const said = sayGrant(speech, lent, (id) => nameOfScope(names, id))
        return <GrantWords key={`${said.role} ${said.where}`} said={said} />
      })}
      <HiddenFields entered={entered} />
      <button type="submit">{text('access.deputy.button')}</button>
      <button type="submit" name="_back" value="yes" className="quiet">
        {text('access.back')}
      </button>
    </form>
  )
}
