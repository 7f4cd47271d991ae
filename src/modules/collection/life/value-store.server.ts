import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { Answer, Answers } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import { answerOf } from './answer-row.ts'
import { type EarlierAnswer, historyOf, lastYearOf } from './earlier.ts'

type Own = Db<CollectionTables>

/** Columns of a value `v` that hold its answer. */
export const ANSWER = [
  'v.field',
  'v.kind',
  'v.number',
  'v.numerator',
  'v.denominator',
  'v.day',
  'v.choice',
  'v.content',
  'v.missing',
  'v.reason',
] as const

/** What was handed in as a version, by field. */
export async function findValues(
  db: Own,
  municipalityId: string,
  submissionId: string,
  version: number,
): Promise<Answers> {
  const rows = await db
    .selectFrom('collection.submission_value as v')
    .select(ANSWER)
    .where('v.municipality_id', '=', municipalityId)
    .where('v.submission_id', '=', submissionId)
    .where('v.version', '=', version)
    .execute()
  return new Map(rows.map((row) => [row.field, answerOf(row)]))
}

/** Accepted answers of an institution, each with the call that asked and its period: the newest accepted version. */
function accepted(db: Own, municipalityId: string, institutionId: string) {
  return db
    .selectFrom('collection.submission as s')
    .innerJoin('collection.data_call as c', (join) =>
      join.onRef('c.municipality_id', '=', 's.municipality_id').onRef('c.id', '=', 's.call_id'),
    )
    .innerJoin('collection.submission_value as v', (join) =>
      join.onRef('v.municipality_id', '=', 's.municipality_id').onRef('v.submission_id', '=', 's.id'),
    )
    .select(ANSWER)
    .where('s.municipality_id', '=', municipalityId)
    .where('s.institution_id', '=', institutionId)
    .where('v.institution_id', '=', institutionId)
    .where(
      'v.version',
      '=',
      sql<number>`(select max(d.version) from collection.decision d where d.municipality_id = s.municipality_id
        and d.submission_id = s.id and d.kind = 'accepted')`,
    )
}

/**
 * What an institution answered before to the same elements, as far as it was accepted, whatever the period. One
 * statement.
 */
export async function findEarlier(
  db: Own,
  municipalityId: string,
  { institutionId, elementIds }: { institutionId: string; elementIds: readonly string[] },
): Promise<EarlierAnswer[]> {
  if (elementIds.length === 0) return []
  const rows = await accepted(db, municipalityId, institutionId)
    .select(['c.period', 'c.key as call', 'c.due_at'])
    .where('v.element_id', 'in', elementIds)
    .orderBy('c.due_at')
    .execute()
  return rows.map((row) => ({ field: row.field, period: row.period, call: row.call, answer: answerOf(row) }))
}

/** What an institution answered to the same elements a year before a period, by field. One statement. */
export async function findLastAccepted(
  db: Own,
  municipalityId: string,
  institutionId: string,
  elementIds: readonly string[],
  beforePeriod: string,
): Promise<Answers> {
  const earlier = await findEarlier(db, municipalityId, { institutionId, elementIds })
  return new Map([...lastYearOf(earlier, beforePeriod)].map(([field, { answer }]) => [field, answer]))
}

/** Accepted numbers of an institution by field over the periods before one, the oldest first. One statement. */
export async function findHistory(
  db: Own,
  municipalityId: string,
  institutionId: string,
  elementIds: readonly string[],
  beforePeriod: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  return historyOf(await findEarlier(db, municipalityId, { institutionId, elementIds }), beforePeriod)
}

/** Accepted answers of an institution to other calls about the same period, by the calls' keys. One statement. */
export async function findOthers(
  db: Own,
  municipalityId: string,
  { institutionId, callId, period }: { institutionId: string; callId: string; period: string },
): Promise<ReadonlyMap<string, Answers>> {
  const rows = await accepted(db, municipalityId, institutionId)
    .select('c.key as call')
    .where('c.period', '=', period)
    .where('c.id', '<>', callId)
    .execute()
  const others = new Map<string, Map<string, Answer>>()
  for (const row of rows) {
    const answers = others.get(row.call) ?? new Map<string, Answer>()
    others.set(row.call, answers)
    answers.set(row.field, answerOf(row))
  }
  return others
}
