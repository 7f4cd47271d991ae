import { useSpeech } from '#platform/i18n.tsx'
import { isOverdue } from '../accountability/overdue.ts'
import type { Action } from '../model.ts'

type Props = {
  action: Pick<Action, 'dueOn' | 'history' | 'ended'>
  /** Day in the municipality, `YYYY-MM-DD`. */
  today: string
  /** Says also when it was due, where the day does not stand beside it. */
  isDayShown?: boolean
}

/** Says of an action that it should have been done by now; nothing of others. */
export function OverdueMark({ action, today, isDayShown = false }: Props) {
  return isOverdue(action, today) ? <OverdueChip dueOn={isDayShown ? action.dueOn : null} /> : null
}

/** Says of what is known to be overdue that it is. @param dueOn when it was due, where that is to be said */
export function OverdueChip({ dueOn = null }: { dueOn?: string | null }) {
  const { text, date } = useSpeech()
  return (
    <span className="chip offTrack">
      <span aria-hidden="true">!</span> {text('strategy.overdue')}
      {dueOn === null ? null : <> ({text('strategy.overdue.since', { day: date(dueOn) })})</>}
    </span>
  )
}
