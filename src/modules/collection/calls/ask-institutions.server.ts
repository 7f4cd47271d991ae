import { v7 as uuidv7 } from 'uuid'
import type { Institution } from '#modules/registry'
import { addTasks } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { formAddress } from '../addresses.ts'
import { planBurden } from '../burden/write-burden.server.ts'
import type { Givers } from '../givers.server.ts'
import type { DataCall } from '../model.ts'
import { ANSWER_TASK } from './answer-task.ts'
import { SUBMISSIONS } from './call-rows.ts'

type Asking = {
  slug: string
  call: DataCall
  institutions: readonly Pick<Institution, 'id' | 'key'>[]
  givers: Givers
}

/**
 * Asks institutions that were not asked yet: each has a submission, a plan of how long it takes, and a task for
 * everybody who answers for it, those who stand in for somebody too.
 */
export async function askInstitutions(
  tx: DatabaseTransaction,
  change: Change,
  { slug, call, institutions, givers }: Asking,
) {
  const askedOn = municipalDay(change.at)
  await revise(
    tx,
    change,
    SUBMISSIONS,
    institutions.map(({ id }) => ({
      id: uuidv7(),
      call_id: call.id,
      institution_id: id,
      asked_on: askedOn,
      extended_to: null,
      excused_reason: null,
    })),
  )
  await planBurden(
    tx,
    change,
    call,
    institutions.map(({ id }) => id),
  )
  const dueOn = municipalDay(call.dueAt)
  const tasks = institutions.flatMap(({ id, key }) =>
    (givers.byInstitution.get(id) ?? []).map(({ accountId }) => ({
      municipalityId: change.municipalityId,
      institutionId: id,
      accountId,
      kind: ANSWER_TASK,
      subject: call.title.lv,
      address: formAddress(slug, call.key, key),
      dueOn,
    })),
  )
  await addTasks(tx, change, tasks)
}
