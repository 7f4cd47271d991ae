import { useSpeech } from '#platform/i18n.tsx'
import { type IndicatorFilter, STATUSES } from '../list.ts'
import { REASONS, SURENESS } from '../verdict.ts'

type Props = { address: string; periods: readonly string[]; chosen: string | null; filter: IndicatorFilter }

/** What to show of the indicators. A plain form, so that the address holds the choice. */
export function IndicatorFilters({ address, periods, chosen, filter }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const isFiltered = Object.values(filter).some((asked) => asked !== undefined)
  return (
    <form className="filters" action={address}>
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
      <label>
        {text('indicators.filter.verdict')}
        <select name="verdict" defaultValue={filter.status ?? ''}>
          <option value="">{text('platform.filter.all')}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {text(`indicators.verdict.${status}`)}
            </option>
          ))}
        </select>
      </label>
      {filter.status === 'notEvaluable' || filter.reason ? (
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
        <a href={chosen === null ? address : `${address}?period=${chosen}`}>
          {text('platform.filter.clear')}
        </a>
      ) : null}
    </form>
  )
}
