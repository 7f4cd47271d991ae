import { REASONS, type VerdictCounts } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'

type Props = { counts: VerdictCounts; slug: string; period: string }

/** Why series cannot be judged, the most frequent reason first, each leading to its series. */
export function ReasonList({ counts, slug, period }: Props) {
  const { text, path } = useSpeech()
  const reasons = REASONS.filter((reason) => counts.reasons[reason] > 0).sort(
    (a, b) => counts.reasons[b] - counts.reasons[a],
  )
  return (
    <table className="cards">
      <caption>{text('portal.reasons.caption', { count: counts.notEvaluable })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('portal.reasons.reason')}</th>
          <th scope="col" className="n">
            {text('portal.reasons.count')}
          </th>
          <th scope="col">{text('portal.reasons.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => (
          <tr key={reason}>
            <th scope="row">
              <a href={path(`/${slug}/raditaji?verdict=notEvaluable&reason=${reason}&period=${period}`)}>
                {text(`indicators.reason.${reason}`)}
              </a>
            </th>
            <td className="n" data-label={text('portal.reasons.count')}>
              {counts.reasons[reason]}
            </td>
            <td>{text(`indicators.reason.${reason}.explanation`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
