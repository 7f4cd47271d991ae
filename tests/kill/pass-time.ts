import { sql } from 'kysely'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { bossOf } from '#platform/jobs/start-jobs.server.ts'

/** As if a server had been away for long: what it was doing is known to have ended, and is due again. */
export async function passTime({ db, asOwner }: OpenDatabase) {
  await asOwner(async (owner) => {
    await sql`update jobs.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`.execute(
      owner,
    )
    await sql`update jobs.queue set monitor_on = null, monitor_claim_on = null`.execute(owner)
  })
  await bossOf(db, { supervise: false, schedule: false }).supervise()
  await asOwner((owner) => sql`update jobs.job set start_after = now() where state = 'retry'`.execute(owner))
}
