import { useSpeech } from '#platform/i18n.tsx'
import { sayRole, sayScope } from '#platform/rights/say-grant.ts'
import { type Names, nameOfAccount, nameOfScope } from '../holding.ts'
import { isDecided, type ReviewItem } from '../review.ts'

type Props = {
  items: readonly ReviewItem[]
  names: Names
  /** Items whose holder has not signed in for long. */
  unused: readonly string[]
  today: string
  address: string
}

/** All rights under review, each with what was decided of it. */
export function ReviewList({ items, names, unused, today, address }: Props) {
  const speech = useSpeech()
  const { text, path } = speech
  return (
    <ul>
      {items.map((item) => {
        const { id, grant, decision, reason, decidedBy } = item
        const name = nameOfAccount(names, grant.accountId)
        const what = `${sayRole(speech, grant.role)}, ${sayScope(speech, grant.scope, (scope) => nameOfScope(names, scope))}`
        return (
          <li key={id}>
            {isDecided(item, today) ? name : <a href={path(`${address}?tiesibas=${id}`)}>{name}</a>}: {what}.{' '}
            {decision ? (
              <>
                {text(`access.review.decided.${decision}`, { name: nameOfAccount(names, decidedBy ?? '') })}{' '}
                {reason}
              </>
            ) : null}
            {decision === null && unused.includes(id) ? text('access.review.unused') : null}
          </li>
        )
      })}
    </ul>
  )
}
