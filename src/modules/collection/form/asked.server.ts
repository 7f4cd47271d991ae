import { institutionNear } from '#modules/registry'
import { findInstitution } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findCall } from '../calls/call-store.server.ts'
import type { Submission } from '../life/submission.ts'
import { findSubmission } from '../life/submission-store.server.ts'
import type { DataCall } from '../model.ts'

/** One call as it is put to one institution, and where that stands. */
export type Asked = {
  municipalityId: string
  /** How addresses call the municipality. */
  slug: string
  call: DataCall
  /** As it was on the day on which it was asked; the type by its code in the register. */
  institution: { id: string; key: string; name: LocalText; type: string | null }
  submission: Submission
}

/**
 * What an address of a form or a review is about, by the keys in it.
 *
 * @returns undefined where there is no such thing that the reader may see
 */
export async function findAsked(
  tx: DatabaseTransaction,
  { id: municipalityId, slug }: { id: string; slug: string },
  keys: { call: string; institution: string },
): Promise<Asked | undefined> {
  const call = await findCall(tx, municipalityId, keys.call)
  const institution = call && (await findInstitution(tx, municipalityId, keys.institution))
  if (!call || !institution) return undefined
  const { id, key } = institution
  const submission = await findSubmission(tx, municipalityId, { callId: call.id, institutionId: id })
  if (!submission) return undefined
  const { name, type } = institutionNear(institution, submission.askedOn)
  return { municipalityId, slug, call, institution: { id, key, name, type: type?.code ?? null }, submission }
}
