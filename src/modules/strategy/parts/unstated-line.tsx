import { useSpeech } from '#platform/i18n.tsx'
import type { Action } from '../model.ts'
import { ACTION_FACTS, statedIn } from '../stated.ts'

/** Says once what the plan says of none of its actions, and what cannot be known therefore. */
export function UnstatedLine({ actions }: { actions: readonly Action[] }) {
  const { text, say } = useSpeech()
  if (actions.length === 0) return null
  const stated = statedIn(actions)
  const missing = ACTION_FACTS.filter((fact) => !stated[fact])
  if (missing.length === 0) return null
  const names = missing.map((fact) => text(`strategy.actions.unstated.${fact}`))
  return (
    <p>
      {text('strategy.actions.unstated', { names: say.list(names) })}{' '}
      {stated.dueOn ? null : text('strategy.actions.unstated.due')}
    </p>
  )
}
