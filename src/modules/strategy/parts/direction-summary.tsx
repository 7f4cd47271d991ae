import { useSpeech } from '#platform/i18n.tsx'
import { type Direction, isStanding } from '../model.ts'

/** What a direction is called, and how many of its actions are part of the plan. */
export function DirectionSummary({ direction }: { direction: Direction }) {
  const { text, local } = useSpeech()
  const { code, title, actions } = direction
  return (
    <summary>
      {code} {local(title)}{' '}
      <span className="quiet">
        {text('strategy.goals.ofActions', { count: actions.filter(isStanding).length })}
      </span>
    </summary>
  )
}
