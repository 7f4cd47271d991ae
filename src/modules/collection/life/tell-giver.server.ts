import { addTask, notify } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { may, type User } from '#platform/users.ts'
import type { Change } from '#platform/write/change.server.ts'
import { feedbackAddress, formAddress } from '../addresses.ts'
import type { Asked } from '../form/asked.server.ts'
import type { DataCall, DecisionKind } from '../model.ts'

/** What whoever is asked to mend something finds among their tasks. */
export const MEND = 'collection.mend'
/** So many days somebody has to mend what came back after the last day. */
const DAYS_TO_MEND = 7

/**
 * Tells whoever handed in what was decided, once and with one link: what was accepted, where it is used; what came back,
 * the form, as a task.
 */
export async function tellGiver(
  tx: DatabaseTransaction,
  change: Change,
  user: User,
  asked: Asked,
  { kind, author }: { kind: DecisionKind; author: string },
): Promise<void> {
  const { municipalityId, slug, call, institution } = asked
  const keys = [slug, call.key, institution.key] as const
  const subject = `${call.title.lv}, ${institution.name.lv}`
  if (kind === 'accepted') {
    const address = feedbackAddress(...keys)
    await notify(tx, change, { accountId: author, kind: 'work.result', subject, address })
    return
  }
  const address = formAddress(...keys)
  const dueOn = mendUntil(call, change.at)
  const place = { municipalityId, institutionId: institution.id }
  // Not everybody who decides gives tasks; whoever is to mend it is told all the same.
  if (may(user, 'work.task.edit', place))
    await addTask(tx, change, { ...place, accountId: author, kind: MEND, subject, address, dueOn })
  else await notify(tx, change, { accountId: author, kind: 'work.news', subject, address, dueOn })
}

/** By when it should be mended: the last day, while that is to come; else a week from now. */
const mendUntil = ({ dueAt, locksAt }: Pick<DataCall, 'dueAt' | 'locksAt'>, at: Date): string => {
  const next = [dueAt, locksAt].find((one) => one > at)
  return next ? municipalDay(next) : addDays(municipalDay(at), DAYS_TO_MEND)
}
