import { beginAsAccounts } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { forgetFailures } from './failures-store.server.ts'
import { erasePastEvents } from './security-log.server.ts'
import { erasePastSessions } from './sessions-store.server.ts'

/** Erases sessions, links and counts whose time is over, and what the security log may keep no longer. */
export async function erasePastOfAccounts(db: Database, now: Date) {
  await beginAsAccounts(db, async (tx) => {
    await erasePastSessions(tx, now)
    await forgetFailures(tx, now)
  })
  await erasePastEvents({ db }, now)
}
