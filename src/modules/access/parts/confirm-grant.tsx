import { useSpeech } from '#platform/i18n.tsx'
import { sayGrant } from '#platform/rights/say-grant.ts'
import type { Grant } from '#platform/users.ts'
import { type Names, nameOfAccount, nameOfScope } from '../holding.ts'
import { GrantWords } from './grant-words.tsx'
import { HiddenFields } from './hidden-fields.tsx'

type Props = {
  entry: Grant & { accountId: string }
  names: Names
  entered: Readonly<Record<string, string>>
}

/** In words what is about to be given, to be confirmed or changed. */
export function ConfirmGrant({ entry, names, entered }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const said = sayGrant(speech, entry, (id) => nameOfScope(names, id))
  return (
    <form method="post" className="entry">
      <h2>{text('access.give.confirm', { name: nameOfAccount(names, entry.accountId) })}</h2>
      <GrantWords said={said} />
      <HiddenFields entered={entered} />
      <button type="submit">{text('access.give.button')}</button>
      <button type="submit" name="_back" value="yes" className="quiet">
        {text('access.back')}
      </button>
    </form>
  )
}
