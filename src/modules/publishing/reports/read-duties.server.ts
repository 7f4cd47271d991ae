import { dutyAddress } from '#modules/work'
import { readDuties } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { publicReportAddress } from './addresses.ts'
import type { FrozenReport } from './model.ts'

/** A duty that a published report shows, and that nobody has marked yet. */
export type ShownDuty = {
  name: LocalText
  period: string
  address: string
  /** The report is all that is asked for; else somebody still has to say that the rest is done. */
  isDone: boolean
}

type Place = { id: string; slug: string }

/** Duties of the municipality that a published report shows and that nobody has marked as done yet. */
export async function readDutiesShownBy(
  tx: DatabaseTransaction,
  { id, slug }: Place,
  { key, number, isPublic }: Pick<FrozenReport, 'key' | 'number' | 'isPublic'>,
): Promise<ShownDuty[]> {
  if (!isPublic) return []
  const shown = publicReportAddress(slug, key, number)
  const times = await readDuties(tx, id, municipalDay())
  return times
    .filter(({ address, mark }) => address === shown && mark === null)
    .map(({ rule, period, doneOn }) => ({
      name: rule.name,
      period,
      address: dutyAddress(slug, rule.key, period),
      isDone: doneOn !== null,
    }))
}
