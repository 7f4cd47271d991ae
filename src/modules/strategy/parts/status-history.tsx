import { type Speech, useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { StatusReport } from '../model.ts'
import { OrUnknown } from './or-unknown.tsx'
import { StatusChip } from './status-chip.tsx'
import { StatusComment } from './status-comment.tsx'
import { VoiceList } from './voice-list.tsx'

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
        { heading: text('strategy.decidedBy'), cell: (report) => <DecidedBy report={report} /> },
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
              <span className="note">{sayWho(recordedBy, text)}</span>
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

/** The operator is whoever loads files at the machine itself; what an editor is called is for those who work here. */
const sayWho = (recordedBy: string, text: Speech['text']) =>
  text(recordedBy === 'operator' ? 'strategy.recordedBy.operator' : 'strategy.recordedBy.editor')

/** Who agreed on it, when they met, and what each of them said. */
function DecidedBy({ report }: { report: StatusReport }) {
  const { local, date } = useSpeech()
  const { decidedBy, decidedOn, voices } = report
  return (
    <>
      <OrUnknown>{decidedBy && local(decidedBy)}</OrUnknown>
      {decidedOn ? <span className="note">{date(decidedOn)}</span> : null}
      {voices.length > 0 ? <VoiceList voices={voices} /> : null}
    </>
  )
}
