import type { ReportSection } from '#platform/reports/report.ts'
import { note, paragraph, section } from '../blocks.ts'
import type { PlanData } from '../data.ts'
import type { Pen } from '../pen.ts'
import { programmeMatrix, programmeTable } from '../programme-tables.ts'
import { programmeQuestions } from '../questions.ts'
import { usefulnessBlocks } from '../usefulness-table.ts'

/** Which programmes there are, and whether projects were of use. */
export function programmes(pen: Pen, plan: PlanData): ReportSection {
  const { line, counted, sizeOf } = pen
  const blocks =
    plan.tree.programmes.length === 0
      ? []
      : [
          paragraph(
            line('publishing.programmes.intro', {
              written: counted('count:programmes/written'),
              planned: counted('count:programmes/planned'),
            }),
          ),
          ...programmeTable(pen, plan, 'written'),
          ...programmeTable(pen, plan, 'planned'),
          // A table in which every cell says that nothing is known tells less than one sentence.
          ...(sizeOf('count:links') > 0 && sizeOf('count:links/unknown') === sizeOf('count:links')
            ? [note(line('publishing.matrix.lost'), 'warning' as const)]
            : programmeMatrix(pen, plan)),
          ...programmeQuestions(pen, plan),
        ]
  return section(pen, 'programmes', 'publishing.evaluation.programmes', blocks, {
    without: 'publishing.programmes.none',
    sections: [
      {
        key: 'usefulness',
        title: pen.word('publishing.useful.title'),
        blocks: usefulnessBlocks(pen, plan),
      },
    ],
  })
}
