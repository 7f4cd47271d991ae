import type { Database } from '../database/types.server.ts'
import type { User } from '../users.ts'

/** What is to be brought up to date. */
export type Keeping = {
  municipalityId: string
  /** Ids of the changes that it has not seen yet; `all` when it must look at everything. */
  changes: 'all' | readonly string[]
  /** In whose name it writes. */
  keeper: User
}

/** Something that is worked out from all data of a municipality and kept until they change. */
export type Keeper = {
  /** Tells it from the others. */
  name: string
  /** Works out anew what changed. Answers whether anything that readers see is another than before. */
  keep: (db: Database, keeping: Keeping) => Promise<boolean>
}
