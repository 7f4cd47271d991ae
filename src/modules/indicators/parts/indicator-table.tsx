import { useSpeech } from '#platform/i18n.tsx'
import type { FindingCount } from '../findings.ts'
import type { JudgedSeries } from '../list.ts'
import type { Indicator } from '../model.ts'
import { CategoryNote } from './category-note.tsx'
import { RangeLegend } from './range-legend.tsx'
import { SeriesCells, SeriesHeadings } from './series-cells.tsx'

type Props = {
  rows: readonly JudgedSeries[]
  /** How many series answer the filter, on this page and on others. */
  found: number
  /** How many series there are before any are left out. */
  all: number
  periods: readonly string[]
  period: string
  year: string
  address: string
  findings: ReadonlyMap<string, FindingCount>
}

/** Indicators with a row for each of their series; a row becomes a card on a phone. */
export function IndicatorTable({ rows, found, all, periods, period, year, address, findings }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const groups = Map.groupBy(rows, ({ indicator }) => indicator)
  return (
    <>
      <table className="cards figures">
        <caption>
          {text(found === all ? 'indicators.table.caption' : 'indicators.table.captionSome', {
            count: found,
            period: speech.say.period(period, 'of'),
            year,
            all: String(all),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="name">
              {text('indicators.column.indicator')}
            </th>
            <SeriesHeadings periods={periods} period={period} year={year} />
          </tr>
        </thead>
        {[...groups].map(([indicator, series]) => {
          const name = (
            <IndicatorLink
              indicator={indicator}
              address={address}
              period={period}
              count={findings.get(indicator.code)}
            />
          )
          const only = indicator.seriesCount === 1 ? series[0] : undefined
          if (only) {
            return (
              <tbody key={indicator.code}>
                <tr>
                  <th scope="row">{name}</th>
                  <SeriesCells judged={only} periods={periods} year={year} />
                </tr>
              </tbody>
            )
          }
          return (
            <tbody key={indicator.code}>
              <tr className="lead">
                <th scope="rowgroup" colSpan={periods.length + 5}>
                  {name}
                </th>
              </tr>
              {series.map((one) => (
                <tr key={one.series.key} className="inner">
                  <th scope="row">
                    {one.series.label ? local(one.series.label) : one.series.key}
                    <CategoryNote series={one.series} />
                  </th>
                  <SeriesCells judged={one} periods={periods} year={year} />
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
      <RangeLegend />
    </>
  )
}

type LinkProps = { indicator: Indicator; address: string; period: string; count: FindingCount | undefined }

function IndicatorLink({ indicator, address, period, count }: LinkProps) {
  const { text, local } = useSpeech()
  const page = `${address}/${indicator.code}`
  const [only] = indicator.series
  return (
    <span className="coded">
      <span className="nr">{indicator.code}</span>
      <span>
        <a href={`${page}?period=${period}`}>{local(indicator.title)}</a>
        {count ? (
          <a className={`flag ${count.severity}`} href={`${page}?period=${period}#findings`}>
            <span aria-hidden="true">⚑</span> {text('indicators.findings.count', { count: count.count })}
          </a>
        ) : null}
        {only && indicator.seriesCount === 1 ? <CategoryNote series={only} /> : null}
      </span>
    </span>
  )
}
