import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { flatDimension } from '../tables/hierarchy.ts'
import { createTable, type Table } from '../tables/table.ts'

/** A table of pupils by school (letters) and grade (numbers), with totals `all`. */
export function pupilTable(rows: readonly (readonly number[])[], name = 'pupils by school and grade'): Table {
  const schools = rows.map((_, n) => String.fromCharCode(65 + n))
  const grades = (rows[0] ?? []).map((_, n) => `${n + 1}`)
  return createTable({
    name,
    measure: 'pupils',
    dimensions: [
      { name: 'school', total: flatDimension('all', schools) },
      { name: 'grade', total: flatDimension('all', grades) },
    ],
    cells: rows.flatMap((row, i) =>
      row.map((value, j) => ({ at: { school: schools[i] ?? '', grade: grades[j] ?? '' }, value })),
    ),
  })
}

/** A release of that table alone, about persons. */
export function pupilRelease(rows: readonly (readonly number[])[]): Release {
  return linkTables({ measures: { pupils: { aboutPersons: true } }, tables: [pupilTable(rows)] })
}

/** The key of a cell of `pupilTable`: `A1`, or a letter or number alone for a total, or '' for the grand total. */
export function pupilKey(cell: string): string {
  const [, school = '', grade = ''] = /^([A-Z]?)(\d*)$/.exec(cell) ?? []
  return ['pupils', grade && `grade=${grade}`, school && `school=${school}`].filter(Boolean).join('|')
}
