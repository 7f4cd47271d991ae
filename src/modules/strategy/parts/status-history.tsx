import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { StatusReport } from '../model.ts'
import { StatusChip } from './status-chip.tsx'
import { StatusComment } from './status-comment.tsx'

/** Everything that was ever reported about an action, the newest first, and how it came here. */
export function StatusHistory({ history }: { history: readonly StatusReport[] }) {
  const { text, date, number, say } = useSpeech()
  return (
    <Table
      caption={text('strategy.history.caption', { count: history.length })}
      columns={[
        { heading: text('strategy.asOf'), cell: ({ asOf }) => say.period(asOf) },
        { heading: text('strategy.status'), cell: ({ status }) => <StatusChip status={status} /> },
        { heading: text('strategy.comment'), cell: (report) => <StatusComment report={report} /> },
        {
          heading: text('strategy.revision'),
          className: 'n',
          cell: ({ revision, revisionReason }) => (
            <>
              {number(revision)}
              {revisionReason ? <span className="note">{revisionReason}</span> : null}
            </>
          ),
        },
        {
          heading: text('strategy.recorded'),
          cell: ({ recordedAt, recordedBy }) => (
            <>
              {date(recordedAt)}
              <span className="note">{sayWho(recordedBy, text('strategy.recordedBy.operator'))}</span>
            </>
          ),
        },
        {
          heading: text('strategy.origin'),
          cell: ({ origin: { file, row } }) =>
            file
              ? text('strategy.origin.line', { file, line: String(row ?? '') })
              : text('strategy.origin.none'),
        },
      ]}
      rows={history.toReversed()}
      rowKey={({ asOf, revision }) => `${asOf}/${revision}`}
    />
  )
}

/** The operator is whoever loads files at the machine itself; everybody else has an account's name. */
const sayWho = (recordedBy: string, operator: string) => (recordedBy === 'operator' ? operator : recordedBy)
