import { writeCsv } from '../csv.ts'
import { GENERATED_COLUMN } from '../table-files/about-columns.ts'
import { writeExcelCsv } from '../table-files/excel-csv.ts'
import type { ColumnWords, FileForm, TableFile } from '../table-files/table-file.ts'
import { writeTableWorkbook } from '../table-files/write-table-workbook.server.ts'
import type { LocalText } from '../texts/text.ts'
import { XLSX_TYPE } from '../workbook/write-workbook.server.ts'

type Written = { type: string; body: string | Uint8Array }

/** Writes a table in one of the forms in which it can be taken away. */
export async function writeTable(
  table: TableFile,
  form: FileForm,
  wordsOf: (column: string) => ColumnWords,
): Promise<Written> {
  const { columns, rows } = table
  if (form === 'xlsx') return { type: XLSX_TYPE, body: await writeTableWorkbook(table, wordsOf) }
  const type = 'text/csv; charset=utf-8; header=present'
  if (form === 'excel.csv') return { type, body: writeExcelCsv(columns, rows) }
  // Programs that read addresses know the encoding from the header; to them a mark is part of the first name.
  return { type, body: writeCsv(columns, rows).replace(/^\uFEFF/, '') }
}

/** Says of every row that what it is about was invented. */
export function withGenerated(table: TableFile, note: LocalText): TableFile {
  return {
    ...table,
    columns: [...table.columns, GENERATED_COLUMN],
    rows: table.rows.map((cells) => [...cells, `${note.lv} / ${note.en}`]),
  }
}
