import { useSpeech } from '#platform/i18n.tsx'
import type { JudgedSeries } from '../list.ts'
import { BaselineText } from './baseline-text.tsx'
import { TargetRange } from './target-range.tsx'
import { TargetText } from './target-text.tsx'
import { ValueText } from './value-text.tsx'
import { VerdictChip } from './verdict-chip.tsx'

type Props = { judged: JudgedSeries; periods: readonly string[]; year: string }

/** Headings of the columns that `SeriesCells` fills. */
export function SeriesHeadings({
  periods,
  period,
  year,
}: {
  periods: readonly string[]
  period: string
  year: string
}) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <>
      <th scope="col" className="n">
        {text('indicators.column.baseline')}
      </th>
      {periods.map((one) => (
        <th key={one} scope="col" className={one === period ? 'n strong' : 'n'}>
          {speech.say.period(one, 'tick')}
        </th>
      ))}
      <th scope="col" className="n">
        {text('indicators.column.target', { year })}
      </th>
      <th scope="col" className="drawing">
        {text('indicators.column.range')}
      </th>
      <th scope="col" className="verdict">
        {text('indicators.column.verdict')}
      </th>
    </>
  )
}

/** Figures, target and verdict of one series, as cells of its row. */
export function SeriesCells({ judged: { indicator, series, verdict }, periods, year }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const resultOf = (period: string) => series.results.find((result) => result.period === period)?.value
  return (
    <>
      <td className="n" data-label={text('indicators.column.baseline')}>
        <BaselineText baseline={series.baseline} />
      </td>
      {periods.map((period) => (
        <td
          key={period}
          className={period === verdict.period ? 'n strong' : 'n'}
          data-label={speech.say.period(period, 'short')}
        >
          <ValueText value={resultOf(period)} isCompact />
        </td>
      ))}
      <td className="n" data-label={text('indicators.column.target', { year })}>
        <TargetText indicator={indicator} series={series} target={verdict.target} />
      </td>
      <td className="drawing">
        <TargetRange indicator={indicator} series={series} verdict={verdict} />
      </td>
      <td className="verdict">
        <VerdictChip verdict={verdict} />
      </td>
    </>
  )
}
