import type { Strategy } from '#modules/strategy'
import { useSpeech } from '#platform/i18n.tsx'

const LAW = 'https://likumi.lv/ta/id/50759'

/** What the Education Law asks of a municipality in writing, and what of it is published here. */
export function LawDuties({ strategy, slug }: { strategy: Strategy; slug: string }) {
  const { text, local, path } = useSpeech()
  const labels = { duty: text('portal.law.duty'), found: text('portal.law.found') }
  const years = strategy.period.startsOn.slice(0, 4)
  const duties = [
    {
      duty: 'strategy' as const,
      found: (
        <>
          <a href={path(`/${slug}/strategija`)}>{local(strategy.title)}</a>
          <span className="note">
            {text('portal.law.strategy.period', { from: years, to: strategy.period.endsOn.slice(0, 4) })}
          </span>
        </>
      ),
    },
    { duty: 'analysis' as const, found: text('portal.law.analysis.none') },
    { duty: 'qualityReport' as const, found: text('portal.law.qualityReport.none') },
  ]
  return (
    <>
      <table className="cards">
        <caption>{text('portal.law.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.duty}</th>
            <th scope="col">{labels.found}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map(({ duty, found }) => (
            <tr key={duty}>
              <th scope="row">{text(`portal.law.${duty}`)}</th>
              <td data-label={labels.found}>{found}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="source after">
        {text('portal.law.source')} <a href={LAW}>{text('portal.law.name')}</a>
      </p>
    </>
  )
}
