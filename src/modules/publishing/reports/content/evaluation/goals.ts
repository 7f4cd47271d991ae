import type { ReportSection } from '#platform/reports/report.ts'
import { statusByGoal } from '../action-tables.ts'
import { paragraph, section } from '../blocks.ts'
import { statusChart, verdictChart } from '../count-charts.ts'
import type { PlanData } from '../data.ts'
import { verdictTable } from '../indicator-tables.ts'
import type { Pen } from '../pen.ts'
import { goalQuestions } from '../questions.ts'
import { surveysWithFindings } from '../survey-findings.ts'
import { surveysAbout } from '../survey-tables.ts'

/** Whether the goals are being reached. */
export function goals(pen: Pen, plan: PlanData): ReportSection {
  const { line, data } = pen
  return section(
    pen,
    'goals',
    'publishing.evaluation.goals',
    [
      paragraph(line('publishing.goals.intro')),
      ...statusByGoal(pen, plan, { key: 'goalStatuses' }),
      ...statusChart(pen, plan),
      ...verdictTable(pen, plan),
      ...verdictChart(pen, plan),
      ...surveysWithFindings(pen, plan, surveysAbout(data.surveys, 'goals'), 3),
      ...goalQuestions(pen, plan),
    ],
    { without: 'publishing.held.nothing' },
  )
}
