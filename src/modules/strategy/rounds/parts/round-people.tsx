import { useSpeech } from '#platform/i18n.tsx'
import type { PersonAsked } from '../read-people-asked.server.ts'
import { Press } from './press.tsx'

type Props = {
  people: readonly PersonAsked[]
  /** Names one pressing of a button; null where nothing can be done. */
  once: string | null
}

/** Whom a round asks: how much of theirs is answered, which links they have, and what can be done for each. */
export function RoundPeople({ people, once }: Props) {
  const { text } = useSpeech()
  return (
    <ul className="list">
      {people.map(({ accountId, name, asked, answered, links, isWaited, isAway }) => (
        <li key={accountId}>
          <details>
            <summary>
              <span className="name">{name}</span>{' '}
              <small>
                {text('strategy.round.person.answered', { answered, count: asked })}
                {isAway ? ` · ${text('strategy.round.person.away')}` : ''}
              </small>
            </summary>
            <p>{text('strategy.round.person.links', { count: links })}</p>
            {once === null ? null : (
              <>
                {isWaited ? (
                  <Press once={once} act="remind" values={{ account: accountId }}>
                    {text('strategy.round.person.remind')}
                  </Press>
                ) : null}
                <Press once={once} act="link" values={{ account: accountId }}>
                  {text('strategy.round.person.give')}
                </Press>
                {links > 0 ? (
                  <>
                    <Press once={once} act="renew" values={{ account: accountId }}>
                      {text('strategy.round.person.renew')}
                    </Press>
                    <Press once={once} act="revoke" values={{ account: accountId }}>
                      {text('strategy.round.person.revoke')}
                    </Press>
                  </>
                ) : null}
              </>
            )}
          </details>
        </li>
      ))}
    </ul>
  )
}
