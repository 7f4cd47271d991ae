import type { Db } from '#platform/database/types.server.ts'
import type { PeopleTables } from './tables.server.ts'

/** Persons, groups and posts of some institutions, as far as the reader may see them. Three statements. */
export async function findPeopleOf(
  db: Db<PeopleTables>,
  municipalityId: string,
  institutionIds: readonly string[],
) {
  const persons = await db
    .selectFrom('people.person as p')
    .innerJoin('identity.name as n', (join) =>
      join.onRef('n.municipality_id', '=', 'p.municipality_id').onRef('n.person_id', '=', 'p.person_id'),
    )
    .select([
      'p.person_id',
      'p.kind',
      'p.pseudonym',
      'p.account_id',
      'p.institution_id',
      'p.group_id',
      'n.given_name',
      'n.family_name',
    ])
    .where('p.municipality_id', '=', municipalityId)
    .where('p.institution_id', 'in', institutionIds)
    .orderBy('p.person_id')
    .execute()
  const groups = await db
    .selectFrom('people.learner_group')
    .select(['group_id', 'institution_id', 'kind', 'name', 'grade', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', 'in', institutionIds)
    .orderBy('group_id')
    .execute()
  const posts = await db
    .selectFrom('people.post')
    .select(['id', 'person_id', 'account_id', 'institution_id', 'job', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', 'in', institutionIds)
    .orderBy('id')
    .execute()
  return { persons, groups, posts }
}
