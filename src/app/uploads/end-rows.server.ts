import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { keyOf } from '#platform/import/find-row.ts'
import type { GoneRow } from '#platform/import/gone.ts'
import { findLoadedRows } from '#platform/import/loaded-rows.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { findStillNeeded } from '#platform/import/still-needed.ts'
import { withdrawRows } from '#platform/import/withdraw.server.ts'
import type { UploadDecision } from '#platform/uploads/tables.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { linkSheets } from '../export.server.ts'
import { sheetsOf } from '../read-folder.server.ts'
import type { CheckedParts } from './check-parts.server.ts'

/** What was typed does not fit what the files say. */
export class WrongCount extends Error {
  readonly sheet: string
  readonly count: number
  constructor(sheet: string, count: number) {
    super(`${count} rows of ${sheet} would end`)
    this.sheet = sheet
    this.count = count
  }
}

/** Ends the rows of tables for which exactly their number was typed. */
export async function endRows(
  tx: DatabaseTransaction,
  change: Change,
  plan: string,
  changes: CheckedParts['changes'],
  ends: UploadDecision['ends'],
): Promise<number> {
  const wrong = changes.find(({ name, gone }) => ends[name] !== undefined && ends[name] !== gone.length)
  if (wrong) throw new WrongCount(wrong.name, wrong.gone.length)
  const ending = changes.filter(({ name, gone }) => ends[name] !== undefined && gone.length > 0)
  if (ending.length === 0) return 0
  const sheets = { ...sheetsOf('municipality'), ...linkSheets() }
  const loaded = await findLoadedRows(tx, change.municipalityId, plan, sheets)
  const leaving = ending.flatMap(({ name, sheet, gone }): GoneRow[] => {
    const keys = new Set(gone)
    return (loaded.get(name) ?? [])
      .map((row): GoneRow => ({ sheet: name, file: sheet.file, key: keyOf(row.fields, sheet.key), row }))
      .filter(({ key }) => keys.has(key))
  })
  const files = new Map(ending.map(({ sheet, gone }) => [sheet.file, new Set(gone)]))
  // What the cells of a row were kept as leaves with it.
  const links = Object.entries(linkSheets()).flatMap(([name, link]): GoneRow[] =>
    (loaded.get(name) ?? [])
      .map((row): GoneRow => ({ sheet: name, file: link.file, key: keyOf(row.fields, link.key), row }))
      .filter(({ file, key }) =>
        [...(files.get(file) ?? [])].some((one) => key === one || key.startsWith(`${one} · `)),
      ),
  )
  const all = [...leaving, ...links]
  const needed = findStillNeeded(sheets, loaded, all)
  if (needed.length > 0) throw new ImportRefused(needed)
  await withdrawRows(tx, change, sheets, all)
  change.counts.changed += all.length
  return leaving.length
}
