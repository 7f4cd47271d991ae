import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import type { ReportData } from './data.ts'
import { type AskedReport, readReportData } from './read-data.server.ts'

type Asked = Partial<AskedReport> & { slug?: string; user?: User }

/** What reports of a municipality of the tests are written from. */
export const reportDataOf = (
  db: Database,
  { user = THE_PUBLIC, ...asked }: Asked = {},
): Promise<ReportData> => readAs(db, user, (tx) => readIn(tx, asked))

/** The same within a transaction that a test writes in. */
export async function readIn(
  tx: DatabaseTransaction,
  { slug = 'liepaja', ...asked }: Omit<Asked, 'user'> = {},
): Promise<ReportData> {
  const municipality = await findMunicipality(tx, slug)
  return readReportData(tx, { municipalityId: municipality?.id ?? '', ...asked })
}
