import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import { COVERED } from '../covered.ts'
import type { CsvCell } from '../csv.ts'
import { plainDecimal } from '../decimal.ts'
import { disarm } from '../formula.ts'
import { platformTexts } from '../texts/index.ts'
import type { LocalText } from '../texts/text.ts'
import { withoutEscapes } from '../workbook/write-workbook.server.ts'
import { DATA_LICENCE, GENERATED_COLUMN } from './about-columns.ts'
import { type ColumnType, columnType } from './column-type.ts'
import type { ColumnWords, TableFile } from './table-file.ts'

const WIDTHS: Readonly<Record<ColumnType, number>> = { text: 28, number: 12, day: 12, instant: 24, flag: 8 }
const STYLES: Readonly<Record<ColumnType, CellStyle>> = {
  text: { numFmt: '@' },
  number: { numFmt: 'General' },
  day: { numFmt: 'yyyy-mm-dd' },
  instant: { numFmt: '@' },
  flag: { numFmt: 'General' },
}

/**
 * A table as a workbook: its rows on one sheet, with numbers that are numbers and a heading that stays in sight, and on
 * another what the table is, where it comes from, what may be done with it and what its columns mean.
 *
 * @param wordsOf what a column is called and means
 */
export function writeTableWorkbook(
  table: TableFile,
  wordsOf: (column: string) => ColumnWords,
): Promise<Uint8Array> {
  return writeXlsx({ sheets: [dataSheet(table), aboutSheet(table, wordsOf)], stringMode: 'inline' })
}

function dataSheet({ columns, rows }: TableFile): WriteSheet {
  const types = columns.map(columnType)
  return {
    name: words('sheet').lv,
    columns: types.map((type) => ({ width: WIDTHS[type], style: STYLES[type] })),
    rows: [[...columns], ...rows.map((row) => row.map((cell, index) => asCell(cell, types[index])))],
    freezePane: { rows: 1 },
  }
}

/** A workbook runs no text; the guard is for whoever saves it as CSV, and reading takes it away. */
function asCell(cell: CsvCell, type: ColumnType | undefined): CellValue {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'number') return Number(plainDecimal(cell))
  if (typeof cell === 'boolean') return cell
  if (type === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return new Date(`${cell}T00:00:00Z`)
  return withoutEscapes(disarm(cell))
}

const TEXTS: Readonly<Record<'lv' | 'en', Readonly<Record<string, string>>>> = platformTexts

const words = (key: string): LocalText => ({
  lv: TEXTS.lv[`platform.file.${key}`] ?? key,
  en: TEXTS.en[`platform.file.${key}`] ?? key,
})

function aboutSheet(table: TableFile, wordsOf: (column: string) => ColumnWords): WriteSheet {
  const { title, columns, rows, asOf, address, next } = table
  const said = (key: string, value: LocalText | string): CellValue[] => {
    const { lv, en } = words(key)
    const both = typeof value === 'string' ? { lv: value, en: value } : value
    return [lv, en, both.lv, both.en].map((text) => withoutEscapes(disarm(text)))
  }
  const pages = distinct(table, 'page')
  const facts: CellValue[][] = [
    said('title', title),
    said('rows', String(rows.length)),
    ...(next === null ? [] : [said('part', next)]),
    said('asOf', asOf ?? words('asOf.none')),
    said('address', address),
    ...(pages.length === 1 ? [said('page', pages[0] ?? '')] : []),
    ...sourcesOf(table).map((source) => said('source', source)),
    said('licence', words('licence.is')),
    said('licence.address', DATA_LICENCE.url),
    said('missing', words('missing.is')),
    said('covered', {
      lv: `${COVERED}: ${words('covered.is').lv}`,
      en: `${COVERED}: ${words('covered.is').en}`,
    }),
    ...(columns.includes(GENERATED_COLUMN)
      ? [
          [
            words('generated').lv,
            words('generated').en,
            platformTexts.lv['platform.generated'],
            platformTexts.en['platform.generated'],
          ],
        ]
      : []),
  ]
  const described = columns.map((column): CellValue[] => {
    const { name, meaning } = wordsOf(column)
    const type = words(`type.${columnType(column)}`)
    return [column, name.lv, meaning.lv, name.en, meaning.en, type.lv, type.en]
  })
  const headings = ['column', 'name', 'meaning', 'name', 'meaning', 'type', 'type']
  const inEnglish = [false, false, false, true, true, false, true]
  return {
    name: words('about').lv,
    columns: [16, 28, 60, 28, 60, 14, 14].map((width) => ({ width })),
    rows: [
      [words('about').lv, words('about').en],
      ...facts,
      [],
      headings.map((key, index) => words(`column.${key}`)[inEnglish[index] ? 'en' : 'lv']),
      ...described,
    ],
  }
}

/** What stands in a column, each once and in the order of the rows. */
function distinct({ columns, rows }: TableFile, column: string): string[] {
  const index = columns.indexOf(column)
  return index < 0 ? [] : [...new Set(rows.flatMap((row) => (row[index] ? String(row[index]) : [])))]
}

/** The documents that the rows were taken from, by name. */
function sourcesOf(table: TableFile): LocalText[] {
  const english = distinct(table, 'source_title_en')
  return distinct(table, 'source_title_lv').map((lv, index) => ({ lv, en: english[index] ?? lv }))
}
