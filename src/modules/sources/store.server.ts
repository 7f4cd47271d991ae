import { sql } from 'kysely'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { asDocument, type SourceDocument } from './model.ts'
import type { SourcesTables } from './tables.server.ts'

type Own = Db<SourcesTables>

/**
 * A key that two plans use is told apart by the plan's own before it, for readers of several plans.
 *
 * @param catalogue the plan whose own documents keep their keys
 */
const publicKey = (catalogue: string | undefined) => sql<string>`case
  when catalogue = ${catalogue ?? ''} or count(*) over (partition by municipality_id, key) = 1 then key
  else catalogue || '/' || key end`

/**
 * Keys of source documents by id, for the citations of other modules: a municipality's, or all that the
 * reader may see. One statement.
 *
 * @param catalogue the plan whose own documents keep their keys
 */
export async function findSourceKeys(
  db: Own,
  municipalityId?: string,
  catalogue?: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('sources.document')
    .select(['id', publicKey(catalogue).as('key')])
    .$if(municipalityId !== undefined, (query) => query.where('municipality_id', '=', municipalityId ?? ''))
    .execute()
  return new Map(rows.map((row) => [row.id, row.key]))
}

/**
 * A municipality's documents by key, and the keys by the ids that citations point at. One statement.
 *
 * @param catalogue only the documents of this plan
 */
export async function readSources(db: Own, municipalityId: string, catalogue?: string) {
  const rows = await db
    .selectFrom('sources.document')
    .selectAll()
    .select(publicKey(catalogue).as('public_key'))
    .where('municipality_id', '=', municipalityId)
    .$if(catalogue !== undefined, (query) => query.where('catalogue', '=', catalogue ?? ''))
    .where(isShown())
    .orderBy('key')
    .orderBy('catalogue')
    .execute()
  const named = rows.map(({ public_key, ...row }) => ({ ...row, key: public_key }))
  return { documents: named.map(asDocument), keys: new Map(named.map((row) => [row.id, row.key])) }
}

/** The documents that a municipality's citations point at, by key. One statement. */
export async function findSourceDocuments(
  db: Own,
  municipalityId: string,
  catalogue?: string,
): Promise<SourceDocument[]> {
  return (await readSources(db, municipalityId, catalogue)).documents
}

/** What documents are called, by the keys that citations name. One statement. */
export async function findSourceTitles(
  db: Own,
  municipalityId: string,
  catalogue?: string,
): Promise<Map<string, LocalText>> {
  const rows = await db
    .selectFrom('sources.document')
    .select(['title_lv', 'title_en', publicKey(catalogue).as('key')])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Map(rows.map(({ key, title_lv: lv, title_en: en }) => [key, { lv, en }]))
}

/** A document's own row, withdrawn or not; undefined without it. One statement. */
export async function findDocumentRow(db: Own, municipalityId: string, catalogue: string, key: string) {
  const rows = await readRows(
    db,
    db
      .selectFrom('sources.document')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', catalogue)
      .where('key', '=', key),
  )
  return rows[0]
}
