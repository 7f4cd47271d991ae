import { type Speech, useSpeech } from '#platform/i18n.tsx'
import type { ClaimTopic } from '../claims.ts'

type Props = { topics: readonly ClaimTopic[]; home: string; place: string }

/** Links to the figures, actions and dates that a claim speaks about: in the plan, or elsewhere in the municipality. */
export function ClaimTopics({ topics, home, place }: Props) {
  const speech = useSpeech()
  if (topics.length === 0) return <span className="quiet">{speech.text('strategy.claims.noData')}</span>
  return (
    <ul className="plain">
      {topics.map((topic) => (
        <li key={topic.address}>
          <a href={speech.path(`${isOfPlan(topic) ? home : place}${topic.address}`)}>
            {topicName(topic, speech)}
          </a>
        </li>
      ))}
    </ul>
  )
}

const isOfPlan = (topic: ClaimTopic) => topic.kind !== 'subject' || topic.isOfPlan

function topicName(topic: ClaimTopic, { text, local }: Speech): string {
  if (topic.kind === 'subject') return local(topic.name)
  const { kind, goal } = topic
  const counted =
    goal === null
      ? text(`strategy.claims.topic.${kind}`)
      : text(`strategy.claims.topic.${kind}OfGoal`, { goal })
  if (topic.kind !== 'actions' || topic.status === null) return counted
  return `${counted}: ${text(`strategy.status.${topic.status}.many`)}`
}
