import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { ActionState } from '../action-filter.ts'
import { IMPLEMENTATION_STATUSES, type StatusCount } from '../model.ts'
import { StatusChip } from './status-chip.tsx'

type Props = {
  counts: StatusCount
  /** Where the actions of a status are listed. */
  addressOf: (status: ActionState) => string
}

/** How many actions have each status, and what the status means; each badge leads to its actions. */
export function StatusTable({ counts, addressOf }: Props) {
  const { text, number } = useSpeech()
  const rows = [
    ...IMPLEMENTATION_STATUSES.map((status) => ({ status, count: counts.byStatus[status] })),
    ...(counts.unreported > 0 ? [{ status: undefined, count: counts.unreported }] : []),
  ]
  return (
    <Table
      caption={text('strategy.statuses.caption', { count: counts.total })}
      columns={[
        {
          heading: text('strategy.status'),
          cell: ({ status, count }) =>
            count > 0 ? (
              <a href={addressOf(status ?? 'unreported')}>
                <StatusChip status={status} />
              </a>
            ) : (
              <StatusChip status={status} />
            ),
        },
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
