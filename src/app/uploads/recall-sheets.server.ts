import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { plainName } from '#platform/import/match-names.ts'
import type { Sheet } from '#platform/import/sheet.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { firstRows, linesOf } from '#platform/uploads/open-parts.server.ts'
import { findMappedSheets, type UploadedFile } from '#platform/uploads/upload-store.server.ts'

type Asked = {
  municipalityId: string
  files: readonly UploadedFile[]
  sheets: Readonly<Record<string, Sheet>>
}

/** Rows at the top of a table among which its headings are looked for. */
const TOP = 15

/**
 * Takes tables for what tables with the same headings were taken for the last time, unless the file itself is called
 * as one of ours. A person still confirms it.
 */
export async function recallSheets(
  tx: DatabaseTransaction,
  { municipalityId, files, sheets }: Asked,
  parts: readonly PartChoice[],
): Promise<PartChoice[]> {
  const recalled: PartChoice[] = []
  for (const part of parts) {
    const { rows } = await firstRows(linesOf(files, part), TOP)
    const headings = rows.map(({ cells }) => cells.map((cell) => cell.trim()))
    const known = (await findMappedSheets(tx, municipalityId, headings)).filter(
      ({ sheet }) => sheet in sheets,
    )
    const keepsGuess = isNamed(part, files, sheets) || known.some(({ sheet }) => sheet === part.sheet)
    const latest = keepsGuess ? undefined : known[0]
    const header = rows[latest?.row ?? -1]?.line
    recalled.push(latest && header ? { ...part, sheet: latest.sheet, header } : part)
  }
  return recalled
}

/** Whether a file, or a tab of a workbook, is called as the sheet that it was recognised as. */
function isNamed(
  { file, tab, sheet }: PartChoice,
  files: readonly UploadedFile[],
  sheets: Readonly<Record<string, Sheet>>,
): boolean {
  const ours = sheets[sheet]?.file.replace(/\.csv$/, '')
  return ours !== undefined && plainName(tab ?? files[file]?.name ?? '').startsWith(ours)
}
