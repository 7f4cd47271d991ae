import { useSpeech } from '#platform/i18n.tsx'
import { isOverdue } from '../accountability/overdue.ts'
import { isStanding } from '../model.ts'
import { ActionTable, type ActionTableProps } from './action-table.tsx'

/** A long plan goal by goal: each goal says what it holds and folds out into its actions. */
export function ActionFolds({ goals, actions, ...shared }: Omit<ActionTableProps, 'total' | 'sort'>) {
  const { text, local } = useSpeech()
  const ofGoal = Map.groupBy(actions, ({ goal }) => goal)
  return goals.map((goal) => {
    const own = ofGoal.get(goal.code) ?? []
    const standing = own.filter(isStanding)
    const overdue = own.filter((action) => isOverdue(action, shared.today)).length
    return (
      <details key={goal.code} className="fold goal">
        <summary>
          <span className="nr">{goal.code}</span> {local(goal.title)}{' '}
          <span className="quiet">
            {text('strategy.goals.ofActions', { count: standing.length })}
            {overdue > 0 ? <> · {text('strategy.actions.overdueOf', { count: overdue })}</> : null}
          </span>
        </summary>
        {own.length > 0 ? (
          <ActionTable {...shared} goals={[goal]} actions={own} total={own.length} sort={undefined} isFixed />
        ) : (
          <p>{text('strategy.goals.noActions')}</p>
        )}
      </details>
    )
  })
}
