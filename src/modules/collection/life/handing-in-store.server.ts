import type { DatabaseTransaction, Db } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { untyped } from '#platform/write/revise.server.ts'
import { insertRows } from '#platform/write/write-in-batches.server.ts'
import type { CheckOutcome } from '../checks/index.ts'
import { fieldsOf } from '../form/fields.ts'
import type { Answers, CallElement } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import { columnsOf } from './answer-row.ts'

type Own = Db<CollectionTables>

/** Where something is handed in. */
export type Of = { municipalityId: string; institutionId: string; submissionId: string }
type HandedIn = Of & { version: number }

/** The version that was handed in under a name, if it was. */
export async function findVersionOnce(
  db: Own,
  { municipalityId, submissionId }: Of,
  once: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('collection.handing_in')
    .select('version')
    .where('municipality_id', '=', municipalityId)
    .where('submission_id', '=', submissionId)
    .where('once', '=', once)
    .executeTakeFirst()
  return row?.version
}

/** Writes down that a version was handed in. */
export async function insertHandingIn(
  tx: DatabaseTransaction,
  change: Change,
  { municipalityId, institutionId, submissionId, version }: HandedIn,
  handed: Pick<
    CollectionTables['collection.handing_in'],
    'once' | 'way' | 'minutes' | 'answered' | 'missing' | 'soft'
  >,
): Promise<void> {
  await (tx as Own)
    .insertInto('collection.handing_in')
    .values({
      municipality_id: municipalityId,
      institution_id: institutionId,
      submission_id: submissionId,
      version,
      author: change.who,
      change_id: change.id,
      ...handed,
    })
    .execute()
  change.counts.added += 1
}

/** Writes down the answers of a version, field by field. */
export async function writeValues(
  tx: DatabaseTransaction,
  change: Change,
  of: HandedIn,
  { elements, answers }: { elements: readonly CallElement[]; answers: Answers },
): Promise<void> {
  const rows = fieldsOf(elements).flatMap(({ name, element, kind }) => {
    const answer = answers.get(name)
    if (!answer) return []
    return [
      { ...placeOf(of, change), field: name, element_id: element.elementId, ...columnsOf(kind, answer) },
    ]
  })
  await insertRows(untyped(tx), 'collection.submission_value', rows)
  change.counts.added += rows.length
}

/** Writes down the checks of a version that did not hold, or of which nobody can tell. */
export async function writeCheckResults(
  tx: DatabaseTransaction,
  change: Change,
  of: HandedIn,
  { outcomes, comments }: { outcomes: readonly CheckOutcome[]; comments: Readonly<Record<string, string>> },
): Promise<void> {
  const rows = outcomes.flatMap(({ check, outcome, told }) => {
    if (outcome === 'held') return []
    const isFailed = outcome === 'failed'
    return [
      {
        ...placeOf(of, change),
        check_key: check.key,
        outcome: isFailed ? 'failed' : 'notTold',
        told,
        comment: (isFailed ? comments[check.key] : undefined) ?? null,
      },
    ]
  })
  await insertRows(untyped(tx), 'collection.check_result', rows)
  change.counts.added += rows.length
}

/** Notes a try to hand in that failed; told twice under one id, it is there once. */
export async function insertAttempt(
  db: Own,
  { municipalityId, institutionId, submissionId }: Of,
  attempt: Pick<
    CollectionTables['collection.attempt'],
    'id' | 'way' | 'hard' | 'soft' | 'unreadable' | 'account_id'
  >,
): Promise<void> {
  await db
    .insertInto('collection.attempt')
    .values({
      municipality_id: municipalityId,
      institution_id: institutionId,
      submission_id: submissionId,
      ...attempt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const placeOf = ({ municipalityId, institutionId, submissionId, version }: HandedIn, change: Change) => ({
  municipality_id: municipalityId,
  institution_id: institutionId,
  submission_id: submissionId,
  version,
  change_id: change.id,
})
