import type { ReportSection } from '#platform/reports/report.ts'
import { note, paragraph, section, table } from '../blocks.ts'
import type { PlanData } from '../data.ts'
import type { Pen } from '../pen.ts'
import { surveysWithFindings } from '../survey-findings.ts'
import { surveysAbout } from '../survey-tables.ts'

/** What the plan is to lead to, and what people say of it. */
export function values(pen: Pen, plan: PlanData): ReportSection {
  const { local, line, word, data } = pen
  const { vision, mission, values: held } = plan.tree.strategy
  const stated = [
    ...(vision ? [line('publishing.values.vision', { words: local(vision.title) })] : []),
    ...(mission ? [line('publishing.values.mission', { words: local(mission.title) })] : []),
  ]
  const surveys = surveysAbout(data.surveys, 'values')
  return section(pen, 'values', 'publishing.evaluation.values', [
    paragraph(line('publishing.values.intro')),
    ...stated.map(paragraph),
    ...table<(typeof held)[number]>({
      key: 'values',
      caption: word('publishing.values.caption'),
      says: word('publishing.values.says'),
      columns: [
        { heading: word('publishing.values.value'), cell: ({ title }) => local(title) },
        {
          heading: word('publishing.values.meaning'),
          share: 3,
          cell: ({ meaning }) => (meaning ? local(meaning) : word('publishing.notStated')),
        },
      ],
      rows: held,
    }),
    ...(surveys.length === 0 ? [note(line('publishing.values.noSurvey'))] : []),
    ...surveysWithFindings(pen, plan, surveys, 4),
  ])
}
