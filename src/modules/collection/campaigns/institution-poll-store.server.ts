import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { ElementDefinition } from '../definition.ts'
import type { Option } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>

/** A question put to institutions: a call that asks one thing. */
export type InstitutionPoll = {
  id: string
  municipalityId: string
  key: string
  element: string
  state: 'draft' | 'open' | 'withdrawn'
  title: LocalText
  question: LocalText
  choices: readonly Option[]
  opensAt: Date
  closesAt: Date
  /** Rises with every change to the call or to what it asks. */
  version: number
}

type Row = {
  id: string
  municipality_id: string
  key: string
  state: InstitutionPoll['state']
  title_lv: string
  title_en: string
  opens_at: string
  due_at: string
  revision: number
  element_revision: number
  definition: unknown
}

const select = sql`select c.id, c.municipality_id, c.key, c.state, c.title_lv, c.title_en, c.opens_at, c.due_at, c.revision,
  e.revision as element_revision, e.definition
  from collection.data_call c join lateral (select * from collection.call_element e
    where e.municipality_id = c.municipality_id and e.call_id = c.id and e.withdrawn_at is null
    order by e.position limit 1) e on true
  where c.kind = 'poll' and c.withdrawn_at is null`

/** Polls of institutions that the reader may see, the one that closes last first. One statement. */
export async function findInstitutionPolls(db: Own, municipalityId: string): Promise<InstitutionPoll[]> {
  const rows = await readSql(
    db,
    sql<Row>`${select} and c.municipality_id = ${municipalityId} order by c.due_at desc, c.key`,
  )
  return rows.map(pollOf)
}

/** One of them by its key. One statement. */
export async function findInstitutionPoll(
  db: Own,
  municipalityId: string,
  key: string,
): Promise<InstitutionPoll | undefined> {
  const [row] = await readSql(
    db,
    sql<Row>`${select} and c.municipality_id = ${municipalityId} and c.key = ${key}`,
  )
  return row && pollOf(row)
}

/** Polls of all municipalities that have closed and were not counted yet. One statement, which everybody may ask. */
export async function findUncountedOfInstitutions(db: Own, now: Date): Promise<InstitutionPoll[]> {
  const rows = await readSql(
    db,
    sql<Row>`${select} and c.state = 'open' and c.due_at <= ${now} and not exists (select from collection.poll_result r
      where r.municipality_id = c.municipality_id and r.poll_id = c.id)`,
  )
  return rows.map(pollOf)
}

/** Who is asked, and what those who have answered chose last. One statement. */
export function findChoices(
  db: Own,
  { municipalityId, id }: Pick<InstitutionPoll, 'municipalityId' | 'id'>,
): Promise<{ institutionId: string; choice: string | null }[]> {
  return readSql(
    db,
    sql<{ institutionId: string; choice: string | null }>`
      select s.institution_id as "institutionId", (select v.choice from collection.submission_value v
        where v.municipality_id = s.municipality_id and v.submission_id = s.id order by v.version desc limit 1) as choice
      from collection.submission s
      where s.municipality_id = ${municipalityId} and s.call_id = ${id} and s.excused_reason is null
      order by s.institution_id`,
  )
}

function pollOf(row: Row): InstitutionPoll {
  const { name, key, choices } = ElementDefinition.parse(row.definition)
  return {
    id: row.id,
    municipalityId: row.municipality_id,
    key: row.key,
    element: key,
    state: row.state,
    title: { lv: row.title_lv, en: row.title_en },
    question: name,
    choices,
    opensAt: new Date(row.opens_at),
    closesAt: new Date(row.due_at),
    version: row.revision + row.element_revision,
  }
}
