import type { Db } from '#platform/database/types.server.ts'
import type { EditedGuidance } from './guidance.ts'
import type { FindingsTables } from './tables.server.ts'

type Own = Db<FindingsTables>

/** What a department has written on what to do; what was emptied again is left out. One statement. */
export async function findEditedGuidance(db: Own, municipalityId: string): Promise<EditedGuidance> {
  const rows = await db
    .selectFrom('findings.guidance')
    .select(['subject', 'steps_lv', 'steps_en'])
    .where('municipality_id', '=', municipalityId)
    .where('steps_lv', '<>', '')
    .execute()
  return Object.fromEntries(
    rows.map(({ subject, steps_lv, steps_en }) => [subject, { lv: steps_lv, en: steps_en || steps_lv }]),
  )
}

/** One of them as it is stored; undefined where nobody has written anything. */
export const findGuidanceRow = (db: Own, municipalityId: string, subject: string) =>
  db
    .selectFrom('findings.guidance')
    .select(['steps_lv', 'steps_en', 'revision'])
    .where('municipality_id', '=', municipalityId)
    .where('subject', '=', subject)
    .executeTakeFirst()
