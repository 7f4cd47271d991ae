/** A column that the database fills where a row leaves it out. */
export type { Generated } from 'kysely'

/** When a row was withdrawn: no longer shown, but kept. Absent and null: it was not. */
type Withdrawable = { withdrawn_at?: Date | null | undefined }

/**
 * Columns that every table of revised rows has besides its own. A row is either changed in place, its
 * earlier states going to `platform.record_revision`, or appended, its highest revision being the current one.
 * Each remembers the change that wrote it.
 */
export type InnerChangingRow = {
  municipality_id: string
  revision: number
  changed_at: Date
  change_id: string
}

export type InnerAppendedRow = {
  municipality_id: string
  revision: number
  recorded_at: Date
  recorded_by: string
  revision_reason: string | null
  change_id: string
  /** File and line it came from, where it came from a file. */
  origin_file: string | null
  origin_row: number | null
}

/** The same where everybody may see a row that says so. */
export type ChangingRow = InnerChangingRow & Withdrawable & { is_public: boolean }
export type AppendedRow = InnerAppendedRow & Withdrawable & { is_public: boolean }
