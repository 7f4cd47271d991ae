import type { Lines } from '../import/read-sheet.ts'
import type { Sheet } from '../import/sheet.ts'
import type { Row } from '../import/split-rows.ts'
import type { DateForm, PartChoice } from './choices.ts'
import { MARKS, type Mapping, type Meaning, NO_MAPPING } from './mapping.ts'
import { type Beside, withStored } from './with-stored.ts'

/** By which separator numbers with this sign are read: where semicolons separate, a comma is never one of thousands. */
export const separatorFor = ({ decimal }: Pick<PartChoice, 'decimal'>) => (decimal === ',' ? ';' : ',')

/** Columns that hold figures, in which a mark may stand for “there is none”. */
export const isFigure = (sheet: Sheet, column: string): boolean =>
  sheet.columns[column]?.form?.kind === 'decimal'

/**
 * A foreign table as one of ours: our headings, then each row with our values. A column that the file does not have
 * keeps what is stored, so that a file about a part of the columns changes that part only, and what follows from it.
 */
export async function* mappedLines(
  sheet: Sheet,
  lines: Lines,
  { header, mapping, dates }: Pick<PartChoice, 'header' | 'mapping' | 'dates' | 'decimal'>,
  separator: ',' | ';',
  beside: Beside,
): Lines {
  const columns = Object.keys(sheet.columns)
  const { columns: places, ...meanings } = mapping ?? NO_MAPPING
  let hasHead = false
  for (;;) {
    const next = await lines.next()
    if (next.done) return next.value
    const row = next.value
    if (row.line < header || row.cells.every((cell) => cell.trim() === '')) continue
    if (!hasHead) {
      hasHead = true
      yield { cells: columns, line: row.line }
      continue
    }
    yield withStored(sheet, asOurs(sheet, row, places, { ...meanings, dates }), places, separator, beside)
  }
}

type Places = Mapping['columns']
type Meanings = Omit<Mapping, 'columns'> & { dates: DateForm }

function asOurs(
  sheet: Sheet,
  { cells, line, kinds }: Row,
  places: Places,
  { values, marks, dates }: Meanings,
): Row {
  let missing: string | undefined
  let hasFigure = false
  const columns = Object.keys(sheet.columns)
  const ours = columns.map((column) => {
    const place = places[column]
    const cell = place === undefined ? '' : (cells[place] ?? '')
    const trimmed = cell.trim()
    const given = values[column]?.[trimmed]
    if (given !== undefined) return given
    const meaning = isFigure(sheet, column) && place !== undefined ? marks[trimmed] : undefined
    if (meaning === undefined || meaning === 'asIs') {
      if (isFigure(sheet, column) && trimmed !== '') hasFigure = true
      return sheet.columns[column]?.form?.kind === 'date' ? asOwnDate(trimmed, dates) : cell
    }
    if (meaning.startsWith('missing:')) missing = meaning.slice('missing:'.length)
    return ''
  })
  const at = columns.indexOf('missing')
  if (missing !== undefined && !hasFigure && at >= 0 && ours[at] === '') ours[at] = missing
  const moved =
    kinds &&
    new Map(
      columns.flatMap((column, index) => {
        const kind = kinds.get(places[column] ?? -1)
        return kind ? [[index, kind] as const] : []
      }),
    )
  return moved?.size ? { cells: ours, line, kinds: moved } : { cells: ours, line }
}

function asOwnDate(cell: string, dates: DateForm): string {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? []
  if (year === '' || dates === 'own') return cell
  const [day, month] = dates === 'dayFirst' ? [first, second] : [second, first]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Marks that stand in the figures of a table, and foreign values that are none of ours, each with how often. */
export type Foreign = {
  marks: ReadonlyMap<string, number>
  values: ReadonlyMap<string, ReadonlyMap<string, number>>
}

const isMark = (cell: string) => (MARKS as readonly string[]).includes(cell)

/**
 * What of a table must be told to us.
 *
 * @param known codes that may stand in a column; undefined where anything may
 */
export async function findForeign(
  sheet: Sheet,
  lines: Lines,
  { header }: Pick<PartChoice, 'header'>,
  places: Places,
  known: (column: string) => ReadonlySet<string> | undefined,
): Promise<Foreign> {
  const marks = new Map<string, number>()
  const values = new Map<string, Map<string, number>>()
  let hasHead = false
  for await (const { line, cells } of lines) {
    if (line < header || cells.every((cell) => cell.trim() === '')) continue
    if (!hasHead) {
      hasHead = true
      continue
    }
    for (const [column, place] of Object.entries(places)) {
      const cell = (cells[place] ?? '').trim()
      if (isFigure(sheet, column)) {
        if (isMark(cell)) marks.set(cell, (marks.get(cell) ?? 0) + 1)
        continue
      }
      const ours = known(column)
      if (!ours || cell === '' || ours.has(cell) || ours.has(cell.toLowerCase())) continue
      const found = values.get(column) ?? new Map<string, number>()
      found.set(cell, (found.get(cell) ?? 0) + 1)
      values.set(column, found)
    }
  }
  return { marks, values }
}

/** What a mark is taken for until somebody says otherwise; undefined: somebody must. */
export const usualMeaning = (mark: string): Meaning | undefined => {
  if (mark === '0') return 'asIs'
  return mark === '' ? 'empty' : undefined
}

/** Our columns by the headings that are called the same. */
export function sameColumns(
  sheet: Sheet,
  headings: readonly string[],
  plain: (heading: string) => string,
): Places {
  const found: Record<string, number> = {}
  for (const column of Object.keys(sheet.columns)) {
    const place = headings.findIndex((heading) => plain(heading) === column)
    if (place >= 0) found[column] = place
  }
  return found
}
