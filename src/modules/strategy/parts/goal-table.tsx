import { useSpeech } from '#platform/i18n.tsx'
import type { StrategyEvaluation } from '../evaluation.ts'
import { statusParts } from '../plots/status-parts.ts'
import { verdictParts } from '../plots/verdict-parts.ts'
import { CountedBar } from './counted-bar.tsx'

type Props = {
  evaluation: StrategyEvaluation
  /** Address name of the municipality: `liepaja`. */
  slug: string
  /** How many findings concern each goal, by its code; without it the column is left out. */
  findings?: ReadonlyMap<string, number> | undefined
  /** What the findings are about, when they are not all of them. */
  findingsLabel?: string
}

/** A strategy's goals, one a row: how far their actions have come and what the figures say. */
export function GoalTable({ evaluation, slug, findings, findingsLabel }: Props) {
  const { text, local, path, number } = useSpeech()
  const { actions, series, goals } = evaluation
  const labels = {
    goal: text('strategy.goal'),
    actions: text('strategy.goals.actions', { count: actions.total }),
    series: text('strategy.goals.series', { count: series.total }),
    findings: findingsLabel ?? text('strategy.goals.findings'),
  }
  return (
    <table className="cards goals">
      <caption>
        {text('strategy.goals.caption.actions', {
          count: actions.total,
          implemented: actions.byStatus.implemented,
          inProgress: actions.byStatus.inProgress,
        })}{' '}
        {text(`strategy.goals.caption.${series.onTrack > 0 ? 'seriesOnTheWay' : 'series'}`, {
          count: series.total,
          judged: series.judged,
          good: series.met + series.onTrack,
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{labels.goal}</th>
          <th scope="col">{labels.actions}</th>
          <th scope="col">{labels.series}</th>
          {findings ? (
            <th scope="col" className="n">
              {labels.findings}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {goals.map(({ goal, ...counts }) => (
          <tr key={goal.code}>
            <th scope="row">
              <span className="nr">{goal.code}</span>{' '}
              <a href={path(`/${slug}/strategija#${goal.code}`)}>{local(goal.title)}</a>
            </th>
            <td>
              <CountedBar
                parts={statusParts(counts.actions, text)}
                label={text('strategy.goals.ofActions', { count: counts.actions.total })}
                none={text('strategy.goals.noActions')}
              />
            </td>
            <td>
              <CountedBar
                parts={verdictParts(counts.series, text)}
                label={text('strategy.goals.ofSeries', { count: counts.series.total })}
                none={text('strategy.goals.noSeries')}
              />
            </td>
            {findings ? (
              <td className="n" data-label={labels.findings}>
                {number(findings.get(goal.code) ?? 0)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
