import { type RawBuilder, sql } from 'kysely'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { CallMoments, CallState, DecisionKind } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import type { Edit, IncomingEdit } from './edits.ts'

type Own = Db<CollectionTables>

/**
 * Lets one transaction after another write about a submission, and nobody else wait: typing, handing in and deciding
 * take this first and read afterwards. Holds until the transaction ends.
 */
export const holdSubmission = (tx: Own, submissionId: string): Promise<void> =>
  oneAtATime(tx as never, `collection.submission ${submissionId}`)

/** Everything typed into a form, the oldest first. */
export function findEdits(tx: Own, municipalityId: string, submissionId: string): Promise<Edit[]> {
  return edits(tx, municipalityId, submissionId).execute()
}

/** What was typed into a form after an edit. */
export function findEditsAfter(
  tx: Own,
  municipalityId: string,
  submissionId: string,
  number: number,
): Promise<Edit[]> {
  return edits(tx, municipalityId, submissionId).where('number', '>', number).execute()
}

const edits = (tx: Own, municipalityId: string, submissionId: string) =>
  tx
    .selectFrom('collection.edit')
    .select(['id', 'number', 'client', 'seq', 'base', 'fields', 'held', 'account_id as accountId', 'at'])
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .orderBy('number')

/** What an edit meets: where its submission stands, and what was typed since it was begun. */
export type Met = CallMoments & {
  callState: CallState
  extendedTo: Date | null
  isExcused: boolean
  /** Number of the last handing in; 0 before the first. */
  version: number
  decision: { version: number; kind: DecisionKind; isCorrection: boolean } | null
  /** Number of the newest edit; 0 before the first. */
  newest: number
  /** Edits after the one that was seen when this one was typed. */
  since: Edit[]
  /** The very edit, where it is there already. */
  same: Edit | undefined
}

/**
 * Everything that decides what becomes of an edit, in one statement, since this is asked for every few seconds by
 * everybody who types. Read it under `holdSubmission`.
 *
 * @returns undefined where there is no such submission that the writer may see
 */
export async function findMet(
  tx: Own,
  municipalityId: string,
  submission: { id: string; institutionId: string },
  edit: IncomingEdit,
): Promise<Met | undefined> {
  const row = await tx
    .selectFrom('collection.submission as s')
    .innerJoin('collection.data_call as c', (join) =>
      join.onRef('c.municipality_id', '=', 's.municipality_id').onRef('c.id', '=', 's.call_id'),
    )
    .where('s.municipality_id', '=', municipalityId)
    .where('s.id', '=', submission.id)
    .where('s.institution_id', '=', submission.institutionId)
    .select([
      'c.state as callState',
      'c.opens_at as opensAt',
      'c.due_at as dueAt',
      'c.locks_at as locksAt',
      's.extended_to as extendedTo',
      sql<boolean>`s.excused_reason is not null`.as('isExcused'),
      sql<number>`coalesce((select max(h.version) from collection.handing_in h
        where h.municipality_id = s.municipality_id and h.submission_id = s.id), 0)`.as('version'),
      sql<Met['decision']>`(select json_build_object('version', d.version,
        'kind', d.kind, 'isCorrection', d.is_correction) from collection.decision d
        where d.municipality_id = s.municipality_id and d.submission_id = s.id
        order by d.number desc limit 1)`.as('decision'),
      sql<number>`coalesce((select max(e.number) from collection.edit e
        where e.municipality_id = s.municipality_id and e.submission_id = s.id), 0)`.as('newest'),
      sql<Stored[]>`(select coalesce(json_agg(${stored} order by e.number), '[]') from collection.edit e
        where e.municipality_id = s.municipality_id and e.submission_id = s.id and e.number > ${edit.base})`.as(
        'since',
      ),
      sql<Stored | null>`(select ${stored} from collection.edit e where e.municipality_id = s.municipality_id
        and e.submission_id = s.id and (e.id = ${edit.id} or (e.client = ${edit.client} and e.seq = ${edit.seq}))
        limit 1)`.as('same'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...row,

    since: row.since.map(editOf),
    same: row.same ? editOf(row.same) : undefined,
  }
}

type Stored = Omit<Edit, 'at'> & { at: string }
const stored: RawBuilder<Stored> = sql`json_build_object('id', e.id, 'number', e.number, 'client', e.client,
  'seq', e.seq, 'base', e.base, 'fields', e.fields, 'held', e.held, 'accountId', e.account_id, 'at', e.at)`

const editOf = (edit: Stored): Edit => ({ ...edit, at: new Date(edit.at) })

/** Writes an edit down, and tells when. */
export async function insertEdit(
  tx: Own,
  of: { municipalityId: string; institutionId: string; submissionId: string },
  edit: Omit<Edit, 'at'>,
): Promise<Date> {
  const { accountId, ...rest } = edit
  const { at } = await tx
    .insertInto('collection.edit')
    .values({
      municipality_id: of.municipalityId,
      institution_id: of.institutionId,
      submission_id: of.submissionId,
      account_id: accountId,
      ...rest,
    })
    .returning('at')
    .executeTakeFirstOrThrow()
  return at
}
