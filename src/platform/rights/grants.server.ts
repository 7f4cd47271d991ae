import { v7 as uuidv7 } from 'uuid'
import type { InnerChangingRow } from '../database/row-kinds.server.ts'
import { readAs } from '../database/scope.server.ts'
import type { Database, Db } from '../database/types.server.ts'
import type { PlatformTextKey } from '../texts/keys.ts'
import { demand, type Grant, type User } from '../users.ts'
import { inChange } from '../write/change.server.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import { revise } from '../write/revise.server.ts'
import type { RevisedRow } from '../write/revised-tables.ts'
import { municipalDay } from './day.ts'
import type { Level } from './levels.ts'
import { ROLES, type Role } from './roles.ts'
import type { Place, Scope } from './scope.ts'

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
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends GrantTables {}
}

type RoleGrant = Extract<Grant, { role: Role }>

/** Roles that an account was given, past and future ones too. Whoever asks sees its own and those it may. */
export async function findGrants(db: Db<GrantTables>, accountId: string): Promise<RoleGrant[]> {
  const rows = await db
    .selectFrom('platform.role_grant')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    role: row.role,
    scope: scopeOf(row),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/**
 * The user behind an account, with the roles it was given. Grants that follow from assignments are added by
 * whoever knows those.
 */
export async function findUser(db: Database, accountId: string): Promise<User> {
  const nobody: User = { id: accountId, kind: 'member', grants: [] }
  return { ...nobody, grants: await readAs(db, nobody, (tx) => findGrants(tx, accountId)) }
}

/** A role to be given to an account. */
export type GrantEntry = {
  accountId: string
  role: Role
  scope: Scope
  /** first day it holds, `YYYY-MM-DD` */
  validFrom: string
  validTo: string | null
}

/**
 * Gives an account a role.
 *
 * @returns the grant's id, or why the role cannot be given like this
 */
export async function giveRole(db: Database, user: User, entry: GrantEntry): Promise<Given> {
  const { scope, role, validFrom, validTo } = entry
  demand(user, 'platform.grant.edit', placeOf(scope))
  const levels: readonly Level[] = ROLES[role]
  if (!levels.includes(scope.kind)) return { problem: 'platform.grant.scope' }
  if (validTo !== null && validTo <= validFrom) return { problem: 'platform.grant.dates' }
  const id = uuidv7()
  const row = {
    id,
    account_id: entry.accountId,
    role,
    scope_kind: scope.kind,
    scope_id: 'id' in scope ? scope.id : null,
    valid_from: validFrom,
    valid_to: validTo,
    given_by: user.id,
  }
  await writeGrant(db, user, municipalityOf(scope), 'grant.given', row)
  return { id }
}

type Given = { id: string } | { problem: Extract<PlatformTextKey, `platform.grant.${string}`> }

/** Ends a grant at once. Answers false where there is none that holds today or later. */
export async function endGrant(db: Database, user: User, municipalityId: string, id: string) {
  demand(user, 'platform.grant.edit', municipalityId === COUNTRY ? 'country' : { municipalityId })
  const row = await readAs(db, user, (tx) => findGrant(tx, municipalityId, id))
  const today = municipalDay()
  if (!row || (row.valid_to !== null && row.valid_to <= today)) return false
  const hasBegun = row.valid_from < today
  const ended = { ...row, valid_to: hasBegun ? today : row.valid_from }
  await writeGrant(db, user, municipalityId, 'grant.ended', ended)
  return true
}

const findGrant = (db: Db<GrantTables>, municipalityId: string, id: string) =>
  db
    .selectFrom('platform.role_grant')
    .select(['id', 'account_id', 'role', 'scope_kind', 'scope_id', 'valid_from', 'valid_to', 'given_by'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst()

function writeGrant(
  db: Database,
  user: User,
  municipalityId: string,
  action: 'grant.given' | 'grant.ended',
  row: RevisedRow<'platform.role_grant'>,
) {
  const what = { stream: 'grants', origin: 'form', action, subject: row.account_id } as const
  const intent = { ...what, municipalityId, isPublic: false, at: new Date() }
  return inChange(db, user, intent, (tx, change) =>
    revise(tx, change, { table: 'platform.role_grant', key: ['id'], hasId: true }, [row]),
  )
}

/** The municipality under whose id a grant stands. */
const municipalityOf = (scope: Scope) => (scope.kind === 'country' ? COUNTRY : scope.municipalityId)

const placeOf = (scope: Scope): Place =>
  scope.kind === 'country' ? 'country' : { municipalityId: scope.municipalityId }

function scopeOf(row: { municipality_id: string; scope_kind: Level; scope_id: string | null }): Scope {
  const { municipality_id: municipalityId, scope_kind: kind, scope_id } = row
  if (kind === 'country') return { kind }
  return kind === 'municipality' ? { kind, municipalityId } : { kind, municipalityId, id: scope_id ?? '' }
}
