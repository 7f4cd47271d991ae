import { useSpeech } from '#platform/i18n.tsx'
import type { GoalOfIndicators } from '../goals.ts'
import { type IndicatorFilter, STATUSES } from '../list.ts'
import { FOUND } from '../list-address.ts'
import { REASONS, SURENESS } from '../verdict.ts'

type Props = {
  address: string
  periods: readonly string[]
  chosen: string | null
  goals: readonly GoalOfIndicators[]
  /** Code of the goal asked for. */
  goal: string | undefined
  filter: IndicatorFilter
  isFiltered: boolean
}

/** What to show of the indicators. A plain form, so that the address holds the choice; it leads to what was found. */
export function IndicatorFilters({ address, periods, chosen, goals, goal, filter, isFiltered }: Props) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <form className="filters" action={`${address}#${FOUND}`}>
      <label>
        {text('indicators.filter.period')}
        <select name="period" defaultValue={chosen ?? ''}>
          <option value="">{text('indicators.filter.latest')}</option>
          {periods.toReversed().map((one) => (
            <option key={one} value={one}>
              {speech.say.period(one)}
            </option>
          ))}
        </select>
      </label>
      {goals.length > 0 ? (
        <label>
          {text('indicators.filter.goal')}
          <select name="goal" defaultValue={goal ?? ''}>
            <option value="">{text('platform.filter.all')}</option>
            {goals.map(({ code, title }) => (
              <option key={code} value={code}>
                {code} {speech.local(title)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <fieldset className="choices">
        <legend>{text('indicators.filter.verdict')}</legend>
        <div>
          {STATUSES.map((status) => (
            <label key={status}>
              <input
                type="checkbox"
                name="verdict"
                value={status}
                defaultChecked={filter.statuses?.includes(status) ?? false}
              />
              {text(`indicators.verdict.${status}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {filter.statuses?.includes('notEvaluable') || filter.reason ? (
        <label>
          {text('indicators.filter.reason')}
          <select name="reason" defaultValue={filter.reason ?? ''}>
            <option value="">{text('platform.filter.all')}</option>
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {text(`indicators.reason.${reason}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        {text('indicators.certainty.filter')}
        <select name="certainty" defaultValue={filter.certainty ?? ''}>
          <option value="">{text('platform.filter.all')}</option>
          {SURENESS.map((certainty) => (
            <option key={certainty} value={certainty}>
              {text(`indicators.certainty.${certainty}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text('indicators.filter.text')}
        <input type="search" name="text" defaultValue={filter.text ?? ''} />
      </label>
      <button type="submit">{text('platform.filter')}</button>
      {isFiltered ? (
        <a className="clear" href={chosen === null ? address : `${address}?period=${chosen}`}>
          {text('platform.filter.clear')}
        </a>
      ) : null}
    </form>
  )
}
