import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { demand, type User } from '#platform/users.ts'
import type { SurveyTable } from './model.ts'
import { findUnprotectedTables } from './unprotected-store.server.ts'

/** Every survey of a municipality with figures about few people, for whoever has to know them. */
export async function readUnprotectedSurveys(
  db: Database,
  user: User,
  municipalityId: string,
): Promise<SurveyTable[]> {
  demand(user, 'surveys.unprotected.read', { municipalityId })
  return readAs(db, user, (tx) => findUnprotectedTables(tx, municipalityId), { municipalityId })
}
