import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { FrozenReport, FrozenSummary } from './model.ts'
import type { ReportTables } from './tables.server.ts'

type Own = Db<ReportTables>

const SUMMARY = [
  'report_id',
  'report_key',
  'number',
  'kind',
  'strategy',
  'frozen_at',
  'frozen_by',
  'data_version',
  'data_at',
  'is_public',
] as const

/**
 * Frozen reports of a municipality that the reader may see, the newest first, without what they say: of all reports or
 * of one. One statement.
 */
export async function findFrozen(
  db: Own,
  municipalityId: string,
  { key, onlyPublic = false }: { key?: string; onlyPublic?: boolean } = {},
): Promise<FrozenSummary[]> {
  const rows = await db
    .selectFrom('publishing.frozen_report')
    .select(SUMMARY)
    .select([
      sql<string>`content #>> '{lv,title}'`.as('title_lv'),
      sql<string>`content #>> '{en,title}'`.as('title_en'),
      sql<string>`content #>> '{lv,subtitle}'`.as('subtitle_lv'),
      sql<string>`content #>> '{en,subtitle}'`.as('subtitle_en'),
    ])
    .where('municipality_id', '=', municipalityId)
    .$if(key !== undefined, (query) => query.where('report_key', '=', key ?? ''))
    .$if(onlyPublic, (query) => query.where('is_public', '=', true))
    .orderBy('frozen_at', 'desc')
    .orderBy('report_key')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ title_lv, title_en, subtitle_lv, subtitle_en, ...row }) => ({
    ...frozenOf(row),
    title: {
      lv: { title: title_lv, subtitle: subtitle_lv },
      en: { title: title_en, subtitle: subtitle_en },
    },
  }))
}

/** One frozen version of a report: that of a number, or the newest that the reader may see. One statement. */
export async function findFrozenReport(
  db: Own,
  municipalityId: string,
  { key, number, onlyPublic = false }: { key: string; number?: number | undefined; onlyPublic?: boolean },
): Promise<FrozenReport | undefined> {
  const row = await db
    .selectFrom('publishing.frozen_report')
    .select(SUMMARY)
    .select(['institution_id', 'since', 'content'])
    .where('municipality_id', '=', municipalityId)
    .where('report_key', '=', key)
    .$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
    .$if(onlyPublic, (query) => query.where('is_public', '=', true))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { institution_id: institutionId, since, content } = row
  return { ...frozenOf(row), institutionId, since, content }
}

/** The number that the next frozen version of a report gets. One statement. */
export async function findNextNumber(db: Own, municipalityId: string, reportId: string): Promise<number> {
  const row = await db
    .selectFrom('publishing.frozen_report')
    .select((is) => is.fn.max('number').as('newest'))
    .where('municipality_id', '=', municipalityId)
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return Number(row?.newest ?? 0) + 1
}

/** Keeps a report for good. */
export async function insertFrozen(
  db: Own,
  municipalityId: string,
  changeId: string,
  { content, ...frozen }: FrozenReport,
): Promise<void> {
  await db
    .insertInto('publishing.frozen_report')
    .values({
      municipality_id: municipalityId,
      report_id: frozen.reportId,
      report_key: frozen.key,
      number: frozen.number,
      kind: frozen.kind,
      strategy: frozen.strategy,
      institution_id: frozen.institutionId,
      since: frozen.since,
      content: sql`${JSON.stringify(content)}::text::jsonb`,
      data_version: frozen.dataVersion,
      data_at: frozen.dataAt,
      frozen_at: frozen.frozenAt,
      frozen_by: frozen.frozenBy,
      is_public: frozen.isPublic,
      change_id: changeId,
    })
    .execute()
}

type Row = Pick<ReportTables['publishing.frozen_report'], Exclude<(typeof SUMMARY)[number], 'frozen_at'>> & {
  frozen_at: Date
}

const frozenOf = (row: Row) => ({
  reportId: row.report_id,
  key: row.report_key,
  number: row.number,
  kind: row.kind,
  strategy: row.strategy,
  frozenAt: row.frozen_at,
  frozenBy: row.frozen_by,
  dataVersion: Number(row.data_version),
  dataAt: row.data_at,
  isPublic: row.is_public,
})
