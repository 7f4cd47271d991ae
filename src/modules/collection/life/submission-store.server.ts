import { type SelectQueryBuilder, sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'
import { stateOf } from './state.ts'
import type { Decision, HandingIn, Submission } from './submission.ts'

type Own = Db<CollectionTables>

/** Whether the reader may ask for submissions at all, which the public may not. One statement. */
export async function maySeeSubmissions(db: Own): Promise<boolean> {
  const query = sql<{ sees: boolean }>`select has_table_privilege('collection.submission', 'select') as sees`
  const [found] = await readSql(db, query)
  return found?.sees ?? false
}

/** Everybody that a call asks, as far as the reader may see them. One statement, however many there are. */
export const findSubmissionsOf = (db: Own, municipalityId: string, callId: string): Promise<Submission[]> =>
  read(db, municipalityId, (query) => query.where('s.call_id', '=', callId))

/** What an institution was ever asked. */
export const findSubmissionsBy = (
  db: Own,
  municipalityId: string,
  institutionId: string,
): Promise<Submission[]> =>
  read(db, municipalityId, (query) => query.where('s.institution_id', '=', institutionId))

/** One submission by its call and institution; undefined where there is none that the reader may see. */
export async function findSubmission(
  db: Own,
  municipalityId: string,
  asked: { callId: string; institutionId: string },
): Promise<Submission | undefined> {
  const [found] = await read(db, municipalityId, (query) =>
    query.where('s.call_id', '=', asked.callId).where('s.institution_id', '=', asked.institutionId),
  )
  return found
}

type Row = {
  id: string
  call_id: string
  institution_id: string
  asked_on: string
  extended_to: Date | null
  excused_reason: string | null
  last_edit: number
  last_edit_at: Date | null
  last_attempt_at: Date | null
  handed_in: (Omit<HandingIn, 'at'> & { at: string }) | null
  decision: (Omit<Decision, 'at'> & { at: string }) | null
}

async function read(
  db: Own,
  municipalityId: string,
  narrow: (
    query: SelectQueryBuilder<{ s: CollectionTables['collection.submission'] }, 's', object>,
  ) => SelectQueryBuilder<{ s: CollectionTables['collection.submission'] }, 's', object>,
): Promise<Submission[]> {
  const base = (db as Db<CollectionTables>)
    .selectFrom('collection.submission as s')
    .where('s.municipality_id', '=', municipalityId)
  const rows = await narrow(base as never)
    .select([
      's.id',
      's.call_id',
      's.institution_id',
      's.asked_on',
      's.extended_to',
      's.excused_reason',
      sql<number>`coalesce((select max(e.number) from collection.edit e
        where e.municipality_id = s.municipality_id and e.submission_id = s.id), 0)`.as('last_edit'),
      sql<Date | null>`(select e.at from collection.edit e where e.municipality_id = s.municipality_id
        and e.submission_id = s.id order by e.number desc limit 1)`.as('last_edit_at'),
      sql<Date | null>`(select max(a.at) from collection.attempt a where a.municipality_id = s.municipality_id
        and a.submission_id = s.id)`.as('last_attempt_at'),
      sql<Row['handed_in']>`(select jsonb_build_object('version', h.version, 'author', h.author, 'at', h.at,
        'minutes', h.minutes, 'answered', h.answered, 'missing', h.missing, 'soft', h.soft)
        from collection.handing_in h where h.municipality_id = s.municipality_id and h.submission_id = s.id
        order by h.version desc limit 1)`.as('handed_in'),
      sql<
        Row['decision']
      >`(select jsonb_build_object('number', d.number, 'version', d.version, 'kind', d.kind,
        'decidedBy', d.decided_by, 'at', d.at, 'reason', d.reason, 'remarks', d.remarks,
        'isCorrection', d.is_correction)
        from collection.decision d where d.municipality_id = s.municipality_id and d.submission_id = s.id
        order by d.number desc limit 1)`.as('decision'),
    ])
    .orderBy('s.id')
    .execute()
  return (rows as Row[]).map(submissionOf)
}

function submissionOf(row: Row): Submission {
  const handedIn = row.handed_in && { ...row.handed_in, at: new Date(row.handed_in.at) }
  const decision = row.decision && { ...row.decision, at: new Date(row.decision.at) }
  const isDecided = decision !== null && decision.version === handedIn?.version
  return {
    id: row.id,
    callId: row.call_id,
    institutionId: row.institution_id,
    askedOn: row.asked_on,
    extendedTo: row.extended_to,
    excusedReason: row.excused_reason,
    state: stateOf({
      isExcused: row.excused_reason !== null,
      hasEdits: row.last_edit > 0,
      version: handedIn?.version ?? 0,
      decision: isDecided ? decision.kind : null,
    }),
    lastEdit: row.last_edit,
    lastEditAt: row.last_edit_at,
    handedIn,
    decision,
    hasFailed: row.last_attempt_at !== null && (handedIn === null || row.last_attempt_at > handedIn.at),
  }
}
