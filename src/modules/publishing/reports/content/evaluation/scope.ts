import type { ReportSection } from '#platform/reports/report.ts'
import { paragraph, section } from '../blocks.ts'
import type { PlanData } from '../data.ts'
import { findingBlocks, findingsOf } from '../finding-blocks.ts'
import type { Pen } from '../pen.ts'
import { planLackTable } from '../plan-lacks.ts'

/** Whether the plan says all by which it can be carried out and judged. */
export function scope(pen: Pen, plan: PlanData): ReportSection {
  const { line } = pen
  return section(pen, 'scope', 'publishing.evaluation.scope', [
    paragraph(line('publishing.scope.intro')),
    ...planLackTable(pen, plan),
    ...findingBlocks(pen, findingsOf(plan, { families: ['strategy'] }).filter(isAboutPlan), 6),
  ])
}

/** What is found of the plan itself, and not of a claim or an action. */
const isAboutPlan = ({ subjects }: PlanData['findings'][number]) =>
  subjects.every(({ subject }) => subject.kind === 'strategy' || subject.kind === 'source')
