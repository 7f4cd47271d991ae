import { type CellStyle, type CellValue, type ColumnDef, type WriteSheet, writeXlsx } from 'hucre'
import { disarm } from '../formula.ts'
import type { CellForm } from '../import/column.ts'
import type { Sheet } from '../import/sheet.ts'

/** What a workbook's file is called to a browser. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Rows of a sheet as texts, in the order of its columns. */
export type TextRows = readonly (readonly string[])[]

/** So wide is a column in characters. */
const WIDTHS = { code: 14, whole: 10, decimal: 12, date: 12, period: 12, choice: 16, list: 28, text: 32 }

/** The name of the tab that holds a sheet's rows: the file's without its ending. */
export const tabOf = ({ file }: Sheet): string => file.replace(/\.csv$/, '')

/** How a spreadsheet should treat what is typed into a column; texts stay texts, whatever they look like. */
export function styleOf(form: CellForm | undefined): CellStyle {
  switch (form?.kind) {
    case 'whole':
      return { numFmt: '0' }
    case 'decimal':
      return { numFmt: 'General' }
    case 'date':
      return { numFmt: 'yyyy-mm-dd' }
    default:
      return { numFmt: '@' }
  }
}

export const widthOf = (form: CellForm | undefined): number => WIDTHS[form?.kind ?? 'text']

/** What the format would take for a character by its number stands for itself. */
export const withoutEscapes = (text: string) => text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** A text as a typed cell, which reading turns into the same text again. */
export function asCell(text: string, form: CellForm | undefined): CellValue {
  if (text === '') return null
  const isNumber = form?.kind === 'whole' || form?.kind === 'decimal'
  if (isNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (form?.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T00:00:00Z`)
  // A workbook runs no text; but reading takes the guard away, so whatever begins like one gets another.
  return withoutEscapes(text.startsWith("'") ? disarm(text) : text)
}

/** A tab with a sheet's headings and rows. */
export function asTab(sheet: Sheet, rows: TextRows): WriteSheet {
  const forms = Object.values(sheet.columns).map(({ form }) => form)
  return {
    name: tabOf(sheet),
    columns: forms.map((form): ColumnDef => ({ width: widthOf(form), style: styleOf(form) })),
    rows: [
      Object.keys(sheet.columns),
      ...rows.map((row) => row.map((text, index) => asCell(text, forms[index]))),
    ],
    freezePane: { rows: 1 },
  }
}

/** A workbook of such tabs. */
export const writeWorkbook = (tabs: readonly WriteSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [...tabs], stringMode: 'inline' })
