import { resultFinder } from '../estimate.ts'
import type { SurveyGroup, SurveyItem, SurveyResult, SurveyTable } from '../model.ts'

/** One share of the table with the group and the item it belongs to. */
export type Cell = { group: SurveyGroup; item: SurveyItem; result: SurveyResult & { share: number } }

/** Every share of the table, by group and then by item; missing results are left out. */
export function cellsOf(table: SurveyTable): Cell[] {
  const find = resultFinder(table)
  return table.groups.flatMap((group) =>
    table.items.flatMap((item) => {
      const result = find(group.code, item.code)
      return result && result.share !== null
        ? [{ group, item, result: { ...result, share: result.share } }]
        : []
    }),
  )
}
