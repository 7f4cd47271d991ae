import type { Municipality } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import type { Headline } from '../headlines.server.ts'

export type WithHeadline = { municipality: Municipality; headline: Headline }

/** Municipalities that have published their strategies, with how far each has come. */
export function MunicipalityTable({ rows, caption }: { rows: readonly WithHeadline[]; caption: string }) {
  const { text, path, local } = useSpeech()
  const labels = {
    name: text('portal.country.name'),
    kind: text('registry.kind'),
    region: text('registry.region'),
    strategy: text('portal.country.strategy'),
    result: text('portal.country.result'),
  }
  return (
    <table className="cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {Object.values(labels).map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ municipality, headline }) => (
          <tr key={municipality.id}>
            <th scope="row">
              <a href={path(`/${municipality.slug}`)}>{local(municipality.name)}</a>
            </th>
            <td data-label={labels.kind}>{text(`registry.kind.${municipality.kind}`)}</td>
            <td data-label={labels.region}>{local(municipality.region.name)}</td>
            <td data-label={labels.strategy}>{local(headline.strategy.title)}</td>
            <td data-label={labels.result}>
              <Result headline={headline} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Result({ headline: { period, series } }: { headline: Headline }) {
  const { text, say } = useSpeech()
  if (period === undefined) return text('portal.country.result.none')
  return (
    <>
      {text('portal.country.result.counts', {
        count: series.judged,
        good: series.met + series.onTrack,
      })}
      <span className="note">
        {text('portal.country.result.open', { count: series.notEvaluable })}
        {'; '}
        {say.period(period)}
      </span>
    </>
  )
}
