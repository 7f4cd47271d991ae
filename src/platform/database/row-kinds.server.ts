/**
 * Columns that every table of imported rows has, besides its own: in SQL for migrations, as types for
 * stores. A row is either changed in place, its earlier states going to `platform.record_revision`, or
 * appended, its highest revision being the current one.
 */
export const CHANGING_COLUMNS = `
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false`

export type ChangingRow = {
  municipality_id: string
  revision: number
  changed_at: Date
  import_id: string | null
  is_public: boolean
}

export const APPENDED_COLUMNS = `
  revision integer not null check (revision > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  revision_reason text,
  import_id uuid,
  import_file text,
  import_row integer,
  is_public boolean not null default false`

export type AppendedRow = {
  municipality_id: string
  revision: number
  recorded_at: Date
  recorded_by: string
  revision_reason: string | null
  import_id: string | null
  import_file: string | null
  import_row: number | null
  is_public: boolean
}
