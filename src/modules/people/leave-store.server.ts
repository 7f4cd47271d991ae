import type { Db } from '#platform/database/types.server.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>

/** Of some ids those that are of an institution: its own, and those of its classes and people. */
export async function findPlacesAt(
  db: Own,
  municipalityId: string,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const groups = await db
    .selectFrom('people.learner_group')
    .select('group_id')
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', institutionId)
    .where('group_id', 'in', ids)
    .execute()
  const persons = await db
    .selectFrom('people.person')
    .select('person_id')
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', institutionId)
    .where('person_id', 'in', ids)
    .execute()
  return new Set([
    institutionId,
    ...groups.map(({ group_id }) => group_id),
    ...persons.map(({ person_id }) => person_id),
  ])
}
