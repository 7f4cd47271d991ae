import type { Db } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Element } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>
export type ElementRow = CollectionTables['collection.element']

/** An element with what tells its version and who sees it. */
export type StoredElement = Element & { version: number; isPublic: boolean }

/** Every element of a municipality that the reader may see, by Latvian name. One statement. */
export async function findElements(db: Own, municipalityId: string): Promise<StoredElement[]> {
  const rows = await shown(db, municipalityId).execute()
  const collator = new Intl.Collator('lv', { numeric: true })
  return rows.map(asElement).sort((a, b) => collator.compare(a.name.lv, b.name.lv))
}

/** One of them by its key; undefined where there is none that the reader may see. */
export async function findElement(
  db: Own,
  municipalityId: string,
  key: string,
): Promise<StoredElement | undefined> {
  const row = await shown(db, municipalityId).where('key', '=', key).executeTakeFirst()
  return row && asElement(row)
}

/** In how many calls each element is or was asked, by its id. One statement. */
export async function countCallsOfElements(db: Own, municipalityId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('collection.call_element')
    .select(({ fn }) => ['element_id', fn.countAll<string>().as('calls')])
    .where('municipality_id', '=', municipalityId)
    .where('withdrawn_at', 'is', null)
    .groupBy('element_id')
    .execute()
  return new Map(rows.map(({ element_id, calls }) => [element_id, Number(calls)]))
}

const shown = (db: Own, municipalityId: string) =>
  db
    .selectFrom('collection.element')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('withdrawn_at', 'is', null)

const asElement = (row: ElementRow): StoredElement => ({
  id: row.id,
  key: row.key,
  name: { lv: row.name_lv, en: row.name_en },
  help: localText(row.help_lv, row.help_en),
  kind: row.kind,
  unit: row.unit,
  choices: row.choices,
  rows: row.rows,
  columns: row.columns,
  computed: row.computed,
  isMinimum: row.is_minimum,
  reason: localText(row.reason_lv, row.reason_en),
  isAboutPeople: row.is_about_people,
  register: row.register,
  version: row.revision,
  isPublic: row.is_public,
})

const localText = (lv: string | null, en: string | null): LocalText | null =>
  lv === null ? null : { lv, en: en ?? lv }
