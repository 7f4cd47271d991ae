import type { Db } from '#platform/database/types.server.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>

/** One person as the directory shows them; undefined where there is none that the reader may know. */
export function findPersonRow(db: Own, municipalityId: string, personId: string) {
  return db
    .selectFrom('people.person as p')
    .innerJoin('identity.name as n', (join) =>
      join.onRef('n.municipality_id', '=', 'p.municipality_id').onRef('n.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.kind', 'p.institution_id', 'p.group_id', 'p.account_id'])
    .select(['n.given_name', 'n.family_name', 'n.revision', 'p.revision as person_revision'])
    .where('p.municipality_id', '=', municipalityId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst()
}

/** Where a person works, whenever they did or will. */
export const findPostsOf = (db: Own, municipalityId: string, personId: string) =>
  db
    .selectFrom('people.post')
    .select(['id', 'institution_id', 'job', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()

/** What a person is charged with, whenever they were or will be. */
export const findChargesOf = (db: Own, municipalityId: string, personId: string) =>
  db
    .selectFrom('people.assignment')
    .select(['id', 'institution_id', 'kind', 'group_id', 'person_id', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('holder_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()

/** Classes and groups of a municipality, whenever they were or will be, by name. */
export const findGroupRows = (db: Own, municipalityId: string) =>
  db
    .selectFrom('people.learner_group')
    .select(['group_id', 'institution_id', 'kind', 'name', 'grade', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('institution_id')
    .orderBy('grade')
    .orderBy('name')
    .execute()
