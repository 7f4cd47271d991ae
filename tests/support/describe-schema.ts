import { type QueryExecutorProvider, sql } from 'kysely'
import { isOurSchema, isOurs, tableName } from './table-kinds.ts'

/**
 * Everything that makes up the schema, a line each, in an order that does not depend on how it came about:
 * columns, constraints, indexes, policies, rights, comments and functions.
 */
export async function describeSchema(db: QueryExecutorProvider): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select 'column ' || ${tableName} || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class t join pg_attribute a on a.attrelid = t.oid
      left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    where ${isOurs} and a.attnum > 0 and not a.attisdropped
    union all select 'constraint ' || ${tableName} || ' ' || pg_get_constraintdef(k.oid)
    from pg_class t join pg_constraint k on k.conrelid = t.oid where ${isOurs} and k.contype <> 'n'
    union all select 'index ' || pg_get_indexdef(i.indexrelid)
    from pg_class t join pg_index i on i.indrelid = t.oid where ${isOurs}
    union all select 'policy ' || ${tableName} || ' ' || p.polname || ' ' || p.polcmd::text || ' '
      || (select string_agg(r.rolname, ',' order by r.rolname) from pg_roles r where r.oid = any (p.polroles))
      || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
      || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
    from pg_class t join pg_policy p on p.polrelid = t.oid where ${isOurs}
    union all select 'security ' || ${tableName} || ' ' || t.relrowsecurity || ' ' || t.relforcerowsecurity
    from pg_class t where ${isOurs}
    union all select 'right ' || ${tableName} || ' ' || r.rolname || ' ' || g.privilege_type
    from pg_class t cross join lateral aclexplode(t.relacl) g join pg_roles r on r.oid = g.grantee
    where ${isOurs} and g.grantee <> t.relowner
    union all select 'column right ' || ${tableName} || '.' || a.attname || ' ' || r.rolname || ' ' || g.privilege_type
    from pg_class t join pg_attribute a on a.attrelid = t.oid cross join lateral aclexplode(a.attacl) g
      join pg_roles r on r.oid = g.grantee
    where ${isOurs}
    union all select 'comment ' || ${tableName} || coalesce('.' || a.attname, '') || ' ' || c.description
    from pg_class t join pg_description c on c.objoid = t.oid and c.classoid = 'pg_class'::regclass
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = c.objsubid and c.objsubid > 0
    where ${isOurs}
    union all select 'view ' || ${tableName} || ' ' || pg_get_viewdef(t.oid)
    from pg_class t where ${isOurSchema} and t.relkind in ('v', 'm')
    union all select 'function ' || p.oid::regprocedure::text || ' ' || md5(p.prosrc)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^(pg_|information_schema)'
    union all select 'schema ' || n.nspname || ' ' || coalesce(r.rolname, '') || ' ' || coalesce(g.privilege_type, '')
    from pg_namespace n left join lateral aclexplode(n.nspacl) g on g.grantee <> n.nspowner
      left join pg_roles r on r.oid = g.grantee
    where n.nspname !~ '^(pg_|information_schema|public$)'
    order by line`.execute(db)
  return rows.map(({ line }) => line)
}
