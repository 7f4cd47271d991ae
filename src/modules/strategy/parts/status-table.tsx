import { useSpeech } from '#platform/i18n.tsx'
import { IMPLEMENTATION_STATUSES, type StatusCount } from '../model.ts'
import { StatusChip } from './status-chip.tsx'

/** How many actions have each status, and what the status means. */
export function StatusTable({ counts }: { counts: StatusCount }) {
  const { text, number } = useSpeech()
  const share = (count: number) =>
    text('strategy.percent', { share: Math.round((100 * count) / (counts.total || 1)) })
  const labels = { count: text('strategy.statuses.count'), share: text('strategy.statuses.share') }
  const rows = [
    ...IMPLEMENTATION_STATUSES.map((status) => ({ status, count: counts.byStatus[status] })),
    ...(counts.unreported > 0 ? [{ status: undefined, count: counts.unreported }] : []),
  ]
  return (
    <table className="cards">
      <caption>{text('strategy.statuses.caption', { count: counts.total })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('strategy.status')}</th>
          <th scope="col" className="n">
            {labels.count}
          </th>
          <th scope="col" className="n">
            {labels.share}
          </th>
          <th scope="col">{text('strategy.statuses.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ status, count }) => (
          <tr key={status ?? 'unreported'}>
            <th scope="row">
              <StatusChip status={status} />
            </th>
            <td className="n strong" data-label={labels.count}>
              {number(count)}
            </td>
            <td className="n" data-label={labels.share}>
              {share(count)}
            </td>
            <td>{text(`strategy.status.${status ?? 'unreported'}.meaning`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
