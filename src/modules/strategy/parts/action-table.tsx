import { useSpeech } from '#platform/i18n.tsx'
import type { Action, Direction, Goal } from '../model.ts'
import { ActionRow } from './action-row.tsx'

type Props = { goals: readonly Goal[]; actions: readonly Action[]; total: number; slug: string }

/** Actions under their directions, in the order of the plan. */
export function ActionTable({ goals, actions, total, slug }: Props) {
  const { text, local } = useSpeech()
  const actionsOfDirection = Map.groupBy(actions, (action) => action.direction)
  const directions = goals.flatMap((goal) =>
    goal.directions.filter((direction) => actionsOfDirection.has(direction.code)),
  )
  const heading = (direction: Direction) => `${direction.code} ${local(direction.title)}`
  const undated = actions.filter((action) => action.responsible === null && action.dueOn === null).length
  return (
    <table className="cards">
      <caption>
        {text('strategy.actions.caption', { count: total, shown: actions.length })}{' '}
        {undated > 0 ? text('strategy.actions.caption.undated', { count: undated }) : null}
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('strategy.action')}</th>
          <th scope="col">{text('strategy.status')}</th>
          <th scope="col">{text('strategy.comment')}</th>
          <th scope="col">{text('strategy.responsible')}</th>
          <th scope="col">{text('strategy.due')}</th>
        </tr>
      </thead>
      {directions.map((direction) => (
        <tbody key={direction.code}>
          <tr className="group">
            <th colSpan={5} scope="rowgroup">
              {heading(direction)} <span className="quiet">{direction.goal}</span>
            </th>
          </tr>
          {actionsOfDirection.get(direction.code)?.map((action) => (
            <ActionRow key={action.code} action={action} slug={slug} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
