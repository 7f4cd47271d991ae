import { oneAtATime } from '../database/one-at-a-time.server.ts'
import type { InnerChangingRow } from '../database/row-kinds.server.ts'
import type { Db } from '../database/types.server.ts'
import type { Grant } from '../users.ts'
import type { RevisedRow } from '../write/revised-tables.ts'
import type { Level } from './levels.ts'
import type { Role } from './roles.ts'
import type { Scope } from './scope.ts'

export interface GrantTables {
  'platform.role_grant': InnerChangingRow & {
    id: string
    account_id: string
    role: Role
    scope_kind: Level
    scope_id: string | null
    valid_from: string
    valid_to: string | null
    given_by: string
    delegated_from: string | null
    delegated_grant: string | null
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends GrantTables {}
}
type Own = Db<GrantTables>

/** A role with the scope and the days for which somebody holds it. */
export type RoleGrant = Extract<Grant, { role: Role }>

/** A role that was given, with all that is kept of it. */
export type GivenGrant = RoleGrant & {
  id: string
  accountId: string
  validFrom: string
  validTo: string | null
  givenBy: string
  /** The grant that was lent; null where what was lent follows from a post or a charge. */
  delegatedGrant: string | null
  /** Counts its changes, so that nobody ends a grant that somebody else has changed. */
  revision: number
}

/** Roles that an account was given, past and future ones too. Whoever asks sees its own and those it may. */
export async function findGrants(db: Own, accountId: string): Promise<RoleGrant[]> {
  const rows = await db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return rows.map(asRoleGrant)
}

/**
 * Roles given in a municipality that hold on a day or later, or all of the country under the country's id.
 *
 * @param day `YYYY-MM-DD`
 */
export async function findGivenGrants(db: Own, municipalityId: string, day: string): Promise<GivenGrant[]> {
  const rows = await db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .orderBy('id')
    .execute()
  return rows.map(asGivenGrant)
}

/** One grant, past ones too; undefined where there is none that the reader may see. */
export async function findGivenGrant(db: Own, municipalityId: string, id: string) {
  const row = await db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asGivenGrant(row)
}

/** The same; nobody else changes it until the transaction ends. */
export async function lockGivenGrant(db: Own, municipalityId: string, id: string) {
  const row = await db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && asGivenGrant(row)
}

/**
 * Lets one transaction after another give and lend rights to an account in a place: a right that another is just giving
 * is no row yet that could be locked.
 */
export const giveInTurn = (db: Own, municipalityId: string, accountId: string) =>
  oneAtATime(db, `grants ${municipalityId} ${accountId}`)

/** Rows of the same grants as revising takes them. */
export function asRow(grant: GivenGrant): RevisedRow<'platform.role_grant'> {
  const { scope } = grant
  return {
    id: grant.id,
    account_id: grant.accountId,
    role: grant.role,
    scope_kind: scope.kind,
    scope_id: 'id' in scope ? scope.id : null,
    valid_from: grant.validFrom,
    valid_to: grant.validTo,
    given_by: grant.givenBy,
    delegated_from: grant.delegatedFrom ?? null,
    delegated_grant: grant.delegatedGrant,
  }
}

/** Grants that were lent from an account and hold on a day or later. */
export async function findLent(db: Own, municipalityId: string, lender: string, day: string) {
  const rows = await db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('delegated_from', '=', lender)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .execute()
  return rows.map(asGivenGrant)
}

/** Grants that an account was given in a municipality and that hold on a day or later. */
export async function findGivenTo(db: Own, municipalityId: string, accountId: string, day: string) {
  const rows = await db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('account_id', '=', accountId)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', day)]))
    .execute()
  return rows.map(asGivenGrant)
}

/** Grants by which a place is administered in somebody's own right, past and future ones too. */
export async function findAdministrators(db: Own, municipalityId: string): Promise<GivenGrant[]> {
  return (await administratorsIn(db, municipalityId).execute()).map(asGivenGrant)
}

/** The same; nobody else changes them until the transaction ends. */
export async function lockAdministrators(db: Own, municipalityId: string): Promise<GivenGrant[]> {
  return (await administratorsIn(db, municipalityId).forUpdate().execute()).map(asGivenGrant)
}

const administratorsIn = (db: Own, municipalityId: string) =>
  db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('role', '=', 'administrator')
    .where('delegated_from', 'is', null)
    .orderBy('id')

type Row = GrantTables['platform.role_grant']

function asRoleGrant(row: Row): RoleGrant {
  const dates = { validFrom: row.valid_from, validTo: row.valid_to }
  const grant = { role: row.role, scope: scopeOf(row), ...dates }
  return row.delegated_from === null ? grant : { ...grant, delegatedFrom: row.delegated_from }
}

const asGivenGrant = (row: Row): GivenGrant => ({
  ...asRoleGrant(row),
  id: row.id,
  accountId: row.account_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  givenBy: row.given_by,
  delegatedGrant: row.delegated_grant,
  revision: row.revision,
})

function scopeOf(row: Pick<Row, 'municipality_id' | 'scope_kind' | 'scope_id'>): Scope {
  const { municipality_id: municipalityId, scope_kind: kind, scope_id } = row
  if (kind === 'country') return { kind }
  return kind === 'municipality' ? { kind, municipalityId } : { kind, municipalityId, id: scope_id ?? '' }
}
