import { findCalls } from '#modules/collection.server'
import type { Municipality } from '#modules/registry'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { DataOfPlace } from '#platform/ui/place.ts'
import { findLastChange } from '#platform/write/data-version.server.ts'

/** How new the data of a municipality are, and by when the open calls for data end. Two statements. */
export async function readDataOfPlace(
  tx: DatabaseTransaction,
  { id, name, code }: Pick<Municipality, 'id' | 'name' | 'code'>,
  plan: Pick<DataOfPlace, 'period'> | undefined,
  today: string,
): Promise<DataOfPlace> {
  const changed = await findLastChange(tx, id)
  const ends = (await findCalls(tx, id))
    .filter(({ state }) => state === 'open')
    .map(({ dueAt }) => municipalDay(dueAt))
    .filter((day) => day >= today)
  return {
    name,
    code,
    updated: changed && municipalDay(changed),
    next: ends.toSorted()[0],
    period: plan?.period,
  }
}
