import { type Kysely, sql } from 'kysely'
import {
  createModuleSchema,
  MEMBER_ROLE,
  PUBLIC_ROLE,
  protectTenantTable,
} from '../database/tenant-table.server.ts'

/** Roles that requests work as, and what every module writes beside its own rows: versions, history, audit. */
export async function up(db: Kysely<unknown>) {
  for (const role of [PUBLIC_ROLE, MEMBER_ROLE]) await createRole(db, role)
  await createModuleSchema(db, 'platform')

  await sql`create table platform.data_version (
    municipality_id uuid primary key,
    version bigint not null check (version > 0),
    changed_at timestamptz not null,
    is_public boolean not null default true
  )`.execute(db)
  await sql`comment on table platform.data_version is 'Rises in each transaction that writes a municipality''s data; pages are cached by it'`.execute(
    db,
  )
  await protectTenantTable(db, 'platform.data_version')

  await sql`create table platform.import_run (
    municipality_id uuid not null,
    id uuid not null,
    dataset text not null,
    imported_at timestamptz not null,
    imported_by text not null,
    added integer not null check (added >= 0),
    changed integer not null check (changed >= 0),
    is_public boolean not null default false,
    primary key (municipality_id, id)
  )`.execute(db)
  await sql`comment on table platform.import_run is 'One loading of a folder of files that changed something'`.execute(
    db,
  )
  await protectTenantTable(db, 'platform.import_run', 'append')

  await sql`create table platform.record_revision (
    municipality_id uuid not null,
    table_name text not null,
    record_key text not null,
    revision integer not null check (revision > 0),
    recorded_at timestamptz not null,
    recorded_by text not null,
    import_id uuid,
    content jsonb not null,
    is_public boolean not null default false,
    primary key (municipality_id, table_name, record_key, revision)
  )`.execute(db)
  await sql`comment on table platform.record_revision is 'Each state that a descriptive row has had; measured values keep their own revisions'`.execute(
    db,
  )
  await protectTenantTable(db, 'platform.record_revision', 'append')

  await sql`create table platform.audit_event (
    municipality_id uuid not null,
    sequence bigint not null check (sequence > 0),
    occurred_at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    detail jsonb not null,
    previous_hash text not null,
    hash text not null,
    is_public boolean not null default false check (not is_public),
    primary key (municipality_id, sequence)
  )`.execute(db)
  await sql`comment on table platform.audit_event is 'Who did what, append-only; each row carries the hash of the one before'`.execute(
    db,
  )
  await protectTenantTable(db, 'platform.audit_event', 'append')
}

/** Roles belong to the whole server, where another database of Izaugsme may have made them already. */
async function createRole(db: Kysely<unknown>, role: string) {
  await sql
    .raw(`do $$ begin
      create role ${role} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$`)
    .execute(db)
  await sql`grant ${sql.id(role)} to current_user`.execute(db)
}
