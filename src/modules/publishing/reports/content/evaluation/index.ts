import type { ReportSection } from '#platform/reports/report.ts'
import { note, section } from '../blocks.ts'
import type { PlanData } from '../data.ts'
import { headlines } from '../headlines.ts'
import type { Pen } from '../pen.ts'
import { sourceSection } from '../sources-section.ts'
import { actions } from './actions.ts'
import { factors } from './factors.ts'
import { goals } from './goals.ts'
import { indicators } from './indicators.ts'
import { lessons } from './lessons.ts'
import { programmes } from './programmes.ts'
import { scope } from './scope.ts'
import { values } from './values.ts'

/** The evaluation of a plan by eight questions, each answered with what the data hold. */
export function writeEvaluation(pen: Pen, plan: PlanData): ReportSection[] {
  return [
    summary(pen, plan),
    values(pen, plan),
    goals(pen, plan),
    indicators(pen, plan),
    actions(pen, plan),
    programmes(pen, plan),
    scope(pen, plan),
    factors(pen, plan),
    lessons(pen, plan),
    sourceSection(pen, plan),
  ]
}

function summary(pen: Pen, plan: PlanData): ReportSection {
  return section(pen, 'summary', 'publishing.evaluation.summary', [
    ...headlines(pen, plan),
    note(pen.line('publishing.evaluation.howToRead')),
  ])
}
