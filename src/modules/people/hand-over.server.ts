import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { deleteRecord, findBelonging } from './move-store.server.ts'
import { resealed } from './records.service.server.ts'
import { findRecords } from './store.server.ts'

/** Where somebody belongs. */
export type Belonging = { institutionId: string; groupId: string | null }

/**
 * Rewrites whose everything kept of a person is: from then on the new institution sees it, and the old one does not.
 * The person must be opened in the transaction, for their record goes along.
 */
export async function handOver(
  tx: DatabaseTransaction,
  change: Change,
  secrets: Secrets,
  personId: string,
  { institutionId, groupId }: Belonging,
) {
  const { municipalityId } = change
  const person = await findBelonging(tx, municipalityId, personId)
  if (!person) return
  const place = { person_id: personId, institution_id: institutionId, group_id: groupId }
  const { kind, pseudonym, account_id, given_name, family_name } = person
  await revise(tx, change, { table: 'people.person', key: ['person_id'] }, [
    { ...place, kind, pseudonym, account_id },
  ])
  await revise(tx, change, { table: 'identity.name', key: ['person_id'] }, [
    { ...place, given_name, family_name },
  ])
  const records = await findRecords(tx, municipalityId, [personId])
  const own = records.find(({ institution_id }) => institution_id === institutionId)
  const old = records.find(({ institution_id }) => institution_id === person.institution_id)
  const target = { table: 'identity.record', key: ['person_id', 'institution_id'] } as const
  // What the new institution has written itself already stands.
  if (own) await revise(tx, change, target, [{ ...own, group_id: groupId }])
  else if (old) await revise(tx, change, target, [resealed(secrets, old, place)])
  if (old && old !== own) await deleteRecord(tx, municipalityId, personId, old.institution_id)
}
