import { STATUSES } from '#modules/indicators'
import { IMPLEMENTATION_STATUSES } from '#modules/strategy'
import { type Fill, statusBars } from '#platform/reports/charts.ts'
import type { ReportChart } from '#platform/reports/report.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** How far the actions of each goal have come, one bar a goal. */
export function statusChart(pen: Pen, plan: PlanData): ReportChart[] {
  const kinds = [...IMPLEMENTATION_STATUSES, 'unreported' as const].map((status) => ({
    fill: status,
    label: pen.word(`strategy.status.${status}.many`),
    id: `count:actions/${status}`,
  }))
  return countChart(pen, plan, kinds, {
    key: 'statusChart',
    caption: pen.word('publishing.statuses.byGoal'),
    says: pen.word('publishing.chart.statuses.says'),
    nothing: pen.word('publishing.chart.statuses.nothing'),
  })
}

/** What the figures of each goal say, one bar a goal. */
export function verdictChart(pen: Pen, plan: PlanData): ReportChart[] {
  const kinds = STATUSES.map((status) => ({
    fill: status,
    label: pen.word(`indicators.verdict.${status}`),
    id: `count:series/${status}`,
  }))
  return countChart(pen, plan, kinds, {
    key: 'verdictChart',
    caption: pen.word('publishing.verdicts.caption'),
    says: pen.word('publishing.chart.verdicts.says'),
    nothing: pen.word('publishing.chart.verdicts.nothing'),
  })
}

type Kind = { fill: Fill; label: string; id: string }

function countChart(
  { sizeOf, named, speech, word }: Pen,
  { tree }: PlanData,
  kinds: readonly Kind[],
  { nothing, ...about }: Pick<ReportChart, 'key' | 'caption' | 'says'> & { nothing: string },
): ReportChart[] {
  const rows = tree.goals.map((goal) => ({
    label: named(goal),
    parts: kinds.map(({ fill, label, id }) => ({ fill, label, count: sizeOf(`${id}@${goal.code}`) })),
  }))
  if (rows.every(({ parts }) => parts.every(({ count }) => count === 0))) return []
  const alt = rows.map(({ label, parts }) => {
    const said = parts.filter(({ count }) => count > 0)
    const counts = said.map((part) => `${part.label} ${speech.say.number(part.count)}`)
    return `${label}: ${counts.length > 0 ? counts.join(', ') : nothing}`
  })
  return [
    {
      kind: 'chart',
      ...about,
      alt: word('publishing.chart.alt', { rows: alt.join('; ') }),
      svg: statusBars(rows, { language: speech.language, nothing }),
    },
  ]
}
