import type { Generated } from 'kysely'
import { begin, writeAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { refuse } from '../refuse.ts'
import type { User } from '../users.ts'
import type { Capability } from './capabilities.ts'
import { MOST_IDS } from './settings.ts'

export interface ReadingTables {
  'platform.reading': {
    municipality_id: string
    person_id: string
    id: Generated<string>
    at: Generated<Date>
    actor: Generated<string>
    capability: string
    reason: string
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends ReadingTables {}
}

/** Whose records somebody asks to see, and what for. */
export type Opening = {
  municipalityId: string
  persons: readonly string[]
  /** What the work does with the records. */
  capability: Capability
  /** The reader's own words, at least five letters. */
  reason: string
}

const SHORTEST_REASON = 5

/**
 * Opens persons' records for the time of the work. That somebody opened them is written and committed first, so
 * that a reading which fails or is undone leaves its trace, and no reading is without one. Which of the persons
 * are in reach is still decided by the database.
 *
 * @param purpose `writing` where the work changes the records
 * @throws a refusal without a reason, or for more than 300 persons at once
 */
export async function openPersons<Result>(
  db: Database,
  user: User,
  { municipalityId, persons, capability, reason }: Opening,
  work: (tx: DatabaseTransaction) => Promise<Result>,
  purpose: 'reading' | 'writing' = 'reading',
): Promise<Result> {
  if (reason.trim().length < SHORTEST_REASON) refuse(403, 'platform.refused.reason')
  if (persons.length > MOST_IDS) refuse(403, 'platform.refused.wide')
  const within = { municipalityId }
  if (persons.length > 0) {
    const rows = persons.map((person_id) => ({
      municipality_id: municipalityId,
      person_id,
      capability,
      reason,
    }))
    await writeAs(db, user, (tx) => tx.insertInto('platform.reading').values(rows).execute(), within)
  }
  return begin(db, user, { purpose, within, opened: persons }, work)
}
