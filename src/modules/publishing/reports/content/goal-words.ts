import type { JudgedSeries } from '#modules/indicators'
import type { Goal } from '#modules/strategy'
import type { Inline } from '#platform/reports/report.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** A goal by its code and title, with a link to where the plan says it. */
export const goalLink = ({ link, named, data }: Pen, goal: Pick<Goal, 'code' | 'title'>): Inline => [
  link(named(goal), `${data.home}/strategija#${goal.code}`),
]

/** What was judged of the indicators of a goal. */
export const judgedOf = ({ judged, tree }: PlanData, { code }: Goal): JudgedSeries[] =>
  judged.filter(({ indicator }) => tree.goalOfIndicator.get(indicator.id) === code)

/** A goal that something names by its code: with its title, where the plan has it. */
export function sayGoal({ named }: Pen, { tree }: PlanData, code: string): string {
  const goal = tree.goals.find((one) => one.code === code)
  return goal ? named(goal) : code
}
