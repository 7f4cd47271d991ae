import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>

/** What institutions have said that a call took them, by institution; null where nobody has. One statement. */
export async function findActualMinutes(
  db: Own,
  municipalityId: string,
  callId: string,
): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('collection.burden')
    .select(['institution_id', 'actual_minutes'])
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .execute()
  return new Map(rows.map((row) => [row.institution_id, row.actual_minutes]))
}

/** Minutes that all handings in of a submission took together, as far as they say; null where none does. */
export async function sumMinutes(
  db: Own,
  municipalityId: string,
  submissionId: string,
): Promise<number | null> {
  const { minutes } = await db
    .selectFrom('collection.handing_in')
    .select(({ fn }) => fn.sum<string | null>('minutes').as('minutes'))
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .executeTakeFirstOrThrow()
  return minutes === null ? null : Number(minutes)
}

/** How long one call takes one institution, as everybody reads it. */
export type BurdenRow = {
  callId: string
  institutionId: string
  plannedMinutes: number
  /** As the institution says; null where it has not said. */
  actualMinutes: number | null
}

/** A call that takes somebody's time in a year. */
export type BurdenCall = { id: string; key: string; title: LocalText; dueAt: Date }

/** What calls take institutions in a year. One statement. */
export async function findBurden(db: Own, municipalityId: string, year: number): Promise<BurdenRow[]> {
  const rows = await db
    .selectFrom('collection.burden')
    .select(['call_id', 'institution_id', 'planned_minutes', 'actual_minutes'])
    .where('municipality_id', '=', municipalityId)
    .where('year', '=', year)
    .orderBy('call_id')
    .orderBy('institution_id')
    .execute()
  return rows.map((row) => ({
    callId: row.call_id,
    institutionId: row.institution_id,
    plannedMinutes: row.planned_minutes,
    actualMinutes: row.actual_minutes,
  }))
}

/** Years in which calls take anybody's time, the newest first. One statement. */
export async function findBurdenYears(db: Own, municipalityId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('collection.burden')
    .select('year')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** Calls that the reader may see, by when they were due. One statement. */
export async function findBurdenCalls(
  db: Own,
  municipalityId: string,
  ids: readonly string[],
): Promise<BurdenCall[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('collection.data_call')
    .select(['id', 'key', 'title_lv', 'title_en', 'due_at'])
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', ids)
    .where('state', '=', 'open')
    .where('withdrawn_at', 'is', null)
    .orderBy('due_at')
    .orderBy('key')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    title: { lv: row.title_lv, en: row.title_en },
    dueAt: row.due_at,
  }))
}

/** An element that more than one call asks. */
export type AskedTwice = { key: string; name: LocalText; callIds: string[] }

/** Elements that more than one of some calls ask, those that most ask first. One statement. */
export async function findAskedTwice(
  db: Own,
  municipalityId: string,
  callIds: readonly string[],
): Promise<AskedTwice[]> {
  if (callIds.length === 0) return []
  const rows = await db
    .selectFrom('collection.call_element as c')
    .innerJoin('collection.element as e', (join) =>
      join.onRef('e.municipality_id', '=', 'c.municipality_id').onRef('e.id', '=', 'c.element_id'),
    )
    .select(['e.key', 'e.name_lv', 'e.name_en'])
    .select(sql<string[]>`array_agg(c.call_id::text order by c.call_id)`.as('call_ids'))
    .where('c.municipality_id', '=', municipalityId)
    .where('c.call_id', 'in', callIds)
    .where('c.withdrawn_at', 'is', null)
    .groupBy(['e.key', 'e.name_lv', 'e.name_en'])
    .having(sql<boolean>`count(*) > 1`)
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('e.name_lv')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    name: { lv: row.name_lv, en: row.name_en },
    callIds: row.call_ids,
  }))
}
