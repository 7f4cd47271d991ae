import { sql } from 'kysely'
import { everyReach } from '../../src/app/reach.server.ts'

/** Tables whose rows are no municipality's, such as registers of the whole country. */
const NATIONAL_TABLES = Object.entries(everyReach).flatMap(([name, table]) =>
  'national' in table || ('special' in table && table.isOfNobody) ? [name] : [],
)

/** Tables whose rows are everybody's when they say so. */
const FLAGGED_TABLES = Object.entries(everyReach).flatMap(([name, table]) =>
  'reach' in table && table.published === 'flag' ? [name] : [],
)

/** Tables of the tools we use, which no request touches. */
const TOOLS_TABLES = ['public.kysely_migration', 'public.kysely_migration_lock']

/** Schema and name of the row `t` of `pg_class`. */
export const tableName = sql`(t.relnamespace::regnamespace::text || '.' || t.relname)`

export const isOurSchema = sql`(t.relnamespace::regnamespace::text !~ '^(pg_|information_schema)')`

/** Whether the row `t` of `pg_class` is a table of the product. */
export const isOurs = sql`(t.relkind in ('r', 'p') and ${isOurSchema}
  and ${tableName} not in (${sql.join(TOOLS_TABLES)}))`

/** Whether the row `t` of `pg_class` is no municipality's. */
export const isNational = sql`(${tableName} in (${sql.join(NATIONAL_TABLES)}))`

/** Whether the row `t` of `pg_class` has rows that may be public or not. */
export const isFlagged = sql`(${tableName} in (${sql.join(FLAGGED_TABLES)}))`
