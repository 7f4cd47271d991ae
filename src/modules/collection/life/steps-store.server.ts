import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'
import type { CheckResult } from './steps.ts'
import type { Decision, HandingIn } from './submission.ts'

type Own = Db<CollectionTables>

/** Each time that a submission was handed in, the earliest first. */
export function findHandingIns(
  db: Own,
  municipalityId: string,
  submissionId: string,
): Promise<(HandingIn & Pick<CollectionTables['collection.handing_in'], 'way'>)[]> {
  return db
    .selectFrom('collection.handing_in')
    .select(['version', 'author', 'at', 'way', 'minutes', 'answered', 'missing', 'soft'])
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .orderBy('version')
    .execute()
}

/** When somebody first typed into a form, and who; undefined while nobody has. One statement. */
export function findFirstEdit(
  db: Own,
  municipalityId: string,
  submissionId: string,
): Promise<{ at: Date; accountId: string } | undefined> {
  return db
    .selectFrom('collection.edit')
    .select(['at', 'account_id as accountId'])
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
}

/** Everything that was decided on a submission, the earliest first. */
export function findDecisions(db: Own, municipalityId: string, submissionId: string): Promise<Decision[]> {
  return db
    .selectFrom('collection.decision')
    .select(['number', 'version', 'kind', 'decided_by as decidedBy', 'at', 'reason', 'remarks'])
    .select('is_correction as isCorrection')
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .orderBy('number')
    .execute()
}

/** What checks said when a version was handed in, by their keys. */
export async function findCheckResults(
  db: Own,
  municipalityId: string,
  submissionId: string,
  version: number,
): Promise<CheckResult[]> {
  return db
    .selectFrom('collection.check_result')
    .select(['check_key as key', 'outcome', 'told', 'comment'])
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .where('version', '=', version)
    .orderBy('check_key')
    .execute()
}
