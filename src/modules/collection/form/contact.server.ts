import { findAccountAddress, findAccountHolder } from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { theProgram } from '#platform/users.ts'
import type { DataCall } from '../model.ts'

/** Somebody whom givers can ask. */
export type Contact = { accountId: string; name: string; email: string | null }

/**
 * Who answers for a call and who stands in, with their addresses. Read in the program's own name: whoever is asked for
 * data is told whom to ask back, and no other address.
 */
export async function readContacts(
  db: Database,
  municipalityId: string,
  { responsibleId, deputyId }: Pick<DataCall, 'responsibleId' | 'deputyId'>,
): Promise<Contact[]> {
  const ids = [responsibleId, deputyId].filter((id) => id !== null)
  if (ids.length === 0) return []
  const reader = theProgram([
    { capabilities: ['platform.account.read'], scope: { kind: 'municipality', municipalityId } },
  ])
  return readAs(
    db,
    reader,
    async (tx) => {
      const contacts: Contact[] = []
      for (const accountId of ids) {
        const holder = await findAccountHolder(tx, municipalityId, accountId)
        if (!holder || holder.endedOn !== null) continue
        const email = (await findAccountAddress(tx, municipalityId, accountId)) ?? null
        contacts.push({ accountId, name: holder.name, email })
      }
      return contacts
    },
    { municipalityId },
  )
}
