import type { InnerChangingRow } from '../database/row-kinds.server.ts'

/** Cells of a file by the names of their columns, as they are typed. */
export type DraftRow = Readonly<Record<string, string>>
/** Rows of a draft by the names of the files that loading would read. */
export type DraftFiles = Readonly<Record<string, readonly DraftRow[]>>

/** `open`: it is being written · `asked`: a second person shall publish it · `published`: it has become public. */
export type DraftState = 'open' | 'asked' | 'published'

export interface DraftDatasetTables {
  'platform.draft_dataset': InnerChangingRow & {
    dataset: string
    files: DraftFiles
    state: DraftState
    asked_by: string | null
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends DraftDatasetTables {}
}
