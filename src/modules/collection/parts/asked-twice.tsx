import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import type { AskedTwice } from '../burden/burden-store.server.ts'

/** How many are shown before the others are folded. */
const SHOWN = 10

type Props = { askedTwice: readonly AskedTwice[]; calls: readonly { id: string; title: LocalText }[] }

/** What more than one call of the year asks, with the calls. */
export function AskedTwiceList({ askedTwice, calls }: Props) {
  const { text, local, say } = useSpeech()
  const titleOf = new Map(calls.map(({ id, title }) => [id, local(title)]))
  const list = (some: readonly AskedTwice[]) => (
    <ul className="list">
      {some.map(({ key, name, callIds }) => (
        <li key={key}>
          {local(name)} <small>{say.list(callIds.flatMap((id) => titleOf.get(id) ?? []))}</small>
        </li>
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="asked-twice">
      <h2 id="asked-twice">{text('collection.burden.twice')}</h2>
      <p>
        {askedTwice.length === 0
          ? text('collection.burden.twice.none')
          : text('collection.burden.twice.lede', { count: askedTwice.length })}
      </p>
      {askedTwice.length > 0 ? list(askedTwice.slice(0, SHOWN)) : null}
      {askedTwice.length > SHOWN ? (
        <details>
          <summary>{text('collection.burden.twice.more', { count: askedTwice.length - SHOWN })}</summary>
          {list(askedTwice.slice(SHOWN))}
        </details>
      ) : null}
    </section>
  )
}
