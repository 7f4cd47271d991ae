import { sql } from 'kysely'

/** Tables about the whole country: everybody reads them, and only a national grant writes them. */
export const NATIONAL_TABLES = [
  'registry.planning_region',
  'registry.municipality',
  'registry.municipality_version',
  'registry.school_year',
  'registry.institution_type',
]

/** Histories: rows are added by those who may write, and changed or deleted by nobody. */
export const APPENDED_TABLES = [
  'platform.import_run',
  'platform.record_revision',
  'platform.audit_event',
  'indicators.observation',
  'indicators.target',
  'strategy.action_status',
  'surveys.result',
]

/** Letter boxes: the public puts in and never sees, members read and change no more than the state. */
export const SENT_TABLES = ['work.report']

/** How to reach who has put something in: read only by who may answer. */
export const CONTACT_TABLES = ['identity.report_contact']

/** Tables of no municipality that only the keeper of the house touches. */
export const HOUSEKEEPING_TABLES = ['platform.post_key', 'platform.post_count']

/** Tables of the tools we use, which no request touches. */
const TOOLS_TABLES = ['public.kysely_migration', 'public.kysely_migration_lock']

/** Schema and name of the row `t` of `pg_class`. */
export const tableName = sql`(t.relnamespace::regnamespace::text || '.' || t.relname)`

export const isOurSchema = sql`(t.relnamespace::regnamespace::text !~ '^(pg_|information_schema)')`

/** Whether the row `t` of `pg_class` is a table of the product. */
export const isOurs = sql`(t.relkind in ('r', 'p') and ${isOurSchema}
  and ${tableName} not in (${sql.join(TOOLS_TABLES)}))`

/** Whether the row `t` of `pg_class` is a table of the keeper's. */
export const isHousekeeping = sql`(${tableName} in (${sql.join(HOUSEKEEPING_TABLES)}))`

/** Whether the public puts rows into the table `t` of `pg_class`. */
export const isLetterBox = sql`(${tableName} in (${sql.join([...SENT_TABLES, ...CONTACT_TABLES])}))`

/** Whether the row `t` of `pg_class` is about the whole country. */
export const isNational = sql`(${tableName} in (${sql.join(NATIONAL_TABLES)}))`
