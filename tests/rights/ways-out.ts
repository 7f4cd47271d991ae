/** Something that injected SQL might say to get more than its transaction may have. */
export type WayOut = {
  sql: string
  /** `refused`: the database says no. `useless`: it may be said, and gains nothing. */
  must: 'refused' | 'useless'
}

const refused = (...statements: string[]): WayOut[] => statements.map((sql) => ({ sql, must: 'refused' }))
const useless = (...statements: string[]): WayOut[] => statements.map((sql) => ({ sql, must: 'useless' }))
const inExpression = (call: string) => `select ${call}`

/** Settings that decide what a transaction may see, and who it is. */
const SETTINGS = [
  ['role', 'none'],
  ['role', 'izaugsme_member'],
  ['role', 'izaugsme_web'],
  ['session_authorization', 'izaugsme_web'],
  ['izaugsme.account', 'somebody else'],
  ['izaugsme.strategy.read.country', 'yes'],
  ['izaugsme.strategy.edit.municipality', '{00000000-0000-7000-8000-00000000000b}'],
  ['izaugsme.opened', '{00000000-0000-7000-8000-00000000000b}'],
  ['row_security', 'off'],
  ['transaction_read_only', 'off'],
  ['statement_timeout', '0'],
] as const

/** Tried as everybody, reading and writing, on both engines. */
export const WAYS_OUT: readonly WayOut[] = [
  ...refused(
    // Changing the settings from inside an expression, openly and wrapped.
    ...SETTINGS.flatMap(([name, value]) => [
      inExpression(`set_config('${name}', '${value}', true)`),
      inExpression(`set_config('${name}', '${value}', false)`),
    ]),
    `select query_to_xml($$ select set_config('role', 'none', true) $$, true, true, '')`,
    `select * from ts_stat($$ select set_config('role', 'none', true)::tsvector $$)`,
    // Several statements in the place of one.
    'select 1; reset role',
    `select 1; set local izaugsme.strategy.read.country = 'yes'`,
    'commit; begin',
    // Becoming somebody else.
    'set role postgres',
    'set session authorization izaugsme_owner',
    'grant izaugsme_member to izaugsme_public',
    'alter role izaugsme_public superuser',
    'create role another',
    // Code of one's own.
    `do $$ begin perform 1; end $$`,
    `create function public.mine() returns integer language sql as 'select 1'`,
    `create function pg_temp.mine() returns integer language sql as 'select 1'`,
    'create extension pg_trgm',
    // Tables of one's own, or another's under other rules.
    'create temporary table mine (id integer)',
    'create table public.mine (id integer)',
    'create view public.mine as select 1 as one',
    'create schema mine',
    'alter table indicators.indicator disable row level security',
    'alter table indicators.indicator no force row level security',
    'drop policy member_read on indicators.indicator',
    'create policy mine on indicators.indicator using (true)',
    'truncate indicators.indicator',
    'drop table indicators.indicator cascade',
    'alter table indicators.indicator owner to izaugsme_public',
    // Files, programs, large objects, other sessions, the server.
    `copy (select 1) to program 'id'`,
    `copy (select 1) to '/tmp/izaugsme-stolen'`,
    `copy indicators.indicator from '/etc/passwd'`,
    `select pg_read_file('/etc/passwd')`,
    `select pg_ls_dir('.')`,
    'select lo_creat(-1)',
    `select lo_from_bytea(0, 'x')`,
    `select lo_import('/etc/passwd')`,
    'select pg_terminate_backend(pg_backend_pid())',
    'select pg_cancel_backend(pg_backend_pid())',
    'select pg_reload_conf()',
    'select pg_switch_wal()',
    'select passwd from pg_shadow',
    'select rolpassword from pg_authid',
    `select pg_catalog.pg_relation_filepath('pg_authid') from pg_authid`,
    'alter system set log_statement = $$none$$',
    'checkpoint',
    'vacuum indicators.indicator',
  ),
  ...useless(
    'reset role',
    'reset all',
    'discard all',
    'set role none',
    'set session authorization default',
    'set local role none',
    'set local row_security = off',
    'set local search_path = pg_catalog',
    `select current_setting('izaugsme.account', true)`,
    'select 1',
  ),
]
