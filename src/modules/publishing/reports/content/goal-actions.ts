import type { Goal } from '#modules/strategy'
import type { Block } from '#platform/reports/report.ts'
import { actionTable } from './action-tables.ts'
import { milestoneTable } from './attached-tables.ts'
import { note, paragraph } from './blocks.ts'
import type { PlanData } from './data.ts'
import { findingBlocks, findingsOf } from './finding-blocks.ts'
import type { Pen } from './pen.ts'

/** A goal's actions by direction, with what was found in them. */
export function goalActions(pen: Pen, plan: PlanData, goal: Goal): Block[] {
  const { line, counted, sizeOf, named } = pen
  const scope = `@${goal.code}`
  if (sizeOf(`count:actions${scope}`) === 0) return [note(line('publishing.actions.none'))]
  return [
    paragraph(
      line('publishing.actions.goal', {
        count: sizeOf(`count:actions${scope}`),
        all: counted(`count:actions${scope}`),
        implemented: counted(`count:actions/implemented${scope}`),
        inProgress: counted(`count:actions/inProgress${scope}`),
        partial: counted(`count:actions/partial${scope}`),
        deferred: counted(`count:actions/deferred${scope}`),
        notStarted: counted(`count:actions/notStarted${scope}`),
      }),
    ),
    ...goal.directions.flatMap((direction) =>
      actionTable(pen, plan, direction.actions, {
        key: `actions-${direction.code}`,
        caption: named(direction),
      }),
    ),
    ...milestoneTable(pen, plan, goal),
    ...findingBlocks(
      pen,
      findingsOf(plan, { goal: goal.code, families: ['strategy'] }).filter(isAboutAction),
      4,
    ),
  ]
}

/** What is found of actions of several goals together, said once. */
export const sharedActionFindings = (pen: Pen, plan: PlanData): Block[] =>
  findingBlocks(pen, findingsOf(plan, { isShared: true, families: ['strategy'] }).filter(isAboutAction), 4)

const isAboutAction = ({ subjects }: PlanData['findings'][number]) =>
  subjects.some(({ subject }) => subject.kind === 'action')
