import type { CsvCell } from '#platform/csv.ts'
import type { SurveyTable } from '../model.ts'
import { cellFinder } from './cell.ts'

const COLUMNS = [
  'survey',
  'period',
  'group',
  'group_lv',
  'group_en',
  'respondents',
  'response_percent',
  'population',
  'population_low',
  'population_high',
  'population_known',
  'goal',
  'item',
  'item_lv',
  'item_en',
  'percent',
  'missing',
  'interval_low',
  'interval_high',
  'interval_method',
  'source',
  'locator',
  'revision',
  'recorded_at',
] as const

/** A survey as a table for a spreadsheet: one row for each group and item, intervals in per cent. */
export function surveyRows(table: SurveyTable): { columns: readonly string[]; rows: CsvCell[][] } {
  const { survey } = table
  const find = cellFinder(table)
  const rows = table.items.flatMap((item) =>
    table.groups.map((group): CsvCell[] => {
      const { result, missing, estimate } = find(group, item)
      const { population } = group
      const [best, low, high] =
        population.kind === 'unknown' ? [] : [population.best, population.low, population.high]
      return [
        survey.key,
        survey.period,
        group.code,
        group.label.lv,
        group.label.en,
        group.respondents,
        group.responseShare?.percent,
        best,
        low,
        high,
        population.kind,
        item.goal,
        item.code,
        item.title.lv,
        item.title.en,
        result?.share,
        missing,
        estimate && asPercent(estimate.low),
        estimate && asPercent(estimate.high),
        estimate?.method,
        result?.source,
        result?.locator,
        result?.revision,
        result?.recordedAt.toISOString(),
      ]
    }),
  )
  return { columns: COLUMNS, rows }
}

/** Two decimals, as a plain number. */
const asPercent = (share: number) => Math.round(share * 10_000) / 100
