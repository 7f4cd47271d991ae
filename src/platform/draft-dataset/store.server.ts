import type { Db } from '../database/types.server.ts'
import type { DraftDatasetTables, DraftFiles, DraftState } from './tables.server.ts'

/** A municipality's data set before anything of it is public. */
export type DraftDataset = {
  files: DraftFiles
  state: DraftState
  /** Account that asked for it to be published. */
  askedBy: string | null
  /** Rises with each saving; 0 while nothing was saved. */
  version: number
}

/** The one draft that there is so far: of a municipality's first plan. */
export const FIRST_PLAN = 'first-plan'

const NOTHING: DraftDataset = { files: {}, state: 'open', askedBy: null, version: 0 }

/** The municipality's draft, as far as the reader may see it. */
export async function findDraftDataset(
  db: Db<DraftDatasetTables>,
  municipalityId: string,
): Promise<DraftDataset> {
  const row = await db
    .selectFrom('platform.draft_dataset')
    .select(['files', 'state', 'asked_by', 'revision'])
    .where('municipality_id', '=', municipalityId)
    .where('dataset', '=', FIRST_PLAN)
    .executeTakeFirst()
  return row ? { files: row.files, state: row.state, askedBy: row.asked_by, version: row.revision } : NOTHING
}
