import type { Complaint } from '#platform/forms/form.ts'
import type { CellKind } from '#platform/import/split-rows.ts'
import { openWorkbook, workbookRows } from '#platform/workbook/read-workbook.server.ts'

/** A row as it stands in a file: texts by their columns, and what a text cannot tell. */
export type RawRow = { cells: readonly string[]; kinds?: ReadonlyMap<number, CellKind> }
/** A sheet by what is written on its tab; rows by their number in the file, from 1. */
export type RawSheet = { tab: string; rows: ReadonlyMap<number, RawRow> }

/** Rows and cells that no form has. */
const MOST_ROWS = 20_000
const MOST_CELLS = 400_000
/** Longer than this nobody waits for a form. */
const MOST_MS = 10_000

const refused = (why: 'pdf' | 'xls' | 'ods' | 'csv' | 'other' | 'broken' | 'large') => ({
  refused: { reason: `collection.workbook.refused.${why}` } satisfies Complaint,
})

/**
 * Everything that stands in a workbook, or in words what the file is instead. What would unpack to more than a
 * workbook has is refused before it is unpacked.
 */
export async function readRawSheets(bytes: Uint8Array): Promise<RawSheet[] | { refused: Complaint }> {
  const strange = strangeKind(bytes)
  if (strange) return refused(strange)
  const workbook = openWorkbook(bytes)
  if ('complaint' in workbook)
    return refused(workbook.complaint.reason === 'platform.import.workbookLarge' ? 'large' : 'broken')
  const until = Date.now() + MOST_MS
  const sheets: RawSheet[] = []
  let cells = 0
  for (const sheet of workbook.sheets) {
    const rows = new Map<number, RawRow>()
    const lines = workbookRows(workbook, sheet)
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done) {
        if (next.value) return refused('broken')
        break
      }
      const { line, ...row } = next.value
      cells += row.cells.length
      if (rows.size >= MOST_ROWS || cells > MOST_CELLS || Date.now() > until) return refused('large')
      if (row.cells.some((cell) => cell !== '')) rows.set(line, row)
    }
    sheets.push({ tab: sheet.name, rows })
  }
  return sheets
}

/** What a file is that is no workbook of the format that we read. */
function strangeKind(bytes: Uint8Array): 'pdf' | 'xls' | 'ods' | 'csv' | 'other' | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096))
  if (head.includes('%PDF-')) return 'pdf'
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'xls'
  if (head.subarray(0, 2).toString('latin1') !== 'PK') return isText(head) ? 'csv' : 'other'
  if (head.includes('opendocument.spreadsheet')) return 'ods'
  const names = Buffer.from(bytes)
  return names.includes('xl/workbook.xml') ? undefined : 'other'
}

const isText = (head: Buffer) => head.length > 0 && !head.includes(0)
