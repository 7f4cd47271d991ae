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
