import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import type { PollResult } from '../poll.ts'

type Listed = {
  key: string
  title: LocalText
  closesAt: Date
  isOpen: boolean
  /** Null before it has closed. */
  result: PollResult | null
}

/** Polls with when they close or what they have come to. */
export function PollList({ polls, address }: { polls: readonly Listed[]; address: string }) {
  const { text, local, instant } = useSpeech()
  if (polls.length === 0) return <p>{text('collection.polls.none')}</p>
  return (
    <ul className="list">
      {polls.map(({ key, title, closesAt, isOpen, result }) => (
        <li key={key}>
          <a href={`${address}/${key}`}>{local(title)}</a>
          <small>
            {isOpen
              ? text('collection.polls.openUntil', { at: instant(closesAt) })
              : text('collection.polls.closedAt', { at: instant(closesAt) })}{' '}
            {result
              ? text('collection.polls.answered', {
                  count: result.answered,
                  asked: result.asked,
                  silent: result.silent,
                })
              : null}
          </small>
        </li>
      ))}
    </ul>
  )
}
