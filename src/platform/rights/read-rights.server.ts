import { type QueryExecutorProvider, sql } from 'kysely'

/** One right that a table's catalog tells of: a policy, a privilege, or whether policies bind. */
export type Right = {
  table: string
  /** Name of the policy; null for the others. */
  policy: string | null
  said: string
}

const role = sql`case when r.oid = 0 then 'everybody' else r.oid::regrole::text end`

/** Every right to a table of ours, in words of the catalog. */
export async function readRights(db: QueryExecutorProvider): Promise<Right[]> {
  const { rows } = await sql<Right>`
    with t as (
      select oid, relowner, relacl, relrowsecurity, relforcerowsecurity,
        relnamespace::regnamespace::text || '.' || relname as name
      from pg_class where relkind in ('r', 'p')
        and relnamespace::regnamespace::text !~ '^(pg_|information_schema|public$)')
    select name as table, null as policy,
      'row security ' || relrowsecurity || ', forced ' || relforcerowsecurity as said from t
    union all
    select name, polname, 'policy ' || polname || ' for ' || polcmd::text || ' to '
      || (select string_agg(${role}, ', ' order by r.oid) from unnest(polroles) r (oid))
      || coalesce(' using ' || pg_get_expr(polqual, polrelid), '')
      || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '')
    from t join pg_policy on polrelid = t.oid
    union all
    select name, null, g.privilege_type || ' for ' || ${role}
    from t cross join lateral aclexplode(relacl) g join lateral (select g.grantee as oid) r on true
    where g.grantee <> relowner
    union all
    select name, null, g.privilege_type || ' of ' || a.attname || ' for ' || ${role}
    from t join pg_attribute a on a.attrelid = t.oid cross join lateral aclexplode(a.attacl) g
      join lateral (select g.grantee as oid) r on true
    order by 1, 3`.execute(db)
  return rows
}
