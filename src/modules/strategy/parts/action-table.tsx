import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Sort } from '#platform/ui/sort.ts'
import { type Columns, Table } from '#platform/ui/table.tsx'
import { ACTION_ORDER } from '../action-order.ts'
import { ACTION_SORTING } from '../action-query.ts'
import { type Action, currentReport, type Goal } from '../model.ts'
import { statedIn } from '../stated.ts'
import { actionAddress } from '../subjects.ts'
import { OrUnknown } from './or-unknown.tsx'
import { OverdueMark } from './overdue-mark.tsx'
import { StatusChip } from './status-chip.tsx'

export type ActionTableProps = {
  goals: readonly Goal[]
  actions: readonly Action[]
  /** How many were found, of which these are a part. */
  total: number
  /** All actions of the plan: what is stated for none of them has no column. */
  stating: readonly Action[]
  /** The order that is asked for; without it they stand under their directions. */
  sort: Sort | undefined
  /** Cannot be put in another order. */
  isFixed?: boolean
  /** Newest period about which anything was reported; a status of another one says its own. */
  newest: string | null
  home: string
  asOf: string | undefined
  /** Day on which the page is read, or as of which. */
  today: string
}

/** Actions, one a line: what it is, how far it has come, and who answers for it until when as far as the plan says. */
export function ActionTable(props: ActionTableProps) {
  const { goals, actions, total, stating, sort, isFixed = false, newest, home, asOf, today } = props
  const { text, local, path, date, say } = useSpeech()
  const stated = statedIn(stating)
  const columns: Columns<Action> = [
    {
      heading: text('strategy.action'),
      sort: { key: 'action', value: ACTION_ORDER.action },
      cell: ({ code, title }) => (
        <>
          <span className="nr">{code}</span>{' '}
          <a href={addressAsOf(path(`${home}${actionAddress(code)}`), asOf)}>{local(title)}</a>
        </>
      ),
    },
    {
      heading: text('strategy.status'),
      label: null,
      sort: { key: 'status', value: ACTION_ORDER.status },
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
    stated.dueOn && {
      heading: text('strategy.due'),
      sort: { key: 'due', value: ACTION_ORDER.due },
      cell: (action) => (
        <>
          <OrUnknown>{action.dueOn && date(action.dueOn)}</OrUnknown>{' '}
          <OverdueMark action={action} today={today} />
        </>
      ),
    },
    stated.responsible && {
      heading: text('strategy.responsible'),
      sort: { key: 'responsible', value: ACTION_ORDER.responsible },
      cell: ({ responsible }) => <OrUnknown>{responsible}</OrUnknown>,
    },
  ]
  const shared = {
    className: 'lines',
    caption: text(sort ? 'strategy.actions.caption.sorted' : 'strategy.actions.caption', {
      count: total,
      shown: actions.length,
    }),
    columns,
    rowKey: ({ code }: Action) => code,
    sorting: isFixed ? undefined : ACTION_SORTING,
  }
  if (sort) return <Table {...shared} rows={actions} />
  const ofDirection = Map.groupBy(actions, (action) => action.direction)
  const directions = goals.flatMap((goal) => goal.directions.filter(({ code }) => ofDirection.has(code)))
  return (
    <Table
      {...shared}
      groups={directions.map(({ code, title }) => ({
        key: code,
        lead: (
          <>
            {code} {local(title)}
          </>
        ),
        rows: ofDirection.get(code) ?? [],
      }))}
    />
  )
}
