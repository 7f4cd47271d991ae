import { actionsOf, type Goal } from '#modules/strategy'
import type { ReportSection } from '#platform/reports/report.ts'
import { absentColumns, overdueTable, statusByGoal } from './action-tables.ts'
import { note, paragraph, section } from './blocks.ts'
import { changeBlocks } from './change-since.ts'
import { statusChart, verdictChart } from './count-charts.ts'
import type { PlanData } from './data.ts'
import { findingBlocks, findingsOf } from './finding-blocks.ts'
import { goalActions, sharedActionFindings } from './goal-actions.ts'
import { judgedOf } from './goal-words.ts'
import { headlines } from './headlines.ts'
import { seriesTable, verdictTable } from './indicator-tables.ts'
import type { Pen } from './pen.ts'
import { actionQuestions, goalQuestions, indicatorQuestions, programmeQuestions } from './questions.ts'
import { sourceSection } from './sources-section.ts'

/** How a plan is being carried out: goal by goal, with what changed since the last time. */
export function writeSupervision(pen: Pen, plan: PlanData): ReportSection[] {
  const { line } = pen
  const late = overdueTable(pen, actionsOf(plan.tree))
  const hasDates = actionsOf(plan.tree).some(({ dueOn }) => dueOn !== null)
  return [
    section(pen, 'summary', 'publishing.supervision.summary', [
      ...headlines(pen, plan),
      ...statusByGoal(pen, plan),
      ...statusChart(pen, plan),
      ...verdictTable(pen, plan),
      ...verdictChart(pen, plan),
      ...absentColumns(pen, plan),
      ...sharedActionFindings(pen, plan),
    ]),
    ...(pen.data.sinceAsked === null
      ? []
      : [section(pen, 'changes', 'publishing.supervision.changes', changeBlocks(pen, plan))]),
    section(
      pen,
      'overdue',
      'publishing.supervision.overdue',
      late.length > 0
        ? late
        : [note(line(hasDates ? 'publishing.overdue.none' : 'publishing.overdue.noDates'))],
    ),
    ...plan.tree.goals.map((goal) => goalSection(pen, plan, goal)),
    section(
      pen,
      'questions',
      'publishing.supervision.questions',
      [
        ...goalQuestions(pen, plan),
        ...actionQuestions(pen, plan),
        ...programmeQuestions(pen, plan),
        ...indicatorQuestions(pen, plan),
      ],
      { without: 'publishing.question.none' },
    ),
    sourceSection(pen, plan),
  ]
}

function goalSection(pen: Pen, plan: PlanData, goal: Goal): ReportSection {
  const { word, line, local } = pen
  const title = pen.named(goal)
  const rows = judgedOf(plan, goal)
  return {
    key: `goal-${goal.code}`,
    title,
    blocks: goal.aim ? [paragraph(line('publishing.supervision.aim', { aim: local(goal.aim) }))] : [],
    sections: [
      {
        key: `goal-${goal.code}-actions`,
        title: word('publishing.supervision.actions'),
        blocks: goalActions(pen, plan, goal),
      },
      {
        key: `goal-${goal.code}-indicators`,
        title: word('publishing.supervision.indicators'),
        blocks:
          rows.length === 0
            ? [note(line('publishing.indicators.none'))]
            : [
                ...seriesTable(pen, rows, {
                  key: `series-${goal.code}`,
                  caption: word('publishing.indicators.caption', { goal: title }),
                }),
                ...findingBlocks(pen, findingsOf(plan, { goal: goal.code, families: ['indicators'] }), 3),
              ],
      },
    ],
  }
}
