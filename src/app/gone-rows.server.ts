import { goalLinkSheet } from '#modules/strategy.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { ImportJob } from '#platform/import/apply-rows.server.ts'
import { describeGone, findGone, findStillNeeded, type GoneRow } from '#platform/import/gone.ts'
import { findLoadedRows } from '#platform/import/loaded-rows.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { withdrawRows } from '#platform/import/withdraw.server.ts'
import { type MunicipalityRows, municipalitySheets } from './read-folder.server.ts'

/** What was read of a folder, and what may be taken back. */
export type FolderContent = {
  dataset: string
  rows: MunicipalityRows
  /** Files that the folder does not have. */
  absent: ReadonlySet<string>
  /** How many rows whoever loads the files expects to withdraw; undefined: none, only tell. */
  withdraw: number | undefined
}

const sheets = { ...municipalitySheets, goalLinks: goalLinkSheet }

/**
 * Looks for rows that the files no longer have, in the transaction that has loaded them, and withdraws them
 * when it was asked for exactly as many.
 *
 * @returns the rows that are gone from the files and stay
 * @throws ImportRefused when there are more or fewer of them, or when what stays points at one
 */
export async function settleGoneRows(
  tx: DatabaseTransaction,
  job: ImportJob,
  { dataset, rows, absent, withdraw }: FolderContent,
): Promise<{ stay: GoneRow[]; withdrawn: number }> {
  const loaded = await findLoadedRows(tx, job.municipalityId, dataset, sheets)
  const goalLinks = rows.indicators.flatMap(({ code, goal }) =>
    goal === null ? [] : [{ indicator: code, goal }],
  )
  const missing = findGone(sheets, loaded, { ...rows, goalLinks }, absent)
  const gone = missing.filter(({ sheet }) => sheet !== 'goalLinks')
  const links = missing.filter(({ sheet }) => sheet === 'goalLinks')
  if (withdraw !== undefined && withdraw !== gone.length) {
    const values = { count: gone.length, given: withdraw }
    throw new ImportRefused(
      [{ file: '*.csv', reason: 'platform.import.withdrawCount', values }],
      describeGone(gone),
    )
  }
  const leaving = withdraw === undefined ? [] : gone
  // A goal that is no longer named beside an indicator was taken out by whoever emptied the cell.
  const codes = new Set<unknown>(rows.indicators.map(({ code }) => code))
  const unlinked = links.filter(({ row }) => withdraw !== undefined || codes.has(row.fields.indicator))
  const stillNeeded = findStillNeeded(sheets, loaded, [...leaving, ...unlinked])
  if (stillNeeded.length > 0) throw new ImportRefused(stillNeeded)
  await withdrawRows(tx, job, sheets, [...leaving, ...unlinked])
  job.changes.changed += leaving.length + unlinked.length
  return { stay: withdraw === undefined ? gone : [], withdrawn: leaving.length }
}
