import { namesInRow, namesOf } from '../checks/names.ts'
import type { CallForm } from '../model.ts'
import {
  addressOf,
  columnAt,
  columnKey,
  FIRST_ROW,
  type LaidCell,
  type LaidSheet,
  lastKey,
  letterOf,
  type Part,
} from './layout.ts'
import type { FieldPlace, Sight } from './translate.ts'
import type { Words } from './words.ts'

/** A tab as formulas write it. */
export const tabInFormula = (tab: string): string => `'${tab.replaceAll("'", "''")}'`

const fixed = (sheet: LaidSheet, row: number, column: number) =>
  `${tabInFormula(sheet.tab)}!$${letterOf(column)}$${row + 1}`

/** Where every field of a laid out form stands, for formulas; of a row of a table when its columns alone are named. */
export function sightOf(
  form: CallForm,
  sheets: readonly LaidSheet[],
  words: Words,
): (row?: { element: string; row: string }) => Sight {
  const places = new Map<string, FieldPlace>()
  const columns = new Map<string, FieldPlace & { rows: number }>()
  for (const sheet of sheets) {
    const byField = Map.groupBy(sheet.cells, ({ field }) => field?.name)
    for (const [name, cells] of byField) if (name !== undefined) places.set(name, placeOf(sheet, cells))
    if (sheet.kind === 'table') for (const [name, place] of columnsOf(sheet)) columns.set(name, place)
  }
  const names = namesOf(form.elements)
  return (row) => ({
    names: row ? namesInRow(names, row) : names,
    place: (field) => places.get(field),
    column: (name) => columns.get(name),
    words,
  })
}

function placeOf(sheet: LaidSheet, cells: readonly LaidCell[]): FieldPlace {
  const [first] = cells
  const at = (part: Part) => {
    const cell = cells.find((one) => one.part === part)
    return cell && fixed(sheet, cell.row, cell.column)
  }
  const lastColumn = columnAt(sheet, first?.field?.column ? lastKey(first.field.column.key) : 'last')
  return pick({
    kind: first?.field?.kind ?? 'text',
    choices: first?.field?.choices ?? [],
    value: at('value') ?? '',
    denominator: at('denominator'),
    missing: at('missing'),
    last: first && lastColumn >= 0 ? fixed(sheet, first.row, lastColumn) : undefined,
  })
}

function columnsOf(sheet: LaidSheet): [name: string, place: FieldPlace & { rows: number }][] {
  const element = sheet.rows[0]?.element
  if (!element) return []
  const range = (key: string) => {
    const column = columnAt(sheet, key)
    if (column < 0) return undefined
    const letter = letterOf(column)
    return `${tabInFormula(sheet.tab)}!$${letter}$${FIRST_ROW + 1}:$${letter}$${FIRST_ROW + sheet.rows.length}`
  }
  return element.columns.map(({ key, kind, choices }) => [
    `${element.key}.${key}`,
    {
      ...pick({
        kind,
        choices,
        value: range(key) ?? '',
        denominator: range(columnKey(key, 'denominator')),
        missing: range(columnKey(key, 'missing')),
        last: undefined,
      }),
      rows: sheet.rows.length,
    },
  ])
}

/** Without what is not there. */
function pick({
  denominator,
  missing,
  last,
  ...place
}: Pick<FieldPlace, 'kind' | 'choices' | 'value'> &
  Record<'denominator' | 'missing' | 'last', string | undefined>): FieldPlace {
  return {
    ...place,
    ...(denominator === undefined ? {} : { denominator }),
    ...(missing === undefined ? {} : { missing }),
    ...(last === undefined ? {} : { last }),
  }
}

/** A cell of a sheet, as its own formulas name it. */
export const cellIn = (row: number, column: number): string => `$${addressOf(row, column)}`
