import { useSpeech } from '#platform/i18n.tsx'
import { type Action, currentReport } from '../model.ts'
import { OrUnknown } from './or-unknown.tsx'
import { StatusChip } from './status-chip.tsx'

/** One action of the plan, with what was last said about it. */
export function ActionRow({ action, slug }: { action: Action; slug: string }) {
  const { text, local, path, date } = useSpeech()
  const report = currentReport(action)
  return (
    <tr>
      <th scope="row">
        <span className="nr">{action.code}</span>{' '}
        <a href={path(`/${slug}/ricibas-plans/${action.code}`)}>{local(action.title)}</a>
      </th>
      <td data-label={text('strategy.status')}>
        <StatusChip status={report?.status} />
      </td>
      <td data-label={text('strategy.comment')}>
        {report?.comment ? (
          local(report.comment)
        ) : (
          <span className="quiet">{text('strategy.comment.none')}</span>
        )}
      </td>
      <td data-label={text('strategy.responsible')}>
        <OrUnknown>{action.responsible}</OrUnknown>
      </td>
      <td data-label={text('strategy.due')}>
        <OrUnknown>{action.dueOn && date(action.dueOn)}</OrUnknown>
      </td>
    </tr>
  )
}
