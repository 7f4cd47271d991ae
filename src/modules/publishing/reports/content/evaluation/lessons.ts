import { actionsOf } from '#modules/strategy'
import type { ReportSection } from '#platform/reports/report.ts'
import { note, paragraph, section } from '../blocks.ts'
import { claimTable } from '../claim-table.ts'
import type { PlanData } from '../data.ts'
import type { Pen } from '../pen.ts'
import { surveyQuestions } from '../questions.ts'

/** What is to be taken along into the next plan. */
export function lessons(pen: Pen, plan: PlanData): ReportSection {
  const { line, local, counted } = pen
  const { recommendations } = plan.tree
  const questions = surveyQuestions(pen)
  const unfinished = actionsOf(plan.tree).length
  return section(pen, 'lessons', 'publishing.evaluation.lessons', [
    paragraph(line('publishing.lessons.intro')),
    ...claimTable(pen, plan),
    ...(recommendations.length > 0
      ? [
          paragraph(
            line('publishing.lessons.recommendations', {
              count: recommendations.length,
              n: counted('count:recommendations'),
            }),
          ),
          {
            kind: 'list' as const,
            isOrdered: true as const,
            items: recommendations.map(({ title }) => [{ text: local(title) }]),
          },
        ]
      : [note(line('publishing.lessons.noRecommendations'))]),
    ...(unfinished > 0 ? questions : []),
  ])
}
