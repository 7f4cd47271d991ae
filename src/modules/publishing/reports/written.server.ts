import { findStrategyByKey } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { findDataVersions, findLastChange } from '#platform/write/data-version.server.ts'
import { writeReport } from './content/index.ts'
import type { ReportKind } from './content/kinds.ts'
import { readReportData } from './content/read-data.server.ts'
import type { BothLanguages, ReportDraft } from './model.ts'

/** Of what a report speaks. */
export type Speaks = Pick<ReportDraft, 'kind' | 'strategy' | 'institutionId' | 'asOf' | 'since'>

/** A report as its data stand, in both languages, and which state of the data that is. */
export type Written = { report: BothLanguages; dataVersion: number; dataAt: Date }

/**
 * Writes a report from the data as everybody reads them, whoever asks: what few people told, and what is not published,
 * cannot get into it.
 *
 * @throws Refused (404) when everybody sees no such plan
 */
export const writePublicly = (db: Database, municipalityId: string, speaks: Speaks): Promise<Written> =>
  readAs(db, THE_PUBLIC, (tx) => writeFrom(tx, municipalityId, speaks))

/** The same within a transaction in the public's name. */
export async function writeFrom(
  tx: DatabaseTransaction,
  municipalityId: string,
  speaks: Speaks,
): Promise<Written> {
  const data = await readPublicData(tx, municipalityId, speaks)
  return {
    report: inBothLanguages(speaks.kind, data),
    dataVersion: (await findDataVersions(tx)).get(municipalityId) ?? 0,
    dataAt: (await findLastChange(tx, municipalityId)) ?? new Date(),
  }
}

/** What reports of a plan are written from. @throws Refused (404) without the plan */
export async function readPublicData(
  tx: DatabaseTransaction,
  municipalityId: string,
  { strategy, institutionId, asOf, since }: Omit<Speaks, 'kind'>,
) {
  if (!(await findStrategyByKey(tx, strategy, municipalityId))) refuse(404, 'publishing.reports.noPlan')
  return readReportData(tx, {
    municipalityId,
    strategy,
    ...(institutionId === null ? {} : { institutionId }),
    ...(asOf === null ? {} : { asOf }),
    ...(since === null ? {} : { since }),
  })
}

export const inBothLanguages = (kind: ReportKind, data: Parameters<typeof writeReport>[1]): BothLanguages => {
  const [lv, en] = [writeReport(kind, data, 'lv'), writeReport(kind, data, 'en')]
  return { lv, en }
}
