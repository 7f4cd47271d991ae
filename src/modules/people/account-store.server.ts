import type { Db } from '#platform/database/types.server.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>

/** Whose an account is in a municipality; undefined where it is nobody's whom the reader may know. */
export const findPersonOfAccount = (db: Own, municipalityId: string, accountId: string) =>
  db
    .selectFrom('people.person')
    .select('person_id')
    .where('municipality_id', '=', municipalityId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()

/** Accounts of a municipality that are somebody's already. */
export async function findConnectedAccounts(db: Own, municipalityId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('people.person')
    .select('account_id')
    .where('municipality_id', '=', municipalityId)
    .where('account_id', 'is not', null)
    .execute()
  return new Set(rows.map(({ account_id }) => account_id ?? ''))
}

/** Posts of a person, wherever, that hold on a day or later. */
export const findPostsHeld = (db: Own, municipalityId: string, personId: string, day: string) =>
  db
    .selectFrom('people.post')
    .select(['id', 'person_id', 'account_id', 'institution_id', 'job', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .execute()

/** What a person is charged with, wherever, on a day or later. */
export const findChargesHeld = (db: Own, municipalityId: string, personId: string, day: string) =>
  db
    .selectFrom('people.assignment')
    .select(['id', 'holder_id', 'account_id', 'kind', 'institution_id', 'group_id', 'person_id'])
    .select(['valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('holder_id', '=', personId)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .execute()
