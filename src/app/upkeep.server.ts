import { eraseOverdueContacts } from '#modules/work.server'
import { forgetPastPosts } from '#platform/daily-posts.server.ts'
import { reportFailure } from '#platform/database/away.server.ts'
import { writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { eraseOldUploads } from '#platform/uploads/upload-store.server.ts'
import { operator } from '#platform/users.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A moment after midnight, when clocks that differ a little agree that it is another day. */
const AFTER_MIDNIGHT_MS = 2000

/** Erases what may be kept no longer. */
async function erasePast(db: Database, now: Date) {
  await forgetPastPosts(db, now)
  await eraseOverdueContacts(db)
  await writeAs(db, operator(), (tx) => eraseOldUploads(tx, now), { capabilities: ['platform.upload.erase'] })
}

/**
 * Erases what may be kept no longer now, and each time a day is over in universal time.
 *
 * @returns a function that stops it
 */
export function startUpkeep(db: Database): () => void {
  let timer: NodeJS.Timeout | undefined
  const run = () => {
    erasePast(db, new Date()).catch((error: unknown) => {
      reportFailure('What may be kept no longer could not be erased', error)
    })
    timer = setTimeout(run, DAY_MS - (Date.now() % DAY_MS) + AFTER_MIDNIGHT_MS)
    timer.unref()
  }
  run()
  return () => clearTimeout(timer)
}
