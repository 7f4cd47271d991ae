import { useSpeech } from '#platform/i18n.tsx'
import type { Action } from '../model.ts'
import { OrUnknown } from './or-unknown.tsx'

type Fact = { name: string; value: string | null; form: 'masculine' | 'plural' }

/** What the plan says of an action. */
export function ActionFacts({ action }: { action: Action }) {
  const { text, local, date } = useSpeech()
  const facts: Fact[] = [
    {
      name: text('strategy.deliverable'),
      value: action.deliverable && local(action.deliverable),
      form: 'masculine',
    },
    { name: text('strategy.responsible'), value: action.responsible, form: 'masculine' },
    { name: text('strategy.involved'), value: action.involved, form: 'plural' },
    { name: text('strategy.funding'), value: action.funding, form: 'masculine' },
    { name: text('strategy.start'), value: action.startsOn && date(action.startsOn), form: 'masculine' },
    { name: text('strategy.due'), value: action.dueOn && date(action.dueOn), form: 'masculine' },
  ]
  return (
    <dl className="facts">
      {facts.map(({ name, value, form }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <OrUnknown form={form}>{value}</OrUnknown>
          </dd>
        </div>
      ))}
    </dl>
  )
}
