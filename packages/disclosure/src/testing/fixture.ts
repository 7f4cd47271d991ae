import fixture from '../../fixtures/sdctable-4x4.json' with { type: 'json' }
import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { flatDimension } from '../tables/hierarchy.ts'
import { createTable } from '../tables/table.ts'

/** sdcTable's published example: 4 × 4 with margins, two hidden cells in every line, and yet one recoverable. */
export const published = fixture

/** The key of a cell of the example: row letter, column letter. */
export function publishedKey(cell: string): string {
  return `pupils|column=${cell[1]}|row=${cell[0]}`
}

export function publishedRelease(): Release {
  const table = createTable({
    name: 'sdcTable 4 × 4',
    measure: 'pupils',
    dimensions: [
      { name: 'row', total: flatDimension('all', fixture.rows) },
      { name: 'column', total: flatDimension('all', fixture.columns) },
    ],
    cells: fixture.rows.flatMap((row, i) =>
      fixture.columns.map((column, j) => ({ at: { row, column }, value: fixture.values[i]?.[j] ?? 0 })),
    ),
  })
  return linkTables({ measures: { pupils: { aboutPersons: true } }, tables: [table] })
}
