import { setTimeout as pause } from 'node:timers/promises'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { sealJournal } from '#platform/journal/seal.server.ts'
import { beginChange, type Intent } from '#platform/write/change.server.ts'

/** Begins a change of a tester, who imports published figures unless something else is said. */
export function beginTestChange(
  tx: DatabaseTransaction,
  given: Pick<Intent, 'municipalityId'> & Partial<Intent>,
) {
  const ordinary = { action: 'tests.written', subject: 'test', isPublic: true, at: new Date() }
  const intent: Intent = { stream: 'figures', origin: 'import', ...ordinary, ...given }
  return beginChange(tx, { id: 'tester', kind: 'member', grants: [] }, intent)
}

/** Seals until nothing waits: on a server the transactions of other databases hold sealing back too. Answers how many. */
export async function sealEverything(db: Database): Promise<number> {
  for (let sealed = 0; ; await pause(10)) {
    const done = await sealJournal(db)
    sealed += done.sealed
    if (!done.areWaiting) return sealed
  }
}
