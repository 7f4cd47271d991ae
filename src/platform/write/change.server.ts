import { type Generated, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { writeAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import type { Within } from '../rights/settings.ts'
import type { User } from '../users.ts'
import { DATA_CHANGED } from './data-version.server.ts'
import { isPublicStream, type Stream } from './streams.ts'

export interface ChangeTables {
  'platform.change': {
    municipality_id: string
    id: string
    stream: Stream
    at: Generated<Date>
    actor: Generated<string>
    origin: Origin
    action: string
    subject: string
    why: string | null
    detail: unknown
    added: Generated<number>
    changed: Generated<number>
    is_public: boolean
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends ChangeTables {}
}

/** How what is written came to us. */
export type Origin = 'import' | 'form' | 'submission' | 'survey' | 'assessment' | 'computation' | 'command'

/** What somebody is about to write. */
export type Intent = {
  municipalityId: string
  stream: Stream
  origin: Origin
  /** What is done, as `data.imported`, and to what. */
  action: string
  subject: string
  /** The writer's reason, where one is asked for. */
  why?: string
  /** More to remember, without names of persons. */
  detail?: Readonly<Record<string, unknown>>
  /** Whether the rows are published as they are written. */
  isPublic: boolean
  at: Date
}

/** A writing under way, which every row of it remembers. */
export type Change = Intent & {
  id: string
  who: string
  /** Counted up by what is written. */
  counts: { added: number; changed: number }
  /** Told how many more rows were written, where somebody waits for many. */
  tell?: (rows: number) => void
}

/**
 * The one road in: does writing work as the given user under a change that the journal keeps, all or nothing.
 * Work that counts nothing as added or changed leaves no trace, not even a new version.
 *
 * @returns what the work answers, and how much it changed
 */
export async function inChange<Result>(
  db: Database,
  user: User,
  intent: Intent,
  work: (tx: DatabaseTransaction, change: Change) => Promise<Result>,
  within: Within = {},
): Promise<{ result: Result; added: number; changed: number }> {
  let unchanged: { result: Result } | undefined
  const undo = new Error('nothing has changed')
  const write = async (tx: DatabaseTransaction) => {
    const change = await beginChange(tx, user, intent)
    const result = await work(tx, change)
    if (await finishChange(tx, change)) return { result, ...change.counts }
    unchanged = { result }
    throw undo
  }
  return writeAs(db, user, write, within).catch((error) => {
    if (error !== undo || !unchanged) throw error
    return { ...unchanged, added: 0, changed: 0 }
  })
}

/**
 * Puts a change into the journal before what it changes, since every row refers to it. Of a public stream it
 * is also the municipality's only writer until the transaction ends, and raises the version of its data.
 */
export async function beginChange(tx: DatabaseTransaction, user: User, intent: Intent): Promise<Change> {
  const { municipalityId, stream, origin, action, subject, why = null, detail = {}, isPublic, at } = intent
  const change = { ...intent, id: uuidv7(), who: user.id, counts: { added: 0, changed: 0 } }
  if (isPublicStream(stream)) {
    await sql`insert into platform.data_version (municipality_id, stream, version, changed_at)
      values (${municipalityId}, ${stream}, 1, ${at}) on conflict (municipality_id, stream)
      do update set version = data_version.version + 1, changed_at = excluded.changed_at`.execute(tx)
    await sql`select pg_notify(${DATA_CHANGED}, ${municipalityId})`.execute(tx)
  }
  await tx
    .insertInto('platform.change')
    .values({
      municipality_id: municipalityId,
      id: change.id,
      stream,
      origin,
      action,
      subject,
      why,
      detail: JSON.stringify(detail),
      is_public: isPublic,
    })
    .execute()
  return change
}

/** Notes how much was written. Answers false when it was nothing. */
export async function finishChange(
  tx: DatabaseTransaction,
  { municipalityId, id, counts }: Change,
): Promise<boolean> {
  if (counts.added + counts.changed === 0) return false
  await tx
    .updateTable('platform.change')
    .set(counts)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .execute()
  return true
}
