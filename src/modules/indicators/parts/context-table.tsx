import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator } from '../model.ts'
import { ValueText } from './value-text.tsx'

/** Figures that describe the municipality and promise nothing: no targets, no verdicts. */
export function ContextTable({ indicators, address }: { indicators: readonly Indicator[]; address: string }) {
  const speech = useSpeech()
  const { text, local } = speech
  const periods = [
    ...new Set(
      indicators.flatMap(({ series }) =>
        series.flatMap(({ results }) => results.map(({ period }) => period)),
      ),
    ),
  ]
    .sort()
    .slice(-4)
  return (
    <section aria-labelledby="context">
      <h2 id="context">{text('indicators.context.title')}</h2>
      <table className="cards figures">
        <caption>{text('indicators.context.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="name">
              {text('indicators.column.indicator')}
            </th>
            {periods.map((period) => (
              <th key={period} scope="col" className="n">
                {speech.say.period(period, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        {indicators.map((indicator) => (
          <tbody key={indicator.code}>
            {indicator.seriesCount > 1 ? (
              <tr className="lead">
                <th scope="rowgroup" colSpan={periods.length + 1}>
                  <a href={`${address}/${indicator.code}`}>{local(indicator.title)}</a>
                </th>
              </tr>
            ) : null}
            {indicator.series.map((series) => (
              <tr key={series.key} className={indicator.seriesCount > 1 ? 'inner' : undefined}>
                <th scope="row">
                  {indicator.seriesCount > 1 ? (
                    local(series.label ?? indicator.title)
                  ) : (
                    <a href={`${address}/${indicator.code}`}>{local(indicator.title)}</a>
                  )}
                </th>
                {periods.map((period) => (
                  <td key={period} className="n" data-label={speech.say.period(period, 'short')}>
                    <ValueText value={series.results.find((result) => result.period === period)?.value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
