import { useSpeech } from '#platform/i18n.tsx'
import { PERIOD, twinOf } from '../edits/parts.ts'
import { EditList } from './edit-list.tsx'

type Props = {
  /** Of the public page. */
  address: string
  /** What else the address asks, such as the part. */
  asked: Readonly<Record<string, string>>
  periods: readonly string[]
  chosen: string
}

/** As of which time a status is said: one that was reported on already, or another. */
export function PeriodChoice({ address, asked, periods, chosen }: Props) {
  const { text, path, say } = useSpeech()
  return (
    <>
      <EditList
        label={text('strategy.edit.periods')}
        links={periods.map((period) => ({
          label: say.period(period),
          address: twinOf(address, { ...asked, [PERIOD]: period }),
          isHere: period === chosen,
        }))}
      />
      <form method="get" action={path(`${address}/labot`)} className="filters">
        {Object.entries(asked).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="period">{text('strategy.edit.period')}</label>
        <input id="period" name={PERIOD} defaultValue={chosen} aria-describedby="period-hint" />
        <button type="submit">{text('strategy.edit.period.choose')}</button>
        <p id="period-hint" className="hint">
          {text('strategy.edit.period.hint')}
        </p>
      </form>
    </>
  )
}
