import { useSpeech } from '#platform/i18n.tsx'
import { isOverdue } from '../accountability/overdue.ts'
import type { Action } from '../model.ts'

type Props = {
  action: Pick<Action, 'dueOn' | 'history'>
  /** Day in the municipality, `YYYY-MM-DD`. */
  today: string
  /** Says also when it was due, where the day does not stand beside it. */
  isDayShown?: boolean
}

/** Says of an action that it should have been done by now; nothing of others. */
export function OverdueMark({ action, today, isDayShown = false }: Props) {
  const { text, date } = useSpeech()
  if (!isOverdue(action, today)) return null
  return (
    <span className="chip offTrack">
      <span aria-hidden="true">!</span> {text('strategy.overdue')}
      {isDayShown && action.dueOn ? (
        <> ({text('strategy.overdue.since', { day: date(action.dueOn) })})</>
      ) : null}
    </span>
  )
}
