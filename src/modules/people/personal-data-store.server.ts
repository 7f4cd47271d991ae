import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { Stay } from './retention.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>
type Person = { municipalityId: string; personId: string }

/** Persons that an account is, in whichever municipalities. */
export function findPersonsOfAccount(db: Own, accountId: string) {
  return db
    .selectFrom('people.person')
    .select(['municipality_id', 'person_id', 'kind', 'institution_id'])
    .where('account_id', '=', accountId)
    .orderBy('person_id')
    .execute()
}

/** Who somebody is in the directory. */
export function findPerson(db: Own, { municipalityId, personId }: Person) {
  return db
    .selectFrom('people.person')
    .select(['person_id', 'kind', 'institution_id', 'group_id', 'pseudonym', 'account_id'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** At which institution somebody is, null between two of them; undefined where there is no such person. */
export async function findPersonInstitution(
  db: Own,
  municipalityId: string,
  personId: string,
): Promise<{ institutionId: string | null } | undefined> {
  const person = await findPerson(db, { municipalityId, personId })
  return person && { institutionId: person.institution_id }
}

/** What somebody is called. */
export function findName(db: Own, { municipalityId, personId }: Person) {
  return db
    .selectFrom('identity.name')
    .select(['given_name', 'family_name'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .execute()
}

/** When somebody was where, as what: posts, groups and charges, those of others over them too. One statement. */
export function findStays(db: Own, { municipalityId, personId }: Person) {
  return readSql(
    db,
    sql<{
      of: Stay['of']
      what: string
      institution_id: string
      valid_from: string
      valid_to: string | null
    }>`
      select 'post' as of, job as what, institution_id, valid_from, valid_to from people.post
      where municipality_id = ${municipalityId} and person_id = ${personId}
      union all
      select 'enrolment', group_id::text, institution_id, valid_from, valid_to from people.enrolment
      where municipality_id = ${municipalityId} and person_id = ${personId}
      union all
      select 'assignment', kind, institution_id, valid_from, valid_to from people.assignment
      where municipality_id = ${municipalityId} and (holder_id = ${personId} or person_id = ${personId})
      order by 4, 1, 2`,
  )
}

/** Takes away what somebody is called. @returns how many rows */
export async function deleteName(db: Own, { municipalityId, personId }: Person): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.name')
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Takes away the records of somebody whose records are open. @returns how many rows */
export async function deleteRecords(db: Own, { municipalityId, personId }: Person): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.record')
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
