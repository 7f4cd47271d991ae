import { useSpeech } from '#platform/i18n.tsx'
import type { StatusReport } from '../model.ts'
import { StatusChip } from './status-chip.tsx'

/** Everything that was ever reported about an action, the newest first, and how it came here. */
export function StatusHistory({ history }: { history: readonly StatusReport[] }) {
  const speech = useSpeech()
  const { text, local, date, number } = speech
  return (
    <table className="cards">
      <caption>{text('strategy.history.caption', { count: history.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('strategy.asOf')}</th>
          <th scope="col">{text('strategy.status')}</th>
          <th scope="col">{text('strategy.comment')}</th>
          <th scope="col" className="n">
            {text('strategy.revision')}
          </th>
          <th scope="col">{text('strategy.recorded')}</th>
          <th scope="col">{text('strategy.origin')}</th>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map((report) => (
          <tr key={`${report.asOf}/${report.revision}`}>
            <th scope="row">{speech.say.period(report.asOf)}</th>
            <td data-label={text('strategy.status')}>
              <StatusChip status={report.status} />
            </td>
            <td data-label={text('strategy.comment')}>
              {report.comment ? (
                local(report.comment)
              ) : (
                <span className="quiet">{text('strategy.comment.none')}</span>
              )}
            </td>
            <td className="n" data-label={text('strategy.revision')}>
              {number(report.revision)}
              {report.revisionReason ? <span className="note">{report.revisionReason}</span> : null}
            </td>
            <td data-label={text('strategy.recorded')}>
              {date(report.recordedAt)}
              <span className="note">{sayWho(report.recordedBy, text('strategy.recordedBy.operator'))}</span>
            </td>
            <td data-label={text('strategy.origin')}>
              {report.origin.file
                ? text('strategy.origin.line', {
                    file: report.origin.file,
                    line: String(report.origin.row ?? ''),
                  })
                : text('strategy.origin.none')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The operator is whoever loads files at the machine itself; everybody else has an account's name. */
const sayWho = (recordedBy: string, operator: string) => (recordedBy === 'operator' ? operator : recordedBy)
