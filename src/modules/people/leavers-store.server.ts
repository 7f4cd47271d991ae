import type { Db } from '#platform/database/types.server.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>

/** Somebody with an account who is at an institution no more from a day on. */
export type Leaver = { accountId: string; institutionId: string | null; on: string }

/**
 * Whose last post at an institution has ended, and who has gone to another one, on one of these days.
 *
 * @param from first day, `YYYY-MM-DD`
 * @param to last day
 */
export async function findLeavers(
  db: Own,
  municipalityId: string,
  from: string,
  to: string,
): Promise<Leaver[]> {
  const posts = await db
    .selectFrom('people.post as p')
    .select(['p.account_id', 'p.institution_id', 'p.valid_to'])
    .where('p.municipality_id', '=', municipalityId)
    .where('p.account_id', 'is not', null)
    .where('p.valid_to', '>=', from)
    .where('p.valid_to', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('people.post as other')
            .select('other.id')
            .whereRef('other.municipality_id', '=', 'p.municipality_id')
            .whereRef('other.person_id', '=', 'p.person_id')
            .whereRef('other.institution_id', '=', 'p.institution_id')
            .where((row) => row.or([row('other.valid_to', 'is', null), row('other.valid_to', '>', to)])),
        ),
      ),
    )
    .execute()
  const moves = await db
    .selectFrom('people.move as m')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.person_id', '=', 'm.person_id'),
    )
    .select(['p.account_id', 'm.valid_from'])
    .where('m.municipality_id', '=', municipalityId)
    .where('p.account_id', 'is not', null)
    .where('m.valid_from', '>=', from)
    .where('m.valid_from', '<=', to)
    .execute()
  return [
    ...posts.map((row) => ({
      accountId: row.account_id ?? '',
      institutionId: row.institution_id,
      on: row.valid_to ?? to,
    })),
    ...moves.map((row) => ({ accountId: row.account_id ?? '', institutionId: null, on: row.valid_from })),
  ]
}
