import { type Kysely, sql } from 'kysely'

/** Reads only what is public. Every anonymous request works as this role. */
export const PUBLIC_ROLE = 'izaugsme_public'
/** A signed-in person or a command: reads and writes the municipalities its grants name. */
export const MEMBER_ROLE = 'izaugsme_member'

type Writing = 'change' | 'append'

/**
 * Puts a tenant table under row-level security, the same way for every table, so that the rule can be
 * read in one place: the public role sees rows marked public; a member also sees the municipalities in
 * `izaugsme.reads` and writes those in `izaugsme.writes`. Nobody bypasses it, the owner included.
 *
 * @param writing `append` for histories: rows are added and never changed or deleted
 */
export async function protectTenantTable(db: Kysely<unknown>, name: string, writing: Writing = 'change') {
  const table = sql.table(name)
  const readable = sql.raw(inSetting('izaugsme.reads'))
  const writable = sql.raw(inSetting('izaugsme.writes'))
  await sql`alter table ${table} enable row level security`.execute(db)
  await sql`alter table ${table} force row level security`.execute(db)
  await sql`create policy public_read on ${table} for select to ${sql.id(PUBLIC_ROLE)} using (is_public)`.execute(
    db,
  )
  await sql`create policy member_read on ${table} for select to ${sql.id(MEMBER_ROLE)}
    using (is_public or ${readable} or ${writable})`.execute(db)
  await sql`create policy member_insert on ${table} for insert to ${sql.id(MEMBER_ROLE)} with check (${writable})`.execute(
    db,
  )
  await sql`grant select on ${table} to ${sql.id(PUBLIC_ROLE)}, ${sql.id(MEMBER_ROLE)}`.execute(db)
  await sql`grant insert on ${table} to ${sql.id(MEMBER_ROLE)}`.execute(db)
  if (writing === 'append') return
  await sql`create policy member_update on ${table} for update to ${sql.id(MEMBER_ROLE)}
    using (${writable}) with check (${writable})`.execute(db)
  await sql`create policy member_delete on ${table} for delete to ${sql.id(MEMBER_ROLE)} using (${writable})`.execute(
    db,
  )
  await sql`grant update, delete on ${table} to ${sql.id(MEMBER_ROLE)}`.execute(db)
}

/** National tables: everybody reads, and only a member whose grants span the country writes. */
export async function protectReferenceTable(db: Kysely<unknown>, name: string) {
  const table = sql.table(name)
  const national = sql.raw(`current_setting('izaugsme.national', true) = 'yes'`)
  await sql`alter table ${table} enable row level security`.execute(db)
  await sql`alter table ${table} force row level security`.execute(db)
  await sql`create policy everybody_reads on ${table} for select to ${sql.id(PUBLIC_ROLE)}, ${sql.id(MEMBER_ROLE)} using (true)`.execute(
    db,
  )
  await sql`create policy national_write on ${table} for all to ${sql.id(MEMBER_ROLE)}
    using (${national}) with check (${national})`.execute(db)
  await sql`grant select on ${table} to ${sql.id(PUBLIC_ROLE)}, ${sql.id(MEMBER_ROLE)}`.execute(db)
  await sql`grant insert, update, delete on ${table} to ${sql.id(MEMBER_ROLE)}`.execute(db)
}

/** A schema of a module, usable by both roles; table rights are granted one by one. */
export async function createModuleSchema(db: Kysely<unknown>, name: string) {
  await sql`create schema ${sql.id(name)}`.execute(db)
  await sql`grant usage on schema ${sql.id(name)} to ${sql.id(PUBLIC_ROLE)}, ${sql.id(MEMBER_ROLE)}`.execute(
    db,
  )
}

// Written out instead of a function, since policies on distributed tables may not call one of ours.
function inSetting(setting: string) {
  return `municipality_id = any (string_to_array(current_setting('${setting}', true), ',')::uuid[])`
}
