import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { BarLegend, StackedBar } from '#platform/ui/stacked-bar.tsx'
import {
  actionsOf,
  countByStatus,
  currentStatus,
  type Goal,
  IMPLEMENTATION_STATUSES,
  isStanding,
} from '../model.ts'
import { sayParts, statusParts } from '../plots/status-parts.ts'
import { actionAddress } from '../subjects.ts'
import { OverdueMark } from './overdue-mark.tsx'

type Props = { goal: Goal; home: string; asOf: string | undefined; today: string }

/** What is done for a goal, by how far it has come; each status leads to its actions in the plan. */
export function GoalActions({ goal, home, asOf, today }: Props) {
  const { text, local, path } = useSpeech()
  const actions = actionsOf({ goals: [goal] }).filter(isStanding)
  const plan = path(`${home}/ricibas-plans`)
  const listOf = (status?: string) =>
    addressAsOf(`${plan}?goal=${goal.code}${status ? `&status=${status}` : ''}#darbibas`, asOf)
  const parts = statusParts(countByStatus(actions), text)
    .filter(({ count }) => count > 0)
    .map((part) => ({ ...part, address: listOf(part.key) }))
  const statuses = [...IMPLEMENTATION_STATUSES, undefined]
  return (
    <section>
      <h2>{text('strategy.goal.actions')}</h2>
      {actions.length === 0 ? (
        <p>{text('strategy.goals.noActions')}</p>
      ) : (
        <>
          <p>
            <a href={listOf()}>{text('strategy.goal.actions.all', { count: actions.length })}</a>
          </p>
          <figure className="counted">
            <StackedBar parts={parts} label={sayParts(parts)} />
            <BarLegend parts={parts} />
          </figure>
          {statuses.map((status) => {
            const some = actions.filter((action) => currentStatus(action) === status)
            if (some.length === 0) return null
            return (
              <details key={status ?? 'unreported'} className="fold">
                <summary>
                  {text(`strategy.status.${status ?? 'unreported'}.many`)} ({some.length})
                </summary>
                <ul className="list">
                  {some.map((action) => (
                    <li key={action.code}>
                      <span className="nr">{action.code}</span>{' '}
                      <a href={addressAsOf(path(`${home}${actionAddress(action.code)}`), asOf)}>
                        {local(action.title)}
                      </a>{' '}
                      <OverdueMark action={action} today={today} isDayShown />
                    </li>
                  ))}
                </ul>
              </details>
            )
          })}
        </>
      )}
    </section>
  )
}
