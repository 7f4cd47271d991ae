import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { readContinued } from './continued.ts'
import { findIndicator } from './lookup-store.server.ts'
import { type IndicatorRows, indicatorSheets } from './sheets.ts'

/**
 * Indicators that are taken over from an earlier plan are there.
 *
 * @throws ImportRefused naming every row whose plan or code is not
 */
export async function demandContinued(
  tx: DatabaseTransaction,
  municipalityId: string,
  catalogue: string,
  rows: IndicatorRows['indicators'],
) {
  const problems = []
  for (const { line, continues } of rows) {
    if (continues === null) continue
    const named = readContinued(continues)
    const isElsewhere = named !== undefined && named.plan !== catalogue
    if (isElsewhere && (await findIndicator(tx, municipalityId, named.plan, named.code))) continue
    const place = { file: indicatorSheets.indicators.file, line, column: 'continues' }
    problems.push({ ...place, reason: 'platform.import.noEarlier' as const, values: { found: continues } })
  }
  if (problems.length > 0) throw new ImportRefused(problems)
}
