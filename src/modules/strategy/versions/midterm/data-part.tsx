import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import { RisksOfAction } from '../../accountability/parts/risks-of-action.tsx'
import { currentReport } from '../../model.ts'
import { ActionFacts } from '../../parts/action-facts.tsx'
import { FindingList } from '../../parts/finding-list.tsx'
import { ReportFacts } from '../../parts/report-facts.tsx'
import { StatusHistory } from '../../parts/status-history.tsx'
import type { readData, StandingLine } from './read-step.server.ts'

type Data = Awaited<ReturnType<typeof readData>>

/** What the data say about a goal or an action, beside the form in which one chooses what becomes of it. */
export function DataPart({ data, slug }: { data: Data; slug: string }) {
  const { text, local, date } = useSpeech()
  const { action, goal, findings } = data
  return (
    <section aria-labelledby="dati">
      <h2 id="dati">{text('strategy.midterm.data')}</h2>
      {action ? (
        <>
          <ReportFacts report={currentReport(action)} />
          <p>
            {action.dueOn === null
              ? text('strategy.midterm.noDue')
              : text(data.isOverdue ? 'strategy.midterm.overdue' : 'strategy.midterm.due', {
                  on: date(action.dueOn),
                })}
          </p>
          <details>
            <summary>{text('strategy.action.plan')}</summary>
            <ActionFacts action={action} />
          </details>
          {action.history.length > 0 ? (
            <details>
              <summary>{text('strategy.history')}</summary>
              <StatusHistory history={action.history} />
            </details>
          ) : (
            <p>{text('strategy.midterm.history.none')}</p>
          )}
          <h3>{text('strategy.findings', { count: findings.length })}</h3>
          {findings.length > 0 ? (
            <FindingList findings={findings} />
          ) : (
            <p>{text('strategy.findings.none')}</p>
          )}
        </>
      ) : goal.aim ? (
        <p>{local(goal.aim)}</p>
      ) : null}
      <h3>{text('strategy.midterm.indicators', { goal: goal.code })}</h3>
      {data.indicators.length === 0 ? (
        <p>{text('strategy.midterm.indicators.none')}</p>
      ) : (
        <>
          <p className="hint">{text('strategy.midterm.indicators.hint')}</p>
          <StandingTable indicators={data.indicators} slug={slug} />
        </>
      )}
      <RisksOfAction action={data.hit} attached={data.attached} factors={data.factors} />
    </section>
  )
}

function StandingTable({ indicators, slug }: { indicators: readonly StandingLine[]; slug: string }) {
  const { text, local, path, number, say } = useSpeech()
  const rows = indicators.flatMap((indicator) => {
    const verdicts: (StandingLine['verdicts'][number] | undefined)[] =
      indicator.verdicts.length === 0 ? [undefined] : indicator.verdicts
    return verdicts.map((verdict, place) => ({ indicator, verdict, key: `${indicator.code} ${place}` }))
  })
  return (
    <Table
      caption={text('strategy.midterm.caption', { count: indicators.length })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('strategy.goal.indicators'),
          cell: ({ indicator }) => (
            <>
              <span className="nr">{indicator.code}</span>{' '}
              <a href={path(`/${slug}/raditaji/${indicator.code}`)}>{local(indicator.title)}</a>
            </>
          ),
        },
        {
          heading: text('strategy.midterm.verdict'),
          cell: ({ verdict }) =>
            verdict ? (
              <>
                <Chip kind={verdict.status} label={text(`indicators.verdict.${verdict.status}`)} />{' '}
                {verdict.reason ? (
                  <span className="note">{text(`indicators.reason.${verdict.reason}`)}</span>
                ) : null}
              </>
            ) : (
              text('indicators.verdict.notEvaluable')
            ),
        },
        {
          heading: text('strategy.midterm.sureness'),
          cell: ({ verdict }) => text(`indicators.certainty.${verdict?.certainty ?? 'none'}`),
        },
        {
          heading: text('strategy.midterm.period'),
          cell: ({ verdict }) => (verdict ? say.period(verdict.period) : ''),
        },
        {
          heading: text('strategy.midterm.series'),
          className: 'n',
          cell: ({ verdict }) => (verdict ? number(verdict.series) : ''),
        },
      ]}
    />
  )
}
