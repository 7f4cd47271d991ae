import type { CsvCell } from '#platform/csv.ts'
import { type Action, actionsOf, currentReport, type StrategyTree } from './model.ts'

/** Columns of the file of actions, named as in the data that ship. */
const COLUMNS = {
  action: (action) => action.code,
  goal: (action) => action.goal,
  direction: (action) => action.direction,
  title_lv: (action) => action.title.lv,
  title_en: (action) => action.title.en,
  deliverable_lv: (action) => action.deliverable?.lv,
  deliverable_en: (action) => action.deliverable?.en,
  responsible: (action) => action.responsible,
  involved: (action) => action.involved,
  funding: (action) => action.funding,
  starts_on: (action) => action.startsOn,
  due_on: (action) => action.dueOn,
  as_of: (action) => currentReport(action)?.asOf,
  status: (action) => currentReport(action)?.status,
  comment_lv: (action) => currentReport(action)?.comment?.lv,
  comment_en: (action) => currentReport(action)?.comment?.en,
  decided_by_lv: (action) => currentReport(action)?.decidedBy?.lv,
  decided_by_en: (action) => currentReport(action)?.decidedBy?.en,
  evidence_lv: (action) => currentReport(action)?.evidence?.lv,
  evidence_en: (action) => currentReport(action)?.evidence?.en,
  revision: (action) => currentReport(action)?.revision,
  recorded_at: (action) => currentReport(action)?.recordedAt.toISOString(),
  source: (action) => action.source,
  locator: (action) => action.locator,
} satisfies Record<string, (action: Action) => CsvCell>

/** The actions of a plan as rows, each with its newest report. What is not stated is empty. */
export function actionRows(tree: StrategyTree) {
  const readers: ((action: Action) => CsvCell)[] = Object.values(COLUMNS)
  return {
    columns: Object.keys(COLUMNS),
    rows: actionsOf(tree).map((action) => readers.map((read) => read(action))),
  }
}

/** The actions of a plan with everything ever reported about each. What is not stated is null. */
export function actionRecords({ strategy, goals }: StrategyTree) {
  return {
    strategy: {
      key: strategy.key,
      title: strategy.title,
      version: strategy.version,
      period: strategy.period,
    },
    actions: actionsOf({ goals }).map(({ history, position, ...action }) => ({
      ...action,
      status: currentReport({ history })?.status ?? null,
      history,
    })),
  }
}
