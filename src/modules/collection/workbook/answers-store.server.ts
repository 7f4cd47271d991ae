import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import { answerOf } from '../life/answer-row.ts'
import { ANSWER } from '../life/value-store.server.ts'
import type { Answer, Answers } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'

/** What was handed in last by each of some submissions, by their ids; none of those that never did. One statement. */
export async function findLastAnswers(
  db: Db<CollectionTables>,
  municipalityId: string,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, Answers>> {
  const rows = await db
    .selectFrom('collection.submission_value as v')
    .select(['v.submission_id', ...ANSWER])
    .where('v.municipality_id', '=', municipalityId)
    .where(sql<boolean>`v.submission_id = any(${[...submissionIds]}::uuid[])`)
    .where(
      'v.version',
      '=',
      sql<number>`(select max(h.version) from collection.handing_in h
        where h.municipality_id = v.municipality_id and h.submission_id = v.submission_id)`,
    )
    .execute()
  const all = new Map<string, Map<string, Answer>>()
  for (const row of rows) {
    const answers = all.get(row.submission_id) ?? new Map<string, Answer>()
    all.set(row.submission_id, answers)
    answers.set(row.field, answerOf(row))
  }
  return all
}
