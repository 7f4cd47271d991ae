import { AS_OF } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { type Sort, writeSort } from '#platform/ui/sort.ts'
import { ACTION_STATES, type ActionFilter } from '../action-filter.ts'
import { ACTION_SORTING, responsibleOf } from '../action-query.ts'
import { actionsOf, type Goal, isStanding } from '../model.ts'
import { statedIn } from '../stated.ts'

type Props = {
  goals: readonly Goal[]
  filter: ActionFilter
  sort: Sort | undefined
  address: string
  asOf: string | undefined
  /** Whether it is open at first sight. */
  isOpen: boolean
}

/** Asks which actions to show; keeps what was chosen. What the plan says of none cannot be asked for. */
export function ActionFilterForm({ goals, filter, sort, address, asOf, isOpen }: Props) {
  const { text, local } = useSpeech()
  const actions = actionsOf({ goals })
  const names = responsibleOf(actions)
  const states = ACTION_STATES.filter((state) => state !== 'ended' || !actions.every(isStanding))
  const all = <option value="">{text('platform.filter.all')}</option>
  return (
    <details className="fold" open={isOpen}>
      <summary>{text('strategy.actions.choose')}</summary>
      <form className="filters" action={address}>
        {asOf ? <input type="hidden" name={AS_OF} value={asOf} /> : null}
        {sort ? <input type="hidden" name={ACTION_SORTING.parameter} value={writeSort(sort)} /> : null}
        <fieldset className="ticks">
          <legend>{text('strategy.status')}</legend>
          {states.map((state) => (
            <label key={state} className="choice">
              <input
                type="checkbox"
                name="status"
                value={state}
                defaultChecked={filter.states?.includes(state) ?? false}
              />
              <span>{text(`strategy.status.${state}`)}</span>
            </label>
          ))}
        </fieldset>
        {statedIn(actions).dueOn ? (
          <fieldset className="ticks">
            <legend>{text('strategy.due')}</legend>
            <label className="choice">
              <input type="checkbox" name="overdue" value="yes" defaultChecked={filter.isOverdue ?? false} />
              <span>{text('strategy.actions.onlyOverdue')}</span>
            </label>
          </fieldset>
        ) : null}
        <label>
          {text('strategy.goal')}
          <select name="goal" defaultValue={filter.goal ?? ''}>
            {all}
            {goals.map((goal) => (
              <option key={goal.code} value={goal.code}>
                {goal.code} {local(goal.title)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text('strategy.direction')}
          <select name="direction" defaultValue={filter.direction ?? ''}>
            {all}
            {goals.map((goal) => (
              <optgroup key={goal.code} label={`${goal.code} ${local(goal.title)}`}>
                {goal.directions.map((direction) => (
                  <option key={direction.code} value={direction.code}>
                    {direction.code} {local(direction.title)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {names.length > 0 ? (
          <label>
            {text('strategy.responsible')}
            <select name="responsible" defaultValue={filter.responsible ?? ''}>
              {all}
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        ) : null}
        <label>
          {text('strategy.filter.text')}
          <input type="search" name="text" defaultValue={filter.text ?? ''} />
        </label>
        <button type="submit">{text('platform.filter')}</button>
      </form>
    </details>
  )
}
