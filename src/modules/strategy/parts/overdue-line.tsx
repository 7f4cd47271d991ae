import { useSpeech } from '#platform/i18n.tsx'
import type { Action } from '../model.ts'

type Props = {
  /** Those that are part of the plan. */
  actions: readonly Action[]
  overdue: number
  /** Where those that are overdue are listed. */
  address: string
  /** Whether the page is read as of an earlier day. */
  isOfDay: boolean
}

/** How many actions should have been done by now, of those whose last day is known; nothing where none is. */
export function OverdueLine({ actions, overdue, address, isOfDay }: Props) {
  const { text, path } = useSpeech()
  const dated = actions.filter(({ dueOn }) => dueOn !== null).length
  if (dated === 0) return null
  return (
    <p>
      {overdue > 0 ? (
        <a href={path(address)}>
          {text(isOfDay ? 'strategy.actions.wereOverdue' : 'strategy.actions.overdue', {
            count: overdue,
            dated,
          })}
        </a>
      ) : (
        text('strategy.actions.noneOverdue', { count: dated })
      )}{' '}
      {dated < actions.length ? text('strategy.actions.undated', { count: actions.length - dated }) : null}
    </p>
  )
}
