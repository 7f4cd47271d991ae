import { findSourceKeys } from '#modules/sources.server'
import type { QuotedFigure } from '#modules/strategy'
import { findQuotedFigures } from '#modules/strategy.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { ReportData } from './data.ts'
import { readReportData } from './read-data.server.ts'

/** What the documents of the current plan quote, and the data to hold it against. */
export async function readQuoted(
  tx: DatabaseTransaction,
  municipalityId: string,
): Promise<{ data: ReportData; quoted: QuotedFigure[] }> {
  const data = await readReportData(tx, { municipalityId })
  const strategy = data.plan?.tree.strategy
  if (!strategy) return { data, quoted: [] }
  const sourceKeys = await findSourceKeys(tx, municipalityId, strategy.key)
  return { data, quoted: await findQuotedFigures(tx, municipalityId, strategy.id, sourceKeys) }
}
