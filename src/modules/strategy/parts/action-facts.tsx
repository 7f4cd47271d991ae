import { useSpeech } from '#platform/i18n.tsx'
import type { Action } from '../model.ts'
import { OrUnknown } from './or-unknown.tsx'

/** What the plan says of an action. */
export function ActionFacts({ action }: { action: Action }) {
  const { text, local, date } = useSpeech()
  const facts = [
    { name: text('strategy.deliverable'), value: action.deliverable && local(action.deliverable) },
    { name: text('strategy.responsible'), value: action.responsible },
    { name: text('strategy.involved'), value: action.involved },
    { name: text('strategy.funding'), value: action.funding },
    { name: text('strategy.start'), value: action.startsOn && date(action.startsOn) },
    { name: text('strategy.due'), value: action.dueOn && date(action.dueOn) },
  ]
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <OrUnknown>{value}</OrUnknown>
          </dd>
        </div>
      ))}
    </dl>
  )
}
