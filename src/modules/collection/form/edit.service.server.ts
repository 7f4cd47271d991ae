import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { phaseOf } from '../calls/phase.ts'
import { type HandingInRight, mayHandIn } from '../life/may-hand-in.ts'
import { stateOf } from '../life/state.ts'
import type { Submission } from '../life/submission.ts'
import { findEditsAfter, findMet, holdSubmission, insertEdit, type Met } from './edit-store.server.ts'
import { type Edit, foldEdits, type IncomingEdit, mergeEdit } from './edits.ts'

/** Which submission something is typed into. */
export type TypedInto = { municipalityId: string; submission: Pick<Submission, 'id' | 'institutionId'> }

/** What became of an edit. */
export type Appended = {
  number: number
  /** Fields that somebody else had changed meanwhile, with what was typed into them: kept, but not in the form. */
  held: Readonly<Record<string, string>>
  /** What others have typed since the edit was begun, as it stands after it; what was cleared is an empty text. */
  changed: Record<string, string>
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

/**
 * What others than one browser have typed after an edit, as it stands now.
 *
 * @throws Refused when the user does not read what the institution hands in
 */
export async function findChanges(
  db: Database,
  user: User,
  { municipalityId, submission }: TypedInto,
  seen: { number: number; client: string },
): Promise<{ number: number; changed: Record<string, string> }> {
  demand(user, 'collection.read', { municipalityId, institutionId: submission.institutionId })
  const since = await readAs(
    db,
    user,
    (tx) => findEditsAfter(tx, municipalityId, submission.id, seen.number),
    { municipalityId, capabilities: ['collection.read'] },
  )
  return {
    number: Math.max(seen.number, ...since.map(({ number }) => number)),
    changed: changedBy(since, seen),
  }
}

async function appendIn(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, submission }: TypedInto,
  edit: IncomingEdit,
): Promise<Appended> {
  await holdSubmission(tx, submission.id)
  const met = await findMet(tx, municipalityId, submission, edit)
  if (!met) refuse(404, 'platform.refused.absent')
  const { same } = met
  if (same) return { number: same.number, held: same.held, changed: changedBy(met.since, edit), at: same.at }
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
  const changed = changedBy([...met.since, { ...edit, fields, held, number, accountId: user.id, at }], edit)
  return { number, held, changed, at }
}

/** Of what stands in the form the fields that others have touched. */
function changedBy(since: readonly Edit[], { client }: Pick<Edit, 'client'>): Record<string, string> {
  const touched = new Set(since.flatMap((one) => (one.client === client ? [] : Object.keys(one.fields))))
  const { from } = foldEdits(since)
  return Object.fromEntries([...touched].map((name) => [name, from.get(name)?.fields[name] ?? '']))
}

function rightOf({ callState, isExcused, extendedTo, version, ...met }: Met): HandingInRight {
  const now = new Date()
  const decision = met.decision?.version === version ? met.decision : null
  const state = stateOf({ isExcused, hasEdits: met.newest > 0, version, decision: decision?.kind ?? null })
  return mayHandIn({ phase: phaseOf({ ...met, state: callState }, now), state, decision, extendedTo }, now)
}
