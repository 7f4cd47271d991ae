import { type Speech, useSpeech } from '#platform/i18n.tsx'
import type { ClaimTopic } from '../claims.ts'

/** Links to the figures, actions and dates that a claim speaks about. */
export function ClaimTopics({ topics, slug }: { topics: readonly ClaimTopic[]; slug: string }) {
  const speech = useSpeech()
  if (topics.length === 0) return <span className="quiet">{speech.text('strategy.claims.noData')}</span>
  return (
    <ul className="plain">
      {topics.map((topic) => (
        <li key={topic.address}>
          <a href={speech.path(`/${slug}${topic.address}`)}>{topicName(topic, speech)}</a>
        </li>
      ))}
    </ul>
  )
}

function topicName(topic: ClaimTopic, { text, local }: Speech): string {
  if (topic.kind === 'subject') return local(topic.name)
  const { kind, goal } = topic
  return goal === null
    ? text(`strategy.claims.topic.${kind}`)
    : text(`strategy.claims.topic.${kind}OfGoal`, { goal })
}
