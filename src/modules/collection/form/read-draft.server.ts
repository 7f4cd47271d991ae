import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import { findReused, type Reused } from '../calls/find-reused.server.ts'
import { findValues } from '../life/value-store.server.ts'
import type { Answers, CallForm } from '../model.ts'
import type { Asked } from './asked.server.ts'
import type { Ground } from './draft.ts'
import { findEdits } from './edit-store.server.ts'

const NOTHING: Answers = new Map()

/** A form with what stands in it. */
export type ReadDraft = {
  form: CallForm
  ground: Ground
  /** Where what is offered for reuse is from. */
  reused: ReadonlyMap<string, Reused>
}

/** A form and everything that was typed into it, handed in, or is held already. */
export async function readDraft(tx: DatabaseTransaction, asked: Asked): Promise<ReadDraft> {
  const { municipalityId, call, submission } = asked
  const form = await findCallForm(tx, municipalityId, call.id)
  const edits = await findEdits(tx, municipalityId, submission.id)
  const version = submission.handedIn?.version ?? 0
  const handed = version > 0 ? await findValues(tx, municipalityId, submission.id, version) : NOTHING
  const offered = { call, form, institutionId: submission.institutionId }
  const reused = version > 0 ? new Map<string, Reused>() : await findReused(tx, municipalityId, offered)
  const answers: Answers = new Map([...reused].map(([field, { answer }]) => [field, answer]))
  return { form, ground: { edits, handed, reused: answers }, reused }
}
