import { blocksOf, type Report } from './report.ts'

/** Numbers of tables and of charts by their keys, each counted through the whole report. */
export function numbersOf({ sections }: Pick<Report, 'sections'>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const count = { table: 0, chart: 0 }
  for (const block of blocksOf({ sections })) {
    if (block.kind !== 'table' && block.kind !== 'chart') continue
    count[block.kind] += 1
    numbers.set(block.key, count[block.kind])
  }
  return numbers
}
