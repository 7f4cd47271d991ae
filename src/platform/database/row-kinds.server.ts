/** When a row was withdrawn: no longer shown, but kept. Absent and null: it was not. */
type Withdrawable = { withdrawn_at?: Date | null | undefined }

/**
 * Columns that every table of imported rows has besides its own. A row is either changed in place, its
 * earlier states going to `platform.record_revision`, or appended, its highest revision being the current one.
 */
export type ChangingRow = Withdrawable & {
  municipality_id: string
  revision: number
  changed_at: Date
  import_id: string | null
  is_public: boolean
}

export type AppendedRow = Withdrawable & {
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
