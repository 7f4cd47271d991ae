import type { AllTables, Db } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'

/** A document that a survey cites, as the page names it. */
export type CitedDocument = { key: string; title: LocalText; publisher: string | null }

/** The documents that a municipality's citations point at. One statement. */
export async function findCitedDocuments(
  db: Db<Pick<AllTables, 'indicators.source_document'>>,
  municipalityId: string,
): Promise<CitedDocument[]> {
  const rows = await db
    .selectFrom('indicators.source_document')
    .select(['key', 'title_lv', 'title_en', 'publisher'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('key')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    title: { lv: row.title_lv, en: row.title_en },
    publisher: row.publisher,
  }))
}
