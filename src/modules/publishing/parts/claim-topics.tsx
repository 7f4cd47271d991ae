import type { Claim } from '#modules/strategy'
import { type Speech, useSpeech } from '#platform/i18n.tsx'
import { type ClaimTopic, topicsOf } from '../claims.ts'
import { addressOf } from '../findings.ts'
import type { SubjectNames } from '../subject-names.ts'

type Props = {
  claim: Claim
  /** Indicator codes by the keys of their series. */
  indicators: ReadonlyMap<string, string>
  names: SubjectNames
  slug: string
}

/** Links to the figures, actions and dates that a claim speaks about. */
export function ClaimTopics({ claim, indicators, names, slug }: Props) {
  const speech = useSpeech()
  const topics = topicsOf(claim, indicators)
  if (topics.length === 0) return <span className="quiet">{speech.text('publishing.claims.noData')}</span>
  return (
    <ul className="plain">
      {topics.map((topic) => {
        const address = topic.kind === 'subject' ? addressOf(topic.subject) : topic.address
        return (
          <li key={address}>
            <a href={speech.path(`/${slug}${address}`)}>{topicName(topic, names, speech)}</a>
          </li>
        )
      })}
    </ul>
  )
}

function topicName(topic: ClaimTopic, names: SubjectNames, speech: Speech): string {
  if (topic.kind === 'subject') return names(topic.subject, speech)
  const { kind, goal } = topic
  return goal === null
    ? speech.text(`publishing.claims.topic.${kind}`)
    : speech.text(`publishing.claims.topic.${kind}OfGoal`, { goal })
}
