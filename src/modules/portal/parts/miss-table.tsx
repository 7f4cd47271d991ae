import { TargetRange, ValueText } from '#modules/indicators/parts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Miss } from '../misses.ts'

type Props = { misses: readonly Miss[]; slug: string; period: string }

/** The missed targets that the results are farthest from. */
export function MissTable({ misses, slug, period }: Props) {
  const { text, local, path, say } = useSpeech()
  const labels = {
    indicator: text('portal.misses.indicator'),
    baseline: text('portal.misses.baseline'),
    result: say.period(period, 'short'),
    target: text('portal.misses.target'),
    gap: text('portal.misses.gap'),
    range: text('portal.misses.range'),
  }
  return (
    <table className="cards">
      <caption>{text('portal.misses.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.indicator}</th>
          {(['baseline', 'result', 'target'] as const).map((column) => (
            <th key={column} scope="col" className="n">
              {labels[column]}
            </th>
          ))}
          <th scope="col">{labels.range}</th>
          <th scope="col">{labels.gap}</th>
        </tr>
      </thead>
      <tbody>
        {misses.map(({ indicator, series, verdict, needed, gap }) => (
          <tr key={series.key}>
            <th scope="row">
              <span className="coded">
                <span className="nr">{indicator.code}</span>
                <span>
                  <a href={path(`/${slug}/raditaji/${encodeURIComponent(indicator.code)}`)}>
                    {local(indicator.title)}
                  </a>
                  {series.label ? <span className="note">{local(series.label)}</span> : null}
                </span>
              </span>
            </th>
            <td className="n" data-label={labels.baseline}>
              <ValueText value={verdict.baseline?.observation.value} />
            </td>
            <td className="n strong" data-label={labels.result}>
              <ValueText value={verdict.observation?.value} />
            </td>
            <td className="n" data-label={labels.target}>
              <Needed needed={needed} miss={verdict.observation?.value} />
            </td>
            <td>
              <TargetRange indicator={indicator} series={series} verdict={verdict} />
            </td>
            <td data-label={labels.gap}>
              <Gap gap={gap} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Needed({ needed, miss }: { needed: number; miss: Parameters<typeof ValueText>[0]['value'] }) {
  const speech = useSpeech()
  return speech.say.quantity(needed, miss && 'unit' in miss ? miss.unit : 'count')
}

function Gap({ gap }: { gap: number }) {
  const { text, number } = useSpeech()
  const percent = number(Math.abs(gap) * 100, { maximumFractionDigits: Math.abs(gap) < 0.1 ? 1 : 0 })
  return text(gap < 0 ? 'portal.misses.less' : 'portal.misses.more', { percent })
}
