import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { IMPLEMENTATION_STATUSES, type StatusCount } from '../model.ts'
import { StatusChip } from './status-chip.tsx'

/** How many actions have each status, and what the status means. */
export function StatusTable({ counts }: { counts: StatusCount }) {
  const { text, number } = useSpeech()
  const rows = [
    ...IMPLEMENTATION_STATUSES.map((status) => ({ status, count: counts.byStatus[status] })),
    ...(counts.unreported > 0 ? [{ status: undefined, count: counts.unreported }] : []),
  ]
  return (
    <Table
      caption={text('strategy.statuses.caption', { count: counts.total })}
      columns={[
        { heading: text('strategy.status'), cell: ({ status }) => <StatusChip status={status} /> },
        {
          heading: text('strategy.statuses.count'),
          className: 'n',
          cellClass: 'strong',
          cell: ({ count }) => number(count),
        },
        {
          heading: text('strategy.statuses.share'),
          className: 'n',
          cell: ({ count }) =>
            text('strategy.percent', { share: Math.round((100 * count) / (counts.total || 1)) }),
        },
        {
          heading: text('strategy.statuses.meaning'),
          label: null,
          cell: ({ status }) => text(`strategy.status.${status ?? 'unreported'}.meaning`),
        },
      ]}
      rows={rows}
      rowKey={({ status }) => status ?? 'unreported'}
    />
  )
}
