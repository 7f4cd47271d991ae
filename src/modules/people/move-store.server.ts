import type { Db } from '#platform/database/types.server.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>

/** A person with name and where they belong; undefined where the reader may not know them. */
export function findBelonging(db: Own, municipalityId: string, personId: string) {
  return db
    .selectFrom('people.person as p')
    .innerJoin('identity.name as n', (join) =>
      join.onRef('n.municipality_id', '=', 'p.municipality_id').onRef('n.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.institution_id', 'p.group_id', 'p.kind', 'p.pseudonym', 'p.account_id'])
    .select(['n.given_name', 'n.family_name', 'p.revision'])
    .where('p.municipality_id', '=', municipalityId)
    .where('p.person_id', '=', personId)
    .executeTakeFirst()
}

/** Enrolments of a person that hold on a day or later. */
export function findEnrolments(db: Own, municipalityId: string, personId: string, day: string) {
  return db
    .selectFrom('people.enrolment')
    .select(['person_id', 'group_id', 'institution_id', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .execute()
}

const POST = ['id', 'person_id', 'account_id', 'institution_id', 'job', 'valid_from', 'valid_to'] as const

/** One post as it is kept; undefined where there is none that the reader may see. */
export function findPost(db: Own, municipalityId: string, id: string) {
  return db
    .selectFrom('people.post')
    .select(POST)
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Posts of a person at an institution that hold on a day or later. */
export function findPostsAt(
  db: Own,
  { municipalityId, institutionId }: { municipalityId: string; institutionId: string },
  personId: string,
  day: string,
) {
  return db
    .selectFrom('people.post')
    .select(POST)
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', institutionId)
    .where('person_id', '=', personId)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .execute()
}

/**
 * Charges that a person leaves behind with an institution: what they were charged with there, and whoever supported
 * or mentored them there. What they are to themselves and their guardians goes along.
 */
export function findChargesLeft(
  db: Own,
  { municipalityId, institutionId }: { municipalityId: string; institutionId: string },
  personId: string,
  day: string,
) {
  return db
    .selectFrom('people.assignment')
    .select(['id', 'holder_id', 'account_id', 'kind', 'institution_id', 'group_id', 'person_id'])
    .select(['valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', institutionId)
    .where((row) => row.or([row('holder_id', '=', personId), row('person_id', '=', personId)]))
    .where('kind', 'not in', ['isPupil', 'guards'])
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .execute()
}

/** Moves whose day has come and of which nothing has been handed over. */
export function findMovesDue(db: Own, municipalityIds: readonly string[], day: string) {
  return db
    .selectFrom('people.move')
    .select(['municipality_id', 'id', 'person_id', 'institution_id', 'group_id', 'valid_from', 'settled_on'])
    .where('municipality_id', 'in', municipalityIds)
    .where('settled_on', 'is', null)
    .where('valid_from', '<=', day)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
}

/** Takes a record away from the institution that kept it, after another one has it. */
export function deleteRecord(db: Own, municipalityId: string, personId: string, institutionId: string) {
  return db
    .deleteFrom('identity.record')
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .where('institution_id', '=', institutionId)
    .execute()
}
