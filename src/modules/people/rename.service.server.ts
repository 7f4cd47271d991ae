import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findPersonRow } from './directory-store.server.ts'
import { inPeopleChange, type Keeper } from './service.server.ts'

/** What a person is called. */
export type Name = { givenName: string; familyName: string }

/**
 * Writes what a person is called now; what they were called before is kept nowhere.
 *
 * @param seen how often the name had been written when it was read
 * @returns what somebody else has written meanwhile; nothing when it is done
 */
export async function renamePerson(
  db: Database,
  user: User,
  keeper: Keeper,
  { personId, seen, name }: { personId: string; seen: number; name: Name },
): Promise<(Name & { version: number }) | undefined> {
  const what = { action: 'person.renamed', subject: personId }
  const { result } = await inPeopleChange(db, user, keeper, what, async (tx, change) => {
    const row = await findPersonRow(tx, keeper.municipalityId, personId)
    if (!row) return undefined
    if (row.revision !== seen)
      return { givenName: row.given_name, familyName: row.family_name, version: row.revision }
    const { institution_id, group_id } = row
    const written = { given_name: name.givenName, family_name: name.familyName }
    await revise(tx, change, { table: 'identity.name', key: ['person_id'] }, [
      { person_id: personId, institution_id, group_id, ...written },
    ])
    return undefined
  })
  return result
}
