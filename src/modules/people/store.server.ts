import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { Assignment, DirectoryEntry, Post } from './model.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>

/** Persons whom the reader may know, by family name: of a whole municipality, or of one group. */
export async function findDirectory(
  db: Own,
  municipalityId: string,
  groupId?: string,
): Promise<DirectoryEntry[]> {
  let query = db
    .selectFrom('people.person as p')
    .innerJoin('identity.name as n', (join) =>
      join.onRef('n.municipality_id', '=', 'p.municipality_id').onRef('n.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.kind', 'n.given_name', 'n.family_name', 'p.institution_id', 'p.group_id'])
    .where('p.municipality_id', '=', municipalityId)
  if (groupId !== undefined) query = query.where('p.group_id', '=', groupId)
  const collator = new Intl.Collator('lv')
  return (await query.execute())
    .map((row) => ({
      personId: row.person_id,
      kind: row.kind,
      givenName: row.given_name,
      familyName: row.family_name,
      institutionId: row.institution_id,
      groupId: row.group_id,
    }))
    .sort(
      (a, b) => collator.compare(a.familyName, b.familyName) || collator.compare(a.givenName, b.givenName),
    )
}

/** Records as they are kept, encrypted. Only those of opened persons are seen. */
export function findRecords(db: Own, municipalityId: string, persons: readonly string[]) {
  return db
    .selectFrom('identity.record')
    .select(['person_id', 'institution_id', 'group_id', 'national_id', 'contact'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', 'in', persons)
    .orderBy('person_id')
    .execute()
}

/** Where an account's person works, whenever it did or will. */
export async function findPosts(db: Own, accountId: string): Promise<Post[]> {
  const rows = await db
    .selectFrom('people.post')
    .select(['municipality_id', 'institution_id', 'job', 'valid_from', 'valid_to'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    institutionId: row.institution_id,
    job: row.job,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** What an account's person is charged with, whenever it was or will be. */
export async function findAssignments(db: Own, accountId: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('people.assignment')
    .select(['municipality_id', 'kind', 'group_id', 'person_id', 'valid_from', 'valid_to'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    kind: row.kind,
    groupId: row.group_id,
    personId: row.person_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** One charge as it is kept; undefined where there is none that the reader may see. */
export function findAssignment(db: Own, municipalityId: string, id: string) {
  return db
    .selectFrom('people.assignment')
    .select(['id', 'holder_id', 'account_id', 'kind', 'institution_id', 'group_id', 'person_id'])
    .select(['valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Posts of everybody with an account in a municipality, whenever they were or will be, each with whose it is. */
export async function findHeldPosts(
  db: Own,
  municipalityId: string,
): Promise<(Post & { accountId: string })[]> {
  const rows = await db
    .selectFrom('people.post')
    .select(['account_id', 'municipality_id', 'institution_id', 'job', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('account_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id ?? '',
    municipalityId: row.municipality_id,
    institutionId: row.institution_id,
    job: row.job,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Charges of everybody with an account in a municipality, whenever they were or will be, each with whose it is. */
export async function findHeldAssignments(
  db: Own,
  municipalityId: string,
): Promise<(Assignment & { accountId: string })[]> {
  const rows = await db
    .selectFrom('people.assignment')
    .select(['account_id', 'municipality_id', 'kind', 'group_id', 'person_id', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .where('account_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id ?? '',
    municipalityId: row.municipality_id,
    kind: row.kind,
    groupId: row.group_id,
    personId: row.person_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Classes and other groups of a municipality that the reader may see, past ones too, by name. */
export async function findGroups(db: Own, municipalityId: string) {
  const rows = await db
    .selectFrom('people.learner_group')
    .select(['group_id', 'institution_id', 'name', 'valid_from', 'valid_to'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  const collator = new Intl.Collator('lv', { numeric: true })
  return rows
    .map((row) => ({
      groupId: row.group_id,
      institutionId: row.institution_id,
      name: row.name,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }))
    .sort((a, b) => collator.compare(a.name, b.name))
}

/** What some persons are called, by id: those that the reader may know. */
export async function findPersonNames(
  db: Own,
  municipalityId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity.name')
    .select(['person_id', 'given_name', 'family_name'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.person_id, `${row.given_name} ${row.family_name}`]))
}

/** The first persons whose name holds what was typed, by name: at most so many. */
export async function findPersonsCalled(db: Own, municipalityId: string, typed: string, most: number) {
  const rows = await db
    .selectFrom('identity.name')
    .select(['person_id', 'given_name', 'family_name'])
    .where('municipality_id', '=', municipalityId)
    .where(sql<string>`given_name || ' ' || family_name`, 'ilike', `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`)
    .orderBy('family_name')
    .orderBy('given_name')
    .limit(most)
    .execute()
  return rows.map((row) => ({ personId: row.person_id, name: `${row.given_name} ${row.family_name}` }))
}

/** What persons with accounts are called, by account. */
export async function findNamesOfAccounts(db: Own, municipalityId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('people.person as p')
    .innerJoin('identity.name as n', (join) =>
      join.onRef('n.municipality_id', '=', 'p.municipality_id').onRef('n.person_id', '=', 'p.person_id'),
    )
    .select(['p.account_id', 'n.given_name', 'n.family_name'])
    .where('p.municipality_id', '=', municipalityId)
    .where('p.account_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.account_id ?? '', `${row.given_name} ${row.family_name}`]))
}
