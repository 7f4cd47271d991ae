import { writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { phaseOf } from '../calls/phase.ts'
import { type HandingInRight, mayHandIn } from '../life/may-hand-in.ts'
import { stateOf } from '../life/state.ts'
import type { Submission } from '../life/submission.ts'
import { findMet, holdSubmission, insertEdit, type Met } from './edit-store.server.ts'
import { type IncomingEdit, mergeEdit } from './edits.ts'

/** Which submission something is typed into. */
export type TypedInto = { municipalityId: string; submission: Pick<Submission, 'id' | 'institutionId'> }

/** What became of an edit. */
export type Appended = {
  number: number
  /** Fields that somebody else had changed meanwhile, with what was typed into them: kept, but not in the form. */
  held: Record<string, string>
  at: Date
}

/**
 * Keeps an edit. Sent twice, whether under its id or under its place in its browser, it is there once and answered as
 * the first time, whatever was handed in since. Costs three statements besides the one that begins in a user's name.
 *
 * @throws Refused when the user does not answer for the institution, or nothing is taken now (`mayHandIn`)
 */
export async function appendEdit(
  db: Database,
  user: User,
  asked: TypedInto,
  edit: IncomingEdit,
): Promise<Appended> {
  const { municipalityId, submission } = asked
  demand(user, 'collection.answer', { municipalityId, institutionId: submission.institutionId })
  return writeAs(db, user, (tx) => appendIn(tx, user, asked, edit), {
    municipalityId,
    capabilities: ['collection.read', 'collection.answer'],
  })
}

async function appendIn(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, submission }: TypedInto,
  edit: IncomingEdit,
): Promise<Appended> {
  await holdSubmission(tx, submission.id)
  const met = await findMet(tx, municipalityId, submission.id, edit)
  if (!met) refuse(404, 'platform.refused.absent')
  if (met.same) return { number: met.same.number, held: met.same.held, at: met.same.at }
  const right = rightOf(met)
  if (!right.may) refuse(403, right.why)
  const { fields, held } = mergeEdit(met.since, edit)
  const number = met.newest + 1
  const { id, client, seq, base } = edit
  const at = await insertEdit(
    tx,
    { municipalityId, institutionId: submission.institutionId, submissionId: submission.id },
    { id, number, client, seq, base, fields, held, accountId: user.id },
  )
  return { number, held, at }
}

function rightOf({ callState, isExcused, extendedTo, version, ...met }: Met): HandingInRight {
  const now = new Date()
  const decision = met.decision?.version === version ? met.decision : null
  const state = stateOf({ isExcused, hasEdits: met.newest > 0, version, decision: decision?.kind ?? null })
  return mayHandIn({ phase: phaseOf({ ...met, state: callState }, now), state, decision, extendedTo }, now)
}
