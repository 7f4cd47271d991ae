import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { runBesideOthers } from './beside-others.server.ts'
import { MEMBER_ROLE, PUBLIC_ROLE, WEB_ROLE } from './role-names.ts'
import { DatabaseUnusable } from './unusable.ts'

/** What a superuser alone can take away, and an owner of the database has to do without. */
export type Protection =
  | 'settings'
  | 'largeObjects'
  | 'codeBlocks'
  | 'sessions'
  | 'temporaryTables'
  | 'limits'

/**
 * Takes from everybody what no request needs. Above all `set_config`: the scopes of a transaction are
 * settings, and without this whoever gets an expression into a query could widen them. The owner keeps what
 * migrations use.
 *
 * @returns what could not be taken away, since only a superuser may
 * @throws DatabaseUnusable when there are no roles yet, which the owner of the database must make
 */
export async function protectDatabase(owner: QueryExecutorProvider): Promise<Protection[]> {
  await demandRoles(owner)
  if ((await findMissingProtection(owner)).length === 0) return []
  const { rows } = await sql<{ keeper: string; database: string; is_superuser: boolean }>`
    select pg_get_userbyid(datdba) as keeper, datname as database,
      (select rolsuper from pg_roles where rolname = current_user) as is_superuser
    from pg_database where datname = current_database()`.execute(owner)
  for (const { keeper, database, is_superuser } of rows) {
    await runBesideOthers(owner, sql`revoke temporary on database ${sql.id(database)} from public`)
    await runBesideOthers(owner, sql`revoke create on schema public from public`)
    if (is_superuser) await protectAsSuperuser(owner, sql.id(keeper))
  }
  return findMissingProtection(owner)
}

async function demandRoles(owner: QueryExecutorProvider) {
  const { rows } = await sql`select from pg_roles where rolname in (${WEB_ROLE}, ${MEMBER_ROLE})`.execute(
    owner,
  )
  if (rows.length < 2) throw new DatabaseUnusable('platform.database.unstarted')
}

async function protectAsSuperuser(superuser: QueryExecutorProvider, keeper: RawBuilder<unknown>) {
  for (const name of await functionsToRevoke(superuser)) {
    await runBesideOthers(superuser, sql`revoke execute on function ${sql.raw(name)} from public`)
    await runBesideOthers(superuser, sql`grant execute on function ${sql.raw(name)} to ${keeper}`)
  }
  await runBesideOthers(superuser, sql`grant execute on function ${SET_CONFIG} to ${sql.id(WEB_ROLE)}`)
  await runBesideOthers(superuser, sql`revoke usage on language plpgsql from public`)
  await runBesideOthers(superuser, sql`grant usage on language plpgsql to ${keeper}`)
}

const SET_CONFIG = sql`pg_catalog.set_config(text, text, boolean)`

/** Functions that anybody might call as long as nobody has taken them away. */
async function functionsToRevoke(owner: QueryExecutorProvider): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select 'pg_catalog.' || proname || '(' || pg_get_function_identity_arguments(oid) || ')' as name
    from pg_proc where pronamespace = 'pg_catalog'::regnamespace
      and (proname ~ '^(lo_|loread$|lowrite$)' or proname in ('set_config', 'pg_terminate_backend', 'pg_cancel_backend'))
      and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0)`.execute(
    owner,
  )
  return rows.map(({ name }) => name)
}

/** Which protection this database lacks, asked of its catalog. */
export async function findMissingProtection(db: QueryExecutorProvider): Promise<Protection[]> {
  const may = (name: string) =>
    sql`has_function_privilege(${MEMBER_ROLE}, ${`pg_catalog.${name}`}, 'execute')`
  const { rows } = await sql<Record<Protection, boolean>>`select
    ${may('set_config(text, text, boolean)')} as "settings",
    ${may('lo_creat(integer)')} as "largeObjects",
    has_language_privilege(${MEMBER_ROLE}, 'plpgsql', 'usage') as "codeBlocks",
    ${may('pg_terminate_backend(integer, bigint)')} as "sessions",
    has_database_privilege(${MEMBER_ROLE}, current_database(), 'temporary') as "temporaryTables",
    exists (select from pg_roles where rolname in (${PUBLIC_ROLE}, ${WEB_ROLE})
      and not coalesce(array_to_string(rolconfig, ' ') like '%statement_timeout=%', false)) as "limits"
  `.execute(db)
  return Object.entries(rows[0] ?? {}).flatMap(([name, isMissing]) => (isMissing ? [name as Protection] : []))
}
