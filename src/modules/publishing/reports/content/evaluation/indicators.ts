import type { Goal } from '#modules/strategy'
import type { ReportSection } from '#platform/reports/report.ts'
import { paragraph, section } from '../blocks.ts'
import type { PlanData } from '../data.ts'
import { findingBlocks, findingsOf } from '../finding-blocks.ts'
import { judgedOf } from '../goal-words.ts'
import { reasonTable, seriesTable } from '../indicator-tables.ts'
import type { Pen } from '../pen.ts'
import { indicatorQuestions } from '../questions.ts'

/** What the indicators say, goal by goal. */
export function indicators(pen: Pen, plan: PlanData): ReportSection {
  const { line } = pen
  const other = plan.judged.filter(({ indicator }) => !plan.tree.goalOfIndicator.has(indicator.id))
  return section(
    pen,
    'indicators',
    'publishing.evaluation.indicators',
    [
      paragraph(line('publishing.indicators.intro')),
      ...reasonTable(pen, plan),
      ...findingBlocks(pen, findingsOf(plan, { isShared: true, families: ['indicators'] }), 4),
      ...indicatorQuestions(pen, plan),
    ],
    {
      without: 'publishing.held.nothing',
      sections: [
        ...plan.tree.goals.flatMap((goal) => goalIndicators(pen, plan, goal)),
        ...(other.length > 0
          ? [
              {
                key: 'indicators-other',
                title: pen.word('publishing.indicators.other'),
                blocks: seriesTable(pen, other, {
                  key: 'series-other',
                  caption: pen.word('publishing.indicators.other'),
                }),
              },
            ]
          : []),
      ],
    },
  )
}

/** The indicators of a goal as a section; none where it has none. */
function goalIndicators(pen: Pen, plan: PlanData, goal: Goal): ReportSection[] {
  const { word, named, line, counted } = pen
  const rows = judgedOf(plan, goal)
  if (rows.length === 0) return []
  const scope = `@${goal.code}`
  const title = named(goal)
  return [
    {
      key: `indicators-${goal.code}`,
      title,
      blocks: [
        paragraph(
          line('publishing.indicators.goal', {
            series: counted(`count:series${scope}`),
            judged: counted(`count:series/judged${scope}`),
            good: counted(`count:series/good${scope}`),
            missed: counted(`count:series/bad${scope}`),
          }),
        ),
        ...seriesTable(pen, rows, {
          key: `series-${goal.code}`,
          caption: word('publishing.indicators.caption', { goal: title }),
        }),
        ...findingBlocks(pen, findingsOf(plan, { goal: goal.code, families: ['indicators'] }), 4),
      ],
    },
  ]
}
