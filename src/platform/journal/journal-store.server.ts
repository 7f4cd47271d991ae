import { sql } from 'kysely'
import type { Db } from '../database/types.server.ts'
import { addDays, startOfDay } from '../rights/day.ts'
import type { ReadingTables } from '../rights/open-persons.server.ts'
import type { ChangeTables } from '../write/change.server.ts'
import type { Stream } from '../write/streams.ts'
import type { JournalTables } from './tables.server.ts'

/** What one looks for in the journal; what is left out does not narrow it. */
export type JournalQuery = {
  municipalityId: string
  /** Accounts that did it. */
  who?: readonly string[] | undefined
  stream?: string | undefined
  action?: string | undefined
  /** first and last day, `YYYY-MM-DD`, in Latvia */
  from?: string | undefined
  until?: string | undefined
  /** Part of what it was about, or of the reason. */
  about?: string | undefined
}

/** Where to go on: behind this row, so many rows. */
export type Stretch = { after?: string | undefined; limit: number }

export type JournalEntry = {
  id: string
  at: Date
  actor: string
  stream: Stream
  origin: string
  action: string
  subject: string
  why: string | null
  added: number
  changed: number
}

/** Changes, the newest first, as far as the reader may see them. */
export async function findChanges(
  db: Db<ChangeTables>,
  asked: JournalQuery,
  { after, limit }: Stretch,
): Promise<JournalEntry[]> {
  let query = db
    .selectFrom('platform.change')
    .select(['id', 'at', 'actor', 'stream', 'origin', 'action', 'subject', 'why', 'added', 'changed'])
    .where('municipality_id', '=', asked.municipalityId)
    .orderBy('id', 'desc')
    .limit(limit)
  if (after !== undefined) query = query.where('id', '<', after)
  if (asked.who) query = query.where('actor', 'in', asked.who.length > 0 ? asked.who : [''])
  if (asked.stream !== undefined) query = query.where('stream', '=', asked.stream as Stream)
  if (asked.action !== undefined) query = query.where('action', '=', asked.action)
  if (asked.from !== undefined) query = query.where('at', '>=', startOfDay(asked.from))
  if (asked.until !== undefined) query = query.where('at', '<', startOfDay(addDays(asked.until, 1)))
  const { about } = asked
  if (about !== undefined) {
    const part = `%${escapeLike(about)}%`
    query = query.where((row) => row.or([row('subject', 'ilike', part), row('why', 'ilike', part)]))
  }
  return query.execute()
}

/** What was ever done in a municipality, and by whom, as far as the reader may see it: to choose from. */
export async function findJournalChoices(db: Db<ChangeTables>, municipalityId: string) {
  const rows = await db
    .selectFrom('platform.change')
    .select(['stream', 'action', 'actor'])
    .where('municipality_id', '=', municipalityId)
    .groupBy(['stream', 'action', 'actor'])
    .execute()
  const sorted = (values: string[]) => [...new Set(values)].toSorted()
  return {
    streams: sorted(rows.map(({ stream }) => stream)),
    actions: sorted(rows.map(({ action }) => action)),
    actors: sorted(rows.map(({ actor }) => actor)),
  }
}

export type ReadingEntry = {
  id: string
  at: Date
  actor: string
  personId: string
  capability: string
  reason: string
}

/** Readings of records about persons, the newest first, as far as the reader may see them. */
export async function findReadings(
  db: Db<ReadingTables>,
  asked: Omit<JournalQuery, 'stream' | 'action'>,
  { after, limit }: Stretch,
): Promise<ReadingEntry[]> {
  let query = db
    .selectFrom('platform.reading')
    .select(['id', 'at', 'actor', 'person_id', 'capability', 'reason'])
    .where('municipality_id', '=', asked.municipalityId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(at, id) < (select r.at, r.id from platform.reading r
        where r.municipality_id = ${asked.municipalityId} and r.id = ${after})`,
    )
  }
  if (asked.who) query = query.where('actor', 'in', asked.who.length > 0 ? asked.who : [''])
  if (asked.from !== undefined) query = query.where('at', '>=', startOfDay(asked.from))
  if (asked.until !== undefined) query = query.where('at', '<', startOfDay(addDays(asked.until, 1)))
  if (asked.about !== undefined) query = query.where('reason', 'ilike', `%${escapeLike(asked.about)}%`)
  const rows = await query.execute()
  return rows.map(({ person_id, ...row }) => ({ ...row, personId: person_id }))
}

/** Who ever opened a record in a municipality. */
export async function findReaders(db: Db<ReadingTables>, municipalityId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.reading')
    .select('actor')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .orderBy('actor')
    .execute()
  return rows.map(({ actor }) => actor)
}

/** The end of a stream's chain of seals: whoever keeps it elsewhere can prove later that nothing was cut. */
export type JournalHead = { stream: string; at: Date; hash: string }

/** Heads of a municipality's streams as last sealed. The public sees those of what it can read. */
export async function findJournalHeads(
  db: Db<JournalTables>,
  municipalityId: string,
): Promise<JournalHead[]> {
  return db
    .selectFrom('platform.seal')
    .select(['stream', 'at', sql<string>`encode(hash, 'hex')`.as('hash')])
    .distinctOn('stream')
    .where('municipality_id', '=', municipalityId)
    .orderBy('stream')
    .orderBy('number', 'desc')
    .execute()
}

const escapeLike = (typed: string) => typed.replaceAll(/[\\%_]/g, '\\$&')
