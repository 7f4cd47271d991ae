import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { StrategyEvaluation } from '../evaluation.ts'
import { statusParts } from '../plots/status-parts.ts'
import { verdictParts } from '../plots/verdict-parts.ts'
import { goalAddress } from '../subjects.ts'
import { CountedBar } from './counted-bar.tsx'
import { StatusTimesLine } from './status-times-line.tsx'

type Props = {
  evaluation: StrategyEvaluation
  /** Address of the municipality, whose findings are of all its plans. */
  place: string
  /** Address of the plan: `/liepaja`, or `/liepaja/plani/<plan>`. */
  home: string
  /** Day as of which the page is read. */
  asOf?: string | undefined
  /** How many findings concern each goal, by its code; without it the column is left out. */
  findings?: ReadonlyMap<string, number> | undefined
}

/** A strategy's goals, one a row: how far their actions have come and what the figures say. */
export function GoalTable({ evaluation, place, home, asOf, findings }: Props) {
  const { text, local, path, number } = useSpeech()
  const { actions, series, goals, statusTimes } = evaluation
  return (
    <Table
      className="goals"
      caption={
        <>
          {text('strategy.goals.caption.actions', {
            count: actions.total,
            implemented: actions.byStatus.implemented,
            inProgress: actions.byStatus.inProgress,
          })}{' '}
          <StatusTimesLine times={statusTimes} />{' '}
          {text(`strategy.goals.caption.${series.onTrack > 0 ? 'seriesOnTheWay' : 'series'}`, {
            count: series.total,
            judged: series.judged,
            good: series.met + series.onTrack,
          })}
        </>
      }
      columns={[
        {
          heading: text('strategy.goal'),
          cell: ({ goal }) => (
            <>
              <span className="nr">{goal.code}</span>{' '}
              <a href={addressAsOf(path(`${home}${goalAddress(goal.code)}`), asOf)}>{local(goal.title)}</a>
            </>
          ),
        },
        {
          heading: text('strategy.goals.actions', { count: actions.total }),
          label: null,
          cell: (counts) => (
            <CountedBar
              parts={statusParts(counts.actions, text)}
              label={text('strategy.goals.ofActions', { count: counts.actions.total })}
              none={text('strategy.goals.noActions')}
            />
          ),
        },
        {
          heading: text('strategy.goals.series', { count: series.total }),
          label: null,
          cell: (counts) => (
            <CountedBar
              parts={verdictParts(counts.series, text)}
              label={text('strategy.goals.ofSeries', { count: counts.series.total })}
              none={text('strategy.goals.noSeries')}
            />
          ),
        },
        findings && {
          heading: text('strategy.goals.findings'),
          className: 'n',
          cell: ({ goal }) => (
            <a href={path(`${place}/datu-kvalitate?goal=${goal.code}`)}>
              {number(findings.get(goal.code) ?? 0)}
              <span className="visually-hidden"> – {goal.code}</span>
            </a>
          ),
        },
      ]}
      rows={goals}
      rowKey={({ goal }) => goal.code}
    />
  )
}
