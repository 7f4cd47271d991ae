import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre'
import { cellText } from '#platform/import/cell-text.ts'
import type { CellForm, Column } from '#platform/import/column.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { Text } from '#platform/texts/text.ts'
import { asCell, styleOf, tabOf, widthOf, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { columnHelp, columnName } from './column-texts.ts'
import type { Table } from './export.server.ts'
import { describedSheets } from './prepare-folder.server.ts'

type Sheets = Readonly<Record<string, Sheet>>

/** So many rows can be filled in. */
const LAST_ROW = 2000
const OPEN = { protection: { locked: false } } satisfies CellStyle
const HEADING: CellStyle = { font: { bold: true }, protection: { locked: true } }
/** Says of a row that it is none of the reader's own. */
const EXAMPLE: CellStyle = {
  ...OPEN,
  font: { italic: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } },
}

/**
 * A workbook to fill in: each table on a sheet with locked headings, lists to choose from and one example row, a sheet that
 * says in words what each column means, and a hidden one with the choices.
 *
 * @param tables what is stored, for codes that exist already
 */
export async function templateWorkbook(
  sheets: Sheets,
  text: Text,
  tables: readonly Table[],
): Promise<Uint8Array> {
  const lists = new Lists(tables)
  const examples = new Map(describedSheets().map(({ name, example }) => [name, example]))
  const tabs = Object.entries(sheets).map(([name, sheet]) =>
    formTab(sheet, examples.get(name)?.rows ?? [], lists),
  )
  return writeWorkbook([helpTab(sheets, examples, text), ...tabs, lists.tab()])
}

type Examples = ReadonlyMap<string, { about: Parameters<Text>[0] }>

function helpTab(sheets: Sheets, examples: Examples, text: Text): WriteSheet {
  const heads = ['column', 'called', 'meaning', 'needed'] as const
  const rows = Object.entries(sheets).flatMap(([name, sheet]) => {
    const about = examples.get(name)?.about
    return [
      [],
      [about ? `${tabOf(sheet)}: ${text(about)}` : tabOf(sheet)],
      heads.map((head) => text(`app.data.template.${head}`)),
      ...Object.entries(sheet.columns).map(([column, { form, isOptional }]) => [
        column,
        columnName(text, column),
        [columnHelp(text, column), choicesIn(form)].filter(Boolean).join(' '),
        text(isOptional ? 'app.data.template.no' : 'app.data.template.yes'),
      ]),
    ]
  })
  return {
    name: text('app.data.template.help'),
    columns: [{ width: 26 }, { width: 34 }, { width: 90 }, { width: 14 }],
    rows: [[text('app.data.template.intro')], ...rows],
    protection: { sheet: true },
  }
}

const choicesIn = (form: CellForm | undefined) => (form?.kind === 'choice' ? form.choices.join(', ') : '')

function formTab(
  sheet: Sheet,
  examples: readonly Readonly<Partial<Record<string, string>>>[],
  lists: Lists,
): WriteSheet {
  const columns = Object.entries(sheet.columns)
  const cells = new Map<string, Partial<Cell>>()
  const validations: DataValidation[] = []
  for (const [index, [name, column]] of columns.entries()) {
    cells.set(`0,${index}`, { value: name, style: HEADING })
    const { form } = column
    for (const [row, example] of examples.entries()) {
      const value = asCell(example[name] ?? '', form)
      cells.set(`${row + 1},${index}`, { value, style: { ...EXAMPLE, ...styleOf(form) } })
    }
    const formula1 = lists.place(column)
    if (!formula1) continue
    const letter = letterOf(index)
    validations.push({
      type: 'list',
      formula1,
      range: `${letter}2:${letter}${LAST_ROW}`,
      allowBlank: true,
      // A new code may be meant; only of closed lists nothing else can be.
      showErrorMessage: form?.kind === 'choice',
    })
  }
  return {
    name: tabOf(sheet),
    columns: columns.map(([, { form }]) => ({ width: widthOf(form), style: { ...OPEN, ...styleOf(form) } })),
    rows: [
      columns.map(([name]) => name),
      ...examples.map((example) => columns.map(([name, { form }]) => asCell(example[name] ?? '', form))),
    ],
    cells,
    freezePane: { rows: 1 },
    protection: { sheet: true, formatCells: true, formatColumns: true, insertRows: true },
    dataValidations: validations,
  }
}

const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26)

/** More codes than this are no list to choose from. */
const MOST_CODES = 2000

/** The hidden sheet: a list in each column, closed ones and those of codes that exist. */
class Lists {
  readonly #tables: ReadonlyMap<string, Table>
  readonly #lists = new Map<string, { index: number; choices: readonly string[] }>()

  constructor(tables: readonly Table[]) {
    this.#tables = new Map(tables.map((table) => [table.name, table]))
  }

  /** Where the choices of a column stand; undefined when anything may be written. */
  place(column: Column<unknown>): string | undefined {
    const { form, pointsAt } = column
    if (form?.kind === 'choice') return this.#add(form.choices.join(), form.choices)
    if (!pointsAt || form?.kind === 'list') return undefined
    const table = this.#tables.get(pointsAt.sheet)
    const name = pointsAt.columns?.at(-1) ?? table?.sheet.key.at(-1) ?? ''
    const codes = [...new Set((table?.rows ?? []).map((row) => cellText(row[name])))].filter(Boolean)
    return codes.length === 0 || codes.length > MOST_CODES
      ? undefined
      : this.#add(`${pointsAt.sheet} ${name}`, codes)
  }

  #add(key: string, choices: readonly string[]): string {
    const known = this.#lists.get(key) ?? { index: this.#lists.size, choices }
    this.#lists.set(key, known)
    const letter = letterOf(known.index)
    return `Saraksti!$${letter}$1:$${letter}$${known.choices.length}`
  }

  tab(): WriteSheet {
    const lists = [...this.#lists.values()].map(({ choices }) => choices)
    const height = Math.max(1, ...lists.map(({ length }) => length))
    const rows = Array.from({ length: height }, (_, row) => lists.map((choices) => choices[row] ?? null))
    return { name: 'Saraksti', hidden: true, rows, columns: lists.map(() => ({ style: { numFmt: '@' } })) }
  }
}
