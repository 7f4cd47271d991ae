import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { PART_PARAMETER, type Part, SERIES_PARAMETER } from '../edits/parts.ts'

type NamedSeries = { key: string; label: LocalText | null }
type Props = {
  /** Of the public page. */
  address: string
  part: Part
  series: readonly NamedSeries[]
  /** Key of the series that is shown. */
  chosen: string
}

/** Which of many series is edited. A plain form, so that the address holds the choice and the page stays short. */
export function SeriesChoice({ address, part, series, chosen }: Props) {
  const { text, local, path } = useSpeech()
  return (
    <form className="filters" action={path(`${address}/labot`)}>
      <input type="hidden" name={PART_PARAMETER} value={part} />
      <label>
        {text('indicators.edit.series')}
        <select name={SERIES_PARAMETER} defaultValue={chosen}>
          {series.map(({ key, label }) => (
            <option key={key} value={key}>
              {label ? local(label) : text('indicators.series.whole')}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{text('indicators.edit.series.show')}</button>
    </form>
  )
}

/** Leads on to the first figure of a series that was just added. */
export function AddedSeries({ address, series }: { address: string; series: NamedSeries }) {
  const { text, local, path } = useSpeech()
  const query = new URLSearchParams({ [PART_PARAMETER]: 'vertibas', [SERIES_PARAMETER]: series.key })
  const name = series.label ? local(series.label) : text('indicators.series.whole')
  return (
    <p>
      {text('indicators.edit.series.added', { name })}{' '}
      <a href={path(`${address}/labot?${query}`)}>{text('indicators.edit.series.first')}</a>
    </p>
  )
}
