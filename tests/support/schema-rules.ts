import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import {
  ACCOUNTS_ROLE,
  JOBS_ROLE,
  MEMBER_ROLE,
  PUBLIC_ROLE,
  SEALER_ROLE,
  WEB_ROLE,
} from '#platform/database/role-names.ts'
import { isFlagged, isNational, isOurSchema, isOurs, tableName } from './table-kinds.ts'

type Names = RawBuilder<{ name: string }>

const isTenants = sql`${isOurs} and not ${isNational}`
const everyRole = sql`(${PUBLIC_ROLE}, ${MEMBER_ROLE}, ${SEALER_ROLE}, ${ACCOUNTS_ROLE}, ${JOBS_ROLE}, ${WEB_ROLE})`

/** Queries on the catalog, each of which names what breaks the rule it is called by. */
export const schemaRules: Record<string, Names> = {
  'row-level security binds everybody, the owner included': sql`
    select ${tableName} as name from pg_class t
    where ${isOurs} and not (t.relrowsecurity and t.relforcerowsecurity)`,

  'no policy is for anybody but our roles': sql`
    select ${tableName} || ' ' || p.polname as name from pg_class t join pg_policy p on p.polrelid = t.oid
    where ${isOurs} and exists (
      select from unnest(p.polroles) role left join pg_roles r on r.oid = role
      where r.rolname is null or r.rolname not in ${everyRole})`,

  'the public only reads, and a member neither empties nor alters a table': sql`
    select ${tableName} || ' ' || r.rolname || ' ' || p.privilege as name
    from pg_class t cross join pg_roles r
    cross join unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p (privilege)
    where ${isOurs} and has_table_privilege(r.oid, t.oid, p.privilege) and (r.rolname = ${PUBLIC_ROLE}
      or r.rolname = ${MEMBER_ROLE} and p.privilege in ('TRUNCATE', 'REFERENCES', 'TRIGGER'))`,

  'a municipality’s row says whose it is': sql`
    select ${tableName} as name from pg_class t
    where ${isTenants} and not exists (${column('municipality_id', 'uuid')})`,

  'a row that may be public says whether it is': sql`
    select ${tableName} as name from pg_class t
    where ${isFlagged} and not exists (${column('is_public', 'boolean')})`,

  'a municipality’s table has a primary key': sql`
    select ${tableName} as name from pg_class t
    where ${isTenants} and not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,

  'a municipality’s unique keys begin with the municipality': sql`
    select i.indexrelid::regclass::text as name from pg_class t join pg_index i on i.indrelid = t.oid
    where ${isTenants} and i.indisunique and i.indkey[0] is distinct from ${municipalityColumn('i.indrelid')}`,

  'municipalities’ tables refer to each other by the municipality first': sql`
    select ${tableName} || ' ' || k.conname as name from pg_class t join pg_constraint k on k.conrelid = t.oid
    where ${isTenants} and k.contype = 'f'
      and not exists (select from pg_class t where t.oid = k.confrelid and ${isNational})
      and (k.conkey[1] is distinct from ${municipalityColumn('k.conrelid')}
        or k.confkey[1] is distinct from ${municipalityColumn('k.confrelid')})`,

  'the roles own nothing': sql`
    select ${tableName} as name from pg_class t where pg_get_userbyid(t.relowner) in ${everyRole}`,

  'no role bypasses a policy, makes others or inherits rights': sql`
    select r.rolname as name from pg_roles r
    where r.rolname in ${everyRole} and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
      or r.rolinherit or exists (select from pg_auth_members m where m.member = r.oid and m.inherit_option))`,

  'only the public and the login that serves sign in': sql`
    select r.rolname as name from pg_roles r
    where r.rolname in (${MEMBER_ROLE}, ${SEALER_ROLE}, ${ACCOUNTS_ROLE}, ${JOBS_ROLE}) and r.rolcanlogin`,

  'only the login that serves becomes somebody else': sql`
    select r.rolname as name from pg_roles r join pg_auth_members m on m.member = r.oid
    where r.rolname in (${MEMBER_ROLE}, ${SEALER_ROLE}, ${ACCOUNTS_ROLE}, ${JOBS_ROLE}, ${PUBLIC_ROLE})`,

  'the login that serves has no right to any table': sql`
    select ${tableName} as name from pg_class t
    where ${isOurs} and has_table_privilege(${WEB_ROLE}, t.oid, 'select, insert, update, delete')`,

  'views work with the rights of whoever reads them': sql`
    select ${tableName} as name from pg_class t
    where ${isOurSchema} and t.relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any (t.reloptions), false)`,

  'no function works with the rights of its owner': sql`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
}

/** Statements that break every rule at least once. */
export const plantedOffences = [
  `create table registry.planted (id integer not null)`,
  `grant all on registry.planted to ${PUBLIC_ROLE}`,
  `create policy planted on registry.planted using (true)`,
  `create table registry.planted_keys (municipality_id uuid, key text primary key, other text references registry.planted_keys)`,
  `create view registry.planted_view as select 1 as one`,
  `create function registry.planted_function() returns integer language sql security definer as 'select 1'`,
  `grant create on schema registry to ${PUBLIC_ROLE}`,
  `grant ${PUBLIC_ROLE} to current_user with set true`,
  `alter table registry.planted_keys owner to ${PUBLIC_ROLE}`,
  `alter table surveys.survey alter column is_public drop not null`,
  `alter role ${MEMBER_ROLE} login inherit`,
  `grant ${PUBLIC_ROLE} to ${MEMBER_ROLE}`,
  `grant select on registry.planted to ${WEB_ROLE}`,
]

/** What a query on the catalog finds, by name. */
export async function namesOf(db: QueryExecutorProvider, query: Names) {
  const { rows } = await query.execute(db)
  return rows.map((row) => row.name)
}

/** A required column of the table `t`. */
function column(name: string, type: string) {
  return sql`select from pg_attribute a
    where a.attrelid = t.oid and a.attname = ${name} and a.attnotnull and a.atttypid::regtype::text = ${type}`
}

/** Position of the column in its table, null when the table has none. */
function municipalityColumn(table: 'i.indrelid' | 'k.conrelid' | 'k.confrelid') {
  return sql`(select a.attnum from pg_attribute a
    where a.attrelid = ${sql.raw(table)} and a.attname = 'municipality_id')`
}
