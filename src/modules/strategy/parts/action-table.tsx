import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { type Action, currentReport, type Goal } from '../model.ts'
import { actionAddress } from '../subjects.ts'
import { OrUnknown } from './or-unknown.tsx'
import { OverdueMark } from './overdue-mark.tsx'
import { StatusChip } from './status-chip.tsx'
import { StatusComment } from './status-comment.tsx'

type Props = {
  goals: readonly Goal[]
  actions: readonly Action[]
  total: number
  /** Newest period about which anything was reported; a status of another one says its own. */
  newest: string | null
  home: string
  asOf: string | undefined
  /** Day on which the page is read, or as of which. */
  today: string
}

/** Actions under their directions, in the order of the plan. */
export function ActionTable({ goals, actions, total, newest, home, asOf, today }: Props) {
  const { text, local, path, date, say } = useSpeech()
  const actionsOfDirection = Map.groupBy(actions, (action) => action.direction)
  const directions = goals.flatMap((goal) =>
    goal.directions.filter((direction) => actionsOfDirection.has(direction.code)),
  )
  const undated = actions.filter((action) => action.responsible === null && action.dueOn === null).length
  return (
    <Table
      caption={
        <>
          {text('strategy.actions.caption', { count: total, shown: actions.length })}{' '}
          {undated > 0 ? text('strategy.actions.caption.undated', { count: undated }) : null}
        </>
      }
      columns={[
        {
          heading: text('strategy.action'),
          cell: ({ code, title }) => (
            <>
              <span className="nr">{code}</span>{' '}
              <a href={addressAsOf(path(`${home}${actionAddress(code)}`), asOf)}>{local(title)}</a>
            </>
          ),
        },
        {
          heading: text('strategy.status'),
          cell: (action) => {
            const report = currentReport(action)
            return (
              <>
                {action.ended ? <strong>{text('strategy.status.ended')} </strong> : null}
                <StatusChip status={report?.status} />
                {report && report.asOf !== newest ? (
                  <span className="quiet"> {say.period(report.asOf, 'short')}</span>
                ) : null}
              </>
            )
          },
        },
        {
          heading: text('strategy.comment'),
          cell: (action) => <StatusComment report={currentReport(action)} />,
        },
        {
          heading: text('strategy.responsible'),
          cell: ({ responsible }) => <OrUnknown>{responsible}</OrUnknown>,
        },
        {
          heading: text('strategy.due'),
          cell: (action) => (
            <>
              <OrUnknown>{action.dueOn && date(action.dueOn)}</OrUnknown>{' '}
              <OverdueMark action={action} today={today} />
            </>
          ),
        },
      ]}
      groups={directions.map(({ code, title, goal }) => ({
        key: code,
        lead: (
          <>
            {code} {local(title)} <span className="quiet">{goal}</span>
          </>
        ),
        rows: actionsOfDirection.get(code) ?? [],
      }))}
      rowKey={({ code }) => code}
    />
  )
}
