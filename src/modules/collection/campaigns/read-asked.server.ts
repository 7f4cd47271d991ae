import type { InstitutionVersion } from '#modules/registry'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { unexpectedOf } from '../monitoring/completeness.ts'
import { readMonitored } from '../monitoring/read-completeness.server.ts'
import { findChoices, type InstitutionPoll } from './institution-poll-store.server.ts'

/** An institution that a poll asks, and what it chose last; null where it has not answered. */
export type AskedByPoll = {
  institutionId: string
  key: string
  institution: InstitutionVersion
  choice: string | null
}

/**
 * Whom a poll asks as of an instant, as monitoring tells it, for whoever reads all institutions of the municipality.
 * What they chose is for nobody's eyes but the program's before the poll has closed.
 */
export async function readAskedOn(
  tx: DatabaseTransaction,
  poll: InstitutionPoll,
  at: Date,
): Promise<AskedByPoll[]> {
  const moments = { id: poll.id, dueAt: poll.closesAt, locksAt: poll.closesAt }
  const asked = (await readMonitored(tx, poll.municipalityId, [moments], at)).get(poll.id) ?? []
  const choices = new Map((await findChoices(tx, poll)).map((one) => [one.institutionId, one.choice]))
  return asked
    .filter((one) => unexpectedOf(one) === null)
    .map(({ institutionId, key, institution }) => ({
      institutionId,
      key,
      institution,
      choice: choices.get(institutionId) ?? null,
    }))
}
