import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'
import { CallTemplate } from './template.ts'

type Own = Db<CollectionTables>

/** A template of calls with who keeps it: the country has the nil id. */
export type StoredTemplate = {
  municipalityId: string
  id: string
  key: string
  template: CallTemplate
  isPublic: boolean
  version: number
}

/** Templates of calls of a municipality or of the country that the reader may see, by Latvian title. One statement. */
export async function findTemplates(db: Own, municipalityId: string): Promise<StoredTemplate[]> {
  const rows = await shown(db, municipalityId).execute()
  const collator = new Intl.Collator('lv', { numeric: true })
  return rows.map(asTemplate).sort((a, b) => collator.compare(a.template.title.lv, b.template.title.lv))
}

/** One of them by its key; undefined where there is none that the reader may see. */
export async function findTemplate(
  db: Own,
  municipalityId: string,
  key: string,
): Promise<StoredTemplate | undefined> {
  const row = await shown(db, municipalityId).where('key', '=', key).executeTakeFirst()
  return row && asTemplate(row)
}

/** Keys of every template of a municipality or of the country, so that a new one gets another. */
export async function findTemplateKeys(db: Own, municipalityId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('collection.template')
    .select('key')
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Set(rows.map(({ key }) => key))
}

/** One as it is stored, for being withdrawn. */
export const findTemplateRow = (db: Own, municipalityId: string, key: string) =>
  shown(db, municipalityId).where('key', '=', key).executeTakeFirst()

const shown = (db: Own, municipalityId: string) =>
  db
    .selectFrom('collection.template')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('kind', '=', 'call')
    .where('asks', '=', 'institutions')
    .where('withdrawn_at', 'is', null)

const asTemplate = (row: CollectionTables['collection.template']): StoredTemplate => ({
  municipalityId: row.municipality_id,
  id: row.id,
  key: row.key,
  template: CallTemplate.parse(row.definition),
  isPublic: row.is_public,
  version: row.revision,
})

/** What institutions of municipalities answered to calls from a template, as it was added up. One statement. */
export const findTotalsOf = (db: Own, templateId: string) =>
  db
    .selectFrom('collection.call_total')
    .select(['municipality_id', 'field', 'kind', 'choice', 'total', 'denominator', 'accepted', 'asked'])
    .select('is_about_people')
    .where('template_id', '=', templateId)
    .orderBy('municipality_id')
    .orderBy('field')
    .orderBy('choice')
    .execute()
