import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import type { Option } from '../../model.ts'
import type { PollResult } from '../poll.ts'
import { PollResultPart } from './poll-result.tsx'

type Props = {
  poll: { question: LocalText; choices: readonly Option[]; closesAt: Date }
  result: PollResult | null
  isOpen: boolean
}

/** What is asked, and what was answered once it has closed; before that nobody is told how many chose what. */
export function PollOutcome({ poll, result, isOpen }: Props) {
  const { text, local, instant } = useSpeech()
  const { question, choices, closesAt } = poll
  return (
    <>
      <blockquote>{local(question)}</blockquote>
      {result ? (
        <PollResultPart result={result} caption={text('collection.polls.caption')} />
      ) : (
        <>
          <p>
            {isOpen
              ? text('collection.polls.openUntil', { at: instant(closesAt) })
              : text('collection.polls.beingCounted', { at: instant(closesAt) })}{' '}
            {isOpen ? text('collection.polls.hidden') : null}
          </p>
          <ul>
            {choices.map(({ key, name }) => (
              <li key={key}>{local(name)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
