import { type Kysely, sql } from 'kysely'
import { createModuleSchema, protectReferenceTable } from '#platform/database/tenant-table.server.ts'

export async function up(db: Kysely<unknown>) {
  await createModuleSchema(db, 'registry')

  await sql`create table registry.planning_region (
    code text primary key,
    name_lv text not null,
    name_en text not null
  )`.execute(db)

  await sql`create table registry.municipality (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z]+(-[a-z]+)*$')
  )`.execute(db)
  await sql`comment on table registry.municipality is 'A local government as one tenant, whatever its code or name was over time'`.execute(
    db,
  )

  await sql`create table registry.municipality_version (
    municipality_id uuid not null references registry.municipality (id),
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    code text not null check (code ~ '^LV[0-9]{7}$'),
    iso text,
    kind text not null check (kind in ('stateCity', 'novads')),
    name_lv text not null,
    name_en text not null,
    region text not null references registry.planning_region (code),
    successor text check (successor ~ '^LV[0-9]{7}$'),
    tile_column integer,
    tile_row integer,
    primary key (municipality_id, valid_from),
    unique (code, valid_from)
  )`.execute(db)
  await sql`comment on column registry.municipality_version.valid_to is 'First day it no longer holds'`.execute(
    db,
  )

  await sql`create table registry.school_year (
    code text primary key check (code ~ '^[0-9]{4}/[0-9]{4}$'),
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    source text
  )`.execute(db)

  await sql`create table registry.institution_type (
    code text primary key,
    name_lv text not null,
    name_en text not null,
    position integer not null
  )`.execute(db)

  for (const table of [
    'planning_region',
    'municipality',
    'municipality_version',
    'school_year',
    'institution_type',
  ]) {
    await protectReferenceTable(db, `registry.${table}`)
  }
}
