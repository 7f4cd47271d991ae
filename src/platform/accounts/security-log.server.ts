import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beginAsAccounts } from '../database/scope.server.ts'
import type { Db } from '../database/types.server.ts'
import { addDays, municipalDay, startOfDay } from '../rights/day.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import { type AccountDesk, type Asker, findPlaces } from './desk.server.ts'
import { findPlacesOfAccount } from './holders-store.server.ts'
import { nameOf } from './keys.server.ts'
import type { SecurityEventKind } from './security-event.ts'
import type { SecurityEventTables } from './tables.server.ts'

export type SecurityEvent = {
  id: string
  at: Date
  kind: SecurityEventKind
  accountId: string | null
  /** Who did it, where that is somebody else. */
  actor: string | null
  clientAddress: string | null
  userAgent: string | null
}

type Told = {
  kind: SecurityEventKind
  accountId?: string | undefined
  actor?: string | undefined
  /** Address of e-mail that was tried; a keyed hash of it is kept. */
  tried?: string | undefined
  /** Undefined when it was done at the command line. */
  asker?: Asker | undefined
  /** Where it was done; otherwise wherever the account works. */
  municipalityId?: string
}

/** Notes in the security log what was done to accounts: in each municipality in which the account works. */
export async function noteSecurityEvent(desk: AccountDesk, told: Told) {
  const { kind, accountId, actor, tried, asker } = told
  const places = told.municipalityId === undefined ? await placesOf(desk, accountId) : [told.municipalityId]
  const event = {
    id: uuidv7(),
    kind,
    account_id: accountId ?? null,
    actor: actor ?? null,
    tried: tried === undefined ? null : nameOf(desk.keys, 'email', tried),
    client_address: asker?.clientAddress ?? null,
    user_agent: asker?.userAgent || null,
  }
  const rows = places.map((municipality_id) => ({ ...event, municipality_id }))
  await beginAsAccounts(desk.db, (tx) => tx.insertInto('platform.security_event').values(rows).execute())
}

async function placesOf(desk: AccountDesk, accountId: string | undefined) {
  const places =
    accountId === undefined
      ? []
      : await findPlaces(desk, accountId, (tx) => findPlacesOfAccount(tx, accountId))
  return places.length > 0 ? places : [COUNTRY]
}

/** By what the security log is narrowed down; `from` and `to` are days in Latvia, both included. */
export type SecurityEventFilter = {
  municipalityId?: string | undefined
  /** Whose account it is; none of them when the list is empty. */
  accountIds?: readonly string[] | undefined
  from?: string | undefined
  to?: string | undefined
  kind?: SecurityEventKind | undefined
}

export const EVENTS_A_PAGE = 50

/**
 * A stretch of the security log, the newest first: what the reader may see of it, which are the own events and
 * those of municipalities whose accounts one may read.
 *
 * @param stretch how many at most, and the id of the event behind which they go on
 */
export async function findSecurityEvents(
  db: Db<SecurityEventTables>,
  { municipalityId, accountIds, from, to, kind }: SecurityEventFilter,
  { after, limit = EVENTS_A_PAGE }: { after?: string; limit?: number } = {},
): Promise<{ events: SecurityEvent[]; hasMore: boolean }> {
  let query = db
    .selectFrom('platform.security_event')
    .select(['id', 'at', 'kind', 'account_id', 'actor', 'client_address', 'user_agent'])
    // What concerns two municipalities stands in each.
    .distinctOn(['at', 'id'])
  if (municipalityId !== undefined) query = query.where('municipality_id', '=', municipalityId)
  if (accountIds !== undefined)
    query = query.where('account_id', 'in', accountIds.length > 0 ? [...accountIds] : [''])
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (from !== undefined) query = query.where('at', '>=', startOfDay(from))
  if (to !== undefined) query = query.where('at', '<', startOfDay(addDays(to, 1)))
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(at, id) < (select e.at, e.id from platform.security_event e where e.id = ${after} limit 1)`,
    )
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const events = rows.slice(0, limit).map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    accountId: row.account_id,
    actor: row.actor,
    clientAddress: row.client_address,
    userAgent: row.user_agent,
  }))
  return { events, hasMore: rows.length > limit }
}

/** The day on which each account of a municipality last signed in, `YYYY-MM-DD`, as far back as the log is kept. */
export async function findLastSignIns(
  db: Db<SecurityEventTables>,
  municipalityId: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('platform.security_event')
    .select(({ fn }) => ['account_id', fn.max('at').as('at')])
    .where('municipality_id', '=', municipalityId)
    .where('account_id', 'is not', null)
    .where('kind', 'in', ['signedIn', 'signedInByProvider'])
    .groupBy('account_id')
    .execute()
  return new Map(rows.map(({ account_id, at }) => [account_id ?? '', municipalDay(new Date(at))]))
}

/** Erases what is older than a year; the database lets nothing younger go. */
export async function erasePastEvents(desk: Pick<AccountDesk, 'db'>, now: Date) {
  const before = new Date(now)
  before.setUTCFullYear(before.getUTCFullYear() - 1)
  await beginAsAccounts(desk.db, (tx) =>
    tx.deleteFrom('platform.security_event').where('at', '<', before).execute(),
  )
}
