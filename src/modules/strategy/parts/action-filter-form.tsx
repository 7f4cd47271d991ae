import { AS_OF } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { responsibleOf } from '../action-query.ts'
import { type ActionFilter, actionsOf, type Goal, IMPLEMENTATION_STATUSES } from '../model.ts'

type Props = { goals: readonly Goal[]; filter: ActionFilter; address: string; asOf: string | undefined }

/** Asks which actions to show; keeps what was chosen. */
export function ActionFilterForm({ goals, filter, address, asOf }: Props) {
  const { text, local } = useSpeech()
  const names = responsibleOf(actionsOf({ goals }))
  const all = <option value="">{text('platform.filter.all')}</option>
  return (
    <form className="filters" action={address}>
      {asOf ? <input type="hidden" name={AS_OF} value={asOf} /> : null}
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
      <label>
        {text('strategy.status')}
        <select name="status" defaultValue={filter.status ?? ''}>
          {all}
          {[...IMPLEMENTATION_STATUSES, 'unreported' as const, 'ended' as const].map((status) => (
            <option key={status} value={status}>
              {text(`strategy.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text('strategy.responsible')}
        <select name="responsible" defaultValue={filter.responsible ?? ''} disabled={names.length === 0}>
          {names.length === 0 ? <option value="">{text('strategy.responsible.none')}</option> : all}
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        {text('strategy.filter.text')}
        <input type="search" name="text" defaultValue={filter.text ?? ''} />
      </label>
      <button type="submit">{text('platform.filter')}</button>
    </form>
  )
}
