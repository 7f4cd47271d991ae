import { z } from 'zod'
import { readAs } from '../database/scope.server.ts'
import { defineJob } from '../jobs/job.ts'
import { operator } from '../users.ts'
import { findHashes } from './file-store.server.ts'
import { filesFolder, municipalitiesIn, removeContents } from './files-folder.server.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Removes contents that no row names any more, or that were left behind when a row could not be written. */
export const removeOrphans = defineJob({
  name: 'platform.removeOrphans',
  schema: z.object({}),
  schedule: '40 2 * * *',
  run: async (db, _, { settings }) => {
    const folder = filesFolder(settings)
    const before = new Date(Date.now() - DAY_MS)
    for (const municipalityId of await municipalitiesIn(folder)) {
      const within = { municipalityId }
      const known = await readAs(db, operator(municipalityId), (tx) => findHashes(tx, municipalityId), within)
      await removeContents(folder, municipalityId, { known, before })
    }
  },
})
