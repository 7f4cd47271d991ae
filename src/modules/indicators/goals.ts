import type { Reading } from '#modules/findings'
import type { LocalText } from '#platform/texts/text.ts'

/** A goal of a plan, as pages of indicators name it. */
export type GoalOfIndicators = {
  code: string
  title: LocalText
  /** Its page, below the address of the plan. */
  address: string
  /** Ids of the indicators that measure it. */
  indicators: ReadonlySet<string>
}

/** A survey that asked about what a goal wants, with what it asked. */
export type GoalSurvey = {
  key: string
  title: LocalText
  /** As `platform/period.ts` writes it. */
  period: string
  /** Its page, below the address of the municipality. */
  address: string
  items: readonly { title: LocalText; address: string }[]
}

/** What is known of the goals that indicators measure, by those who know plans. */
export type GoalReader = {
  /** Goals of the plan in their order. */
  find: (reading: Reading) => Promise<readonly GoalOfIndicators[]>
  /** Surveys that asked people about what a goal wants. */
  findSurveys: (reading: Reading, goal: string) => Promise<readonly GoalSurvey[]>
}

/** What belongs to some goals, in their order, and what belongs to none; goals to which nothing belongs are left out. */
export function groupByGoal<Item, Goal extends Pick<GoalOfIndicators, 'indicators'>>(
  items: readonly Item[],
  goals: readonly Goal[],
  indicatorOf: (item: Item) => string,
): { goal: Goal | null; items: Item[] }[] {
  const groups = Map.groupBy(
    items,
    (item) => goals.find(({ indicators }) => indicators.has(indicatorOf(item))) ?? null,
  )
  return [...goals, null].flatMap((goal) => {
    const some = groups.get(goal)
    return some ? [{ goal, items: some }] : []
  })
}
