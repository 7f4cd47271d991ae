import { findStrategyByKey } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
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

/** So many written reports are remembered; of each the data are read anew once they, or the day, are others. */
const REMEMBERED = 12
const written = new WeakMap<Database, Map<string, Written>>()

/**
 * Writes a report from the data as everybody reads them, whoever asks: what few people told, and what is not published,
 * cannot get into it. Since it is the same for everybody, it is remembered as long as the data are the same.
 *
 * @throws Refused (404) when everybody sees no such plan
 */
export async function writePublicly(
  db: Database,
  municipalityId: string,
  { kind, strategy, institutionId, asOf, since }: Speaks,
): Promise<Written> {
  const speaks = { kind, strategy, institutionId, asOf, since }
  const known = written.get(db) ?? new Map<string, Written>()
  written.set(db, known)
  return readAs(db, THE_PUBLIC, async (tx) => {
    const version = (await findDataVersions(tx)).get(municipalityId) ?? 0
    const key = JSON.stringify([municipalityId, version, municipalDay(), speaks])
    const remembered = known.get(key)
    if (remembered) return remembered
    const made = await writeFrom(tx, municipalityId, speaks)
    for (const oldest of known.keys()) {
      if (known.size < REMEMBERED) break
      known.delete(oldest)
    }
    known.set(key, made)
    return made
  })
}

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
