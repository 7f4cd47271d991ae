import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { describeGone, findGone, type GoneRow } from '#platform/import/gone.ts'
import { findLoadedRows } from '#platform/import/loaded-rows.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { findStillNeeded } from '#platform/import/still-needed.ts'
import { withdrawRows } from '#platform/import/withdraw.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { type FolderContent, loadingsOf, sheetsOf } from './read-folder.server.ts'

/**
 * Looks for rows that the files no longer have, in the transaction that has loaded them, and withdraws them
 * when it was asked for exactly as many.
 *
 * @returns the rows that are gone from the files and stay
 * @throws ImportRefused when there are more or fewer of them, or when what stays points at one
 */
export async function settleGoneRows(
  tx: DatabaseTransaction,
  change: Change,
  { dataset, rows, absent }: FolderContent,
  { name, withdraw }: { name: string; withdraw: number | undefined },
): Promise<{ stay: GoneRow[]; withdrawn: number }> {
  const links = loadingsOf(dataset).flatMap((loading) => loading.links ?? [])
  const linkSheets = Object.assign({}, ...links.map((one) => one.sheets))
  const sheets = { ...sheetsOf(dataset), ...linkSheets }
  const present = Object.assign({}, rows, ...links.map((one) => one.rowsOf(rows)))
  // What this very loading has written stands in the files, and points at nothing that does not.
  const loaded = await findLoadedRows(tx, change.municipalityId, name, sheets, { except: change.id })
  const missing = findGone(sheets, loaded, present, absent)
  const gone = missing.filter(({ sheet }) => !(sheet in linkSheets))
  if (withdraw !== undefined && withdraw !== gone.length) {
    const values = { count: gone.length, given: withdraw }
    const problem = { file: '*.csv', reason: 'platform.import.withdrawCount', values } as const
    throw new ImportRefused([problem], describeGone(gone))
  }
  const leaving = withdraw === undefined ? [] : gone
  // A link leaves with the row it belongs to; of one that stays, somebody has emptied the cell.
  const staying = new Set(
    gone.filter((one) => !leaving.includes(one)).map(({ file, key }) => `${file} ${key}`),
  )
  const unlinked = missing.filter(
    ({ sheet, file, key }) => sheet in linkSheets && !staying.has(`${file} ${key}`),
  )
  const stillNeeded = findStillNeeded(sheets, loaded, [...leaving, ...unlinked])
  if (stillNeeded.length > 0) throw new ImportRefused(stillNeeded)
  await withdrawRows(tx, change, sheets, [...leaving, ...unlinked])
  change.counts.changed += leaving.length + unlinked.length
  return { stay: withdraw === undefined ? gone : [], withdrawn: leaving.length }
}
