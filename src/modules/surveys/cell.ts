import { type Estimate, estimateResult, resultFinder } from './estimate.ts'
import type { MissingAnswer } from './missing.ts'
import type { SurveyGroup, SurveyItem, SurveyResult, SurveyTable } from './model.ts'

/** One figure of a survey: what came in, and what it says; or why there is none. */
export type Cell =
  | { result: SurveyResult; estimate: Estimate; missing: null }
  | { result: SurveyResult | undefined; estimate: null; missing: MissingAnswer }

/** Looks figures up by group and item; one that the data do not mention is not reported. */
export function cellFinder(table: SurveyTable) {
  const find = resultFinder(table)
  return (group: SurveyGroup, item: SurveyItem): Cell => {
    const result = find(group.code, item.code)
    const estimate = result ? estimateResult(group, result) : null
    return result && estimate
      ? { result, estimate, missing: null }
      : { result, estimate: null, missing: result?.missing ?? 'notReported' }
  }
}

/** Items for which a group has no share, under the reason. */
export function missingOf(table: SurveyTable, group: SurveyGroup): [MissingAnswer, SurveyItem[]][] {
  const find = cellFinder(table)
  const without = table.items.flatMap((item) => {
    const { missing } = find(group, item)
    return missing === null ? [] : [{ item, missing }]
  })
  return [...Map.groupBy(without, ({ missing }) => missing)].map(([missing, found]) => [
    missing,
    found.map(({ item }) => item),
  ])
}

/** Items under the goal they belong to, in the order given; null for those that belong to none. */
export function itemsByGoal({ items }: Pick<SurveyTable, 'items'>): [string | null, SurveyItem[]][] {
  return [...Map.groupBy(items, ({ goal }) => goal)]
}
