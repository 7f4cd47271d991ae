import { moveTasks } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Change } from '#platform/write/change.server.ts'
import { formAddress } from '../addresses.ts'
import type { DataCall } from '../model.ts'
import { ANSWER_TASK } from './answer-task.ts'
import { findAskedKeys } from './asked-keys-store.server.ts'
import { ownText } from './own-text.ts'

type Moved = { slug: string; before: DataCall; after: DataCall }

/** Tells whoever still has to answer that the last day is another one; those given longer keep their own. */
export async function tellOfDates(tx: DatabaseTransaction, change: Change, { slug, before, after }: Moved) {
  if (before.dueAt.getTime() === after.dueAt.getTime()) return
  const asked = await findAskedKeys(tx, change.municipalityId, after.id)
  const addresses = new Set(
    asked
      .filter(({ extendedTo }) => extendedTo === null || extendedTo < after.dueAt)
      .map(({ institution }) => formAddress(slug, after.key, institution)),
  )
  const dueOn = municipalDay(after.dueAt)
  await moveTasks(tx, change, { kind: ANSWER_TASK, addresses, dueOn }, (task) =>
    ownText('collection.told.moved', { title: task }),
  )
}
