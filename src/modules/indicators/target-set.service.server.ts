import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'

/** When a plan begins, and whether the council has decided on it: by that the current plan is known. */
export type TargetSetFacts = { key: string; starts_on: string; is_decided: boolean }

/** Notes what plans say of themselves beside their targets. */
export async function describeTargetSets(
  tx: DatabaseTransaction,
  change: Change,
  facts: readonly TargetSetFacts[],
) {
  // A set that this very change has made is completed, not revised.
  for (const { key, ...fact } of facts) {
    await tx
      .updateTable('indicators.target_set')
      .set(fact)
      .where('municipality_id', '=', change.municipalityId)
      .where('key', '=', key)
      .where('change_id', '=', change.id)
      .execute()
  }
  await revise(tx, change, { table: 'indicators.target_set', key: ['key'], hasId: true }, facts)
}
