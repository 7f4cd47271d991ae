import type { ReportSection } from '#platform/reports/report.ts'
import { absentColumns, statusByGoal, statusTable } from '../action-tables.ts'
import { fundingTable } from '../attached-tables.ts'
import { paragraph, section } from '../blocks.ts'
import type { PlanData } from '../data.ts'
import { goalActions, sharedActionFindings } from '../goal-actions.ts'
import type { Pen } from '../pen.ts'
import { actionQuestions } from '../questions.ts'

/** What became of the actions. */
export function actions(pen: Pen, plan: PlanData): ReportSection {
  const { line, named } = pen
  return section(
    pen,
    'actions',
    'publishing.evaluation.actions',
    [
      paragraph(line('publishing.actions.intro')),
      ...statusTable(pen),
      ...statusByGoal(pen, plan, { key: 'statusesByDirection', hasDirections: true }),
      ...absentColumns(pen, plan),
      ...fundingTable(pen, plan),
      ...sharedActionFindings(pen, plan),
      ...actionQuestions(pen, plan),
    ],
    {
      without: 'publishing.held.nothing',
      sections: plan.tree.goals.map((goal) => ({
        key: `actions-${goal.code}`,
        title: named(goal),
        blocks: goalActions(pen, plan, goal),
      })),
    },
  )
}
