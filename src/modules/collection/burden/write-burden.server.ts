import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { DataCall } from '../model.ts'
import { findActualMinutes, sumMinutes } from './burden-store.server.ts'

const target = { table: 'collection.burden', key: ['call_id', 'institution_id'] } as const

type Planned = Pick<DataCall, 'id' | 'dueAt' | 'estimatedMinutes'>

/** The calendar year that a call burdens: that of its last day. */
export const burdenYear = ({ dueAt }: Pick<DataCall, 'dueAt'>): number =>
  Number(municipalDay(dueAt).slice(0, 'YYYY'.length))

/** Notes how long a call is planned to take each of the institutions that it asks; what they have said stays. */
export async function planBurden(
  tx: DatabaseTransaction,
  change: Change,
  call: Planned,
  institutionIds: readonly string[],
): Promise<void> {
  const said = await findActualMinutes(tx, change.municipalityId, call.id)
  await revise(
    tx,
    change,
    target,
    institutionIds.map((id) => rowOf(call, id, said.get(id) ?? null)),
  )
}

/** Notes how long a call took an institution, all its handings in together; nothing while it has not said so. */
export async function noteMinutes(
  tx: DatabaseTransaction,
  change: Change,
  call: Planned,
  { id, institutionId }: { id: string; institutionId: string },
): Promise<void> {
  const minutes = await sumMinutes(tx, change.municipalityId, id)
  if (minutes !== null) await revise(tx, change, target, [rowOf(call, institutionId, minutes)])
}

const rowOf = (call: Planned, institutionId: string, actual: number | null) => ({
  call_id: call.id,
  institution_id: institutionId,
  year: burdenYear(call),
  planned_minutes: call.estimatedMinutes,
  actual_minutes: actual,
})
