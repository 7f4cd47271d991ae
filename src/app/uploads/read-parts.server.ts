import type { FindRow } from '#platform/import/column.ts'
import { keyOf, rowFinder } from '#platform/import/find-row.ts'
import type { PlanRow } from '#platform/import/plan-rows.server.ts'
import { type ImportProblem, MOST_BESIDE_ROWS } from '#platform/import/problems.ts'
import { type ReadSheet, readLines } from '#platform/import/read-sheet.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { mappedLines, separatorFor } from '#platform/uploads/map-rows.ts'
import { linesOf, odditiesOf } from '#platform/uploads/open-parts.server.ts'
import type { UploadedFile } from '#platform/uploads/upload-store.server.ts'

/** A table that was sent. */
export type SentTable = { name: string; sheet: Sheet; read: ReadSheet }

type Beside = {
  sheets: Readonly<Record<string, Sheet>>
  /** What is stored of each table, which a file may leave out. */
  stored: ReadonlyMap<string, readonly PlanRow[]>
}

/**
 * Reads the tables of an upload as they were chosen to be read, in the order of our sheets: rows of a table follow from
 * those of tables before it.
 *
 * @returns the tables by the names of their sheets, what is sent twice, and what is read otherwise than it looks
 */
export async function readParts(
  files: readonly UploadedFile[],
  parts: readonly PartChoice[],
  { sheets, stored }: Beside,
) {
  const sent = new Map<string, SentTable>()
  const twice: ImportProblem[] = []
  const notes: ImportProblem[] = []
  const find = rowFinder(sheets, (name) => [
    ...(stored.get(name) ?? []).map(({ fields }) => fields),
    ...(sent.get(name)?.read.rows ?? []),
  ])
  for (const [name, sheet] of Object.entries(sheets)) {
    for (const part of parts.filter((one) => one.sheet === name)) {
      if (sent.has(name)) {
        twice.push({ file: sheet.file, reason: 'platform.import.fileTwice', values: { found: sheet.file } })
        continue
      }
      for (const odd of await odditiesOf(files, part)) notes.push({ file: sheet.file, ...odd })
      sent.set(name, { name, sheet, read: await readPart(files, part, sheet, stored.get(name) ?? [], find) })
    }
  }
  return { sent, twice, notes }
}

async function readPart(
  files: readonly UploadedFile[],
  part: PartChoice,
  sheet: Sheet,
  stored: readonly PlanRow[],
  find: FindRow,
): Promise<ReadSheet> {
  const separator = separatorFor(part)
  const byKey = new Map(stored.map(({ fields }) => [keyOf(fields, sheet.key), fields]))
  const beside = { findStored: (key: string) => byKey.get(key), find }
  const lines = mappedLines(sheet, linesOf(files, part), part, separator, beside)
  return readLines(sheet, lines, [], separator, MOST_BESIDE_ROWS)
}
