import { type RawBuilder, sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { stateOf } from '../life/state.ts'
import type { DecisionKind, SubmissionState } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables>

/** What an institution has said of when it will answer. */
export type Reply = {
  kind: CollectionTables['collection.reply']['kind']
  /** Day until which it needs, where it needs longer, `YYYY-MM-DD`. */
  until: string | null
  words: string | null
  at: Date
}

/** Where an institution stands with a call, as monitoring tells it. */
export type AskedRow = {
  submissionId: string
  callId: string
  institutionId: string
  extendedTo: Date | null
  excusedReason: string | null
  state: SubmissionState
  lastEditAt: Date | null
  /** Its last version; 0 before the first, and when the first and the last were handed in. */
  version: number
  firstHandedInAt: Date | null
  handedInAt: Date | null
  /** Tries to hand in that failed since it was handed in last. */
  failedTries: number
  reply: Reply | null
}

type Row = {
  id: string
  call_id: string
  institution_id: string
  extended_to: string | null
  excused_reason: string | null
  edit_at: string | null
  version: number | null
  first_at: string | null
  handed_in_at: string | null
  failed: number
  decision: DecisionKind | null
  reply: CollectionTables['collection.reply']['kind'] | null
  reply_until: string | null
  reply_words: string | null
  reply_at: string | null
}

/** Everybody that some calls ask, as far as the reader may see them. One statement, however many there are. */
export async function findAskedRows(
  db: Own,
  municipalityId: string,
  callIds: readonly string[],
): Promise<AskedRow[]> {
  return callIds.length === 0 ? [] : read(db, municipalityId, sql`s.call_id = any(${callIds}::uuid[])`)
}

/** One of them by the id of its submission; undefined where there is none that the reader may see. */
export async function findAskedRow(
  db: Own,
  municipalityId: string,
  submissionId: string,
): Promise<AskedRow | undefined> {
  const [row] = await read(db, municipalityId, sql`s.id = ${submissionId}`)
  return row
}

async function read(db: Own, municipalityId: string, which: RawBuilder<unknown>): Promise<AskedRow[]> {
  const rows = await readSql(
    db,
    sql<Row>`select s.id, s.call_id, s.institution_id, s.extended_to, s.excused_reason,
        e.at as edit_at, h.version, f.at as first_at, h.at as handed_in_at, a.failed, d.kind as decision,
        r.kind as reply, r.until as reply_until, r.words as reply_words, r.at as reply_at
      from collection.submission s
      left join lateral (select at from collection.edit where municipality_id = s.municipality_id
        and submission_id = s.id order by number desc limit 1) e on true
      left join lateral (select version, at from collection.handing_in where municipality_id = s.municipality_id
        and submission_id = s.id order by version desc limit 1) h on true
      left join collection.handing_in f on f.municipality_id = s.municipality_id and f.submission_id = s.id
        and f.version = 1
      left join lateral (select kind, version from collection.decision where municipality_id = s.municipality_id
        and submission_id = s.id order by number desc limit 1) d on d.version = h.version
      left join lateral (select count(*)::int as failed from collection.attempt where municipality_id = s.municipality_id
        and submission_id = s.id and (h.at is null or at > h.at)) a on true
      left join lateral (select kind, until, words, at from collection.reply where municipality_id = s.municipality_id
        and submission_id = s.id order by at desc limit 1) r on true
      where s.municipality_id = ${municipalityId} and ${which}
      order by s.id`,
  )
  return rows.map(askedOf)
}

const askedOf = (row: Row): AskedRow => ({
  submissionId: row.id,
  callId: row.call_id,
  institutionId: row.institution_id,
  extendedTo: instant(row.extended_to),
  excusedReason: row.excused_reason,
  state: stateOf({
    isExcused: row.excused_reason !== null,
    hasEdits: row.edit_at !== null,
    version: row.version ?? 0,
    decision: row.decision,
  }),
  lastEditAt: instant(row.edit_at),
  version: row.version ?? 0,
  firstHandedInAt: instant(row.first_at),
  handedInAt: instant(row.handed_in_at),
  failedTries: row.failed,
  reply:
    row.reply === null || row.reply_at === null
      ? null
      : { kind: row.reply, until: row.reply_until, words: row.reply_words, at: new Date(row.reply_at) },
})

/** Instants are text in what is read. */
const instant = (text: string | null) => (text === null ? null : new Date(text))

/** How an element was answered by those who have handed in: numbers of fields, of which a table has many. */
export type ElementCount = {
  elementId: string
  answered: number
  notApplicable: number
  notAvailable: number
}

/**
 * How each element of a call was answered in what was handed in last, without some submissions. Fields that are not
 * there were left blank. One statement, which joins as the keys do, so that the planner knows how much comes of it.
 */
export function countAnswers(
  db: Own,
  municipalityId: string,
  callId: string,
  { without }: { without: readonly string[] },
): Promise<ElementCount[]> {
  return readSql(
    db,
    sql<ElementCount>`select v.element_id as "elementId",
        count(*) filter (where v.missing is null)::int as answered,
        count(*) filter (where v.missing = 'notApplicable')::int as "notApplicable",
        count(*) filter (where v.missing = 'notAvailable')::int as "notAvailable"
      from collection.handing_in h
      join collection.submission s on s.municipality_id = h.municipality_id and s.id = h.submission_id
      join collection.submission_value v on v.municipality_id = h.municipality_id
        and v.submission_id = h.submission_id and v.version = h.version
      where h.municipality_id = ${municipalityId} and s.call_id = ${callId}
        and not exists (select 1 from collection.handing_in later where later.municipality_id = h.municipality_id
          and later.submission_id = h.submission_id and later.version = h.version + 1)
        and not (s.id = any(${without}::uuid[]))
      group by v.element_id`,
  )
}
