import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { SourceDocument } from './model.ts'
import type { SourcesTables } from './tables.server.ts'

type Own = Db<SourcesTables>

/**
 * Keys of source documents by id, for the citations of other modules: a municipality's, or all that the
 * reader may see. One statement.
 */
export async function findSourceKeys(db: Own, municipalityId?: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sources.document')
    .select(['id', 'key'])
    .$if(municipalityId !== undefined, (query) => query.where('municipality_id', '=', municipalityId ?? ''))
    .execute()
  return new Map(rows.map((row) => [row.id, row.key]))
}

/** A municipality's documents by key, and the keys by the ids that citations point at. One statement. */
export async function readSources(db: Own, municipalityId: string) {
  const rows = await db
    .selectFrom('sources.document')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where(isShown())
    .orderBy('key')
    .execute()
  return { documents: rows.map(asDocument), keys: new Map(rows.map((row) => [row.id, row.key])) }
}

/** The documents that a municipality's citations point at, by key. One statement. */
export async function findSourceDocuments(db: Own, municipalityId: string): Promise<SourceDocument[]> {
  return (await readSources(db, municipalityId)).documents
}

function asDocument(row: SourcesTables['sources.document']): SourceDocument {
  return {
    key: row.key,
    title: { lv: row.title_lv, en: row.title_en },
    publisher: row.publisher,
    preparedFrom: row.prepared_from,
    preparedTo: row.prepared_to,
    statesDataTo: row.states_data_to,
    url: row.url,
  }
}
