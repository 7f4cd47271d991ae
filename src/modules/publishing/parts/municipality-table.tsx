import { periodName } from '#modules/indicators'
import type { Municipality } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import type { Headline } from '../headlines.server.ts'
import { groupByRegion } from '../municipality-list.ts'

type Props = {
  municipalities: readonly Municipality[]
  headlines: ReadonlyMap<string, Headline>
  caption: string
}

/** Municipalities by planning region, with what each has published. */
export function MunicipalityTable({ municipalities, headlines, caption }: Props) {
  const { text, path, local } = useSpeech()
  const labels = {
    name: text('publishing.country.name'),
    kind: text('publishing.country.kind'),
    strategy: text('publishing.country.strategy'),
    result: text('publishing.country.result'),
  }
  return (
    <table className="cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.name}</th>
          <th scope="col">{labels.kind}</th>
          <th scope="col">{labels.strategy}</th>
          <th scope="col">{labels.result}</th>
        </tr>
      </thead>
      {groupByRegion(municipalities).map(({ region, members }) => (
        <tbody key={region.code}>
          <tr className="group">
            <th colSpan={4} scope="rowgroup">
              {local(region.name)}
            </th>
          </tr>
          {members.map((one) => {
            const headline = headlines.get(one.id)
            return (
              <tr key={one.id}>
                <th scope="row">
                  <a href={path(`/${one.slug}`)}>{local(one.name)}</a>
                </th>
                <td data-label={labels.kind}>{text(`publishing.country.kind.${one.kind}`)}</td>
                <td data-label={labels.strategy}>
                  {headline ? (
                    <strong>{local(headline.strategy.title)}</strong>
                  ) : (
                    <span className="quiet">{text('publishing.country.unpublished')}</span>
                  )}
                </td>
                <td {...(headline ? { 'data-label': labels.result } : {})}>
                  {headline ? <Result headline={headline} /> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}

function Result({ headline: { period, series } }: { headline: Headline }) {
  const { text } = useSpeech()
  if (period === undefined) return text('publishing.country.result.none')
  return (
    <>
      {text('publishing.country.result.counts', {
        count: series.judged,
        good: series.met + series.onTrack,
      })}
      <span className="note">
        {periodName(period, { text }, 'name')}
        {'; '}
        {text('publishing.country.result.open', { count: series.notEvaluable })}
      </span>
    </>
  )
}
