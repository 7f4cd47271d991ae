import type { Db } from '#platform/database/types.server.ts'
import type { ReportKind } from './reports/content/kinds.ts'
import type { ReportTables } from './reports/tables.server.ts'

/** Published versions of reports of a kind about the whole municipality, the earliest first. One statement. */
export async function findPublished(
  db: Db<ReportTables>,
  municipalityId: string,
  kind: ReportKind,
): Promise<{ key: string; number: number; frozenAt: Date }[]> {
  const rows = await db
    .selectFrom('publishing.frozen_report')
    .select(['report_key', 'number', 'frozen_at'])
    .where('municipality_id', '=', municipalityId)
    .where('kind', '=', kind)
    .where('is_public', '=', true)
    .where('institution_id', 'is', null)
    .orderBy('frozen_at')
    .execute()
  return rows.map(({ report_key, number, frozen_at }) => ({ key: report_key, number, frozenAt: frozen_at }))
}
