import { slug, yesNo } from './columns.ts'
import type { ImportProblem } from './problems.ts'
import { type AllRows, sheet } from './sheet.ts'

/** Which municipality and strategy a folder is about, and whether everybody may see it. */
export const datasetSheets = {
  dataset: sheet(
    'dataset.csv',
    ['strategy'],
    { municipality: slug, strategy: slug, public: yesNo },
    { isRequired: true },
  ),
}

type DatasetSheets = typeof datasetSheets
declare module './sheet.ts' {
  interface AllSheets extends DatasetSheets {}
}

/** One row; the strategy's public id begins with its municipality, so that no two can be the same. */
export function checkDataset({ dataset: [row, second] }: Pick<AllRows, 'dataset'>): ImportProblem[] {
  const { file } = datasetSheets.dataset
  if (!row) return [{ file, reason: 'platform.import.oneRow', values: {} }]
  if (second) return [{ file, line: second.line, reason: 'platform.import.oneRow', values: {} }]
  if (row.strategy.startsWith(`${row.municipality}-`)) return []
  const values = { found: row.strategy, expected: `${row.municipality}-` }
  return [{ file, line: row.line, column: 'strategy', reason: 'platform.import.begins', values }]
}
