import type { InstitutionTables } from '#modules/registry.server'
import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'

type Own = Db<CollectionTables & Pick<InstitutionTables, 'registry.institution'>>

/** An institution that a call asks, by its key in addresses. */
export type AskedKey = {
  submissionId: string
  institutionId: string
  institution: string
  extendedTo: Date | null
  excusedReason: string | null
}

/** Everybody that a call asks, those excused too, by key. One statement. */
export async function findAskedKeys(db: Own, municipalityId: string, callId: string): Promise<AskedKey[]> {
  const rows = await db
    .selectFrom('collection.submission as s')
    .innerJoin('registry.institution as i', (join) =>
      join.onRef('i.municipality_id', '=', 's.municipality_id').onRef('i.id', '=', 's.institution_id'),
    )
    .select(['s.id', 's.institution_id', 'i.key', 's.extended_to', 's.excused_reason'])
    .where('s.municipality_id', '=', municipalityId)
    .where('s.call_id', '=', callId)
    .orderBy('i.key')
    .execute()
  return rows.map((row) => ({
    submissionId: row.id,
    institutionId: row.institution_id,
    institution: row.key,
    extendedTo: row.extended_to,
    excusedReason: row.excused_reason,
  }))
}

/** Rows of who is asked by a call, as they are stored. */
export const findSubmissionRows = (db: Own, municipalityId: string, callId: string) =>
  db
    .selectFrom('collection.submission')
    .select(['id', 'call_id', 'institution_id', 'asked_on', 'extended_to', 'excused_reason'])
    .where('municipality_id', '=', municipalityId)
    .where('call_id', '=', callId)
    .execute()
