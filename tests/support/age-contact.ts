import { sql } from 'kysely'
import type { OpenDatabase } from '#platform/database/open.server.ts'

/** Makes it the day on which a report's contact is erased, or so many days before. Nobody but the owner could. */
export function ageContact(open: OpenDatabase, reportId: string, daysBefore = 0) {
  return open.asOwner((owner) =>
    owner.transaction().execute(async (tx) => {
      await sql`alter table identity.report_contact no force row level security`.execute(tx)
      await sql`update identity.report_contact set erase_on = current_date + ${daysBefore}::integer
        where report_id = ${reportId}`.execute(tx)
      await sql`alter table identity.report_contact force row level security`.execute(tx)
    }),
  )
}
