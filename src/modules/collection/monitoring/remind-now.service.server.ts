import type { NotificationEntry } from '#modules/work'
import { findTasksAt, notify } from '#modules/work.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import { writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { formAddress } from '../addresses.ts'
import { phaseOf, takesAnswers } from '../calls/phase.ts'
import { readGivers } from '../givers.server.ts'
import { MEND } from '../life/tell-giver.server.ts'
import type { DataCall } from '../model.ts'
import type { Monitored } from './expected.ts'
import { readMonitored } from './read-completeness.server.ts'
import {
  ableToGive,
  isTheirTurn,
  isWaitedFor,
  keepAnswerTasks,
  type Town,
  taskIntent,
  whatOf,
} from './tasks.server.ts'

/** Whom to remind: one institution by its key, or everybody who is waited for. */
export type RemindNow = { call: DataCall; institution: string | null }

/**
 * Reminds now of a call that was not answered, once a day each.
 *
 * @returns how many accounts were told, and how many institutions nobody answers for
 */
export async function remindNow(
  db: Database,
  user: User,
  town: Town,
  { call, institution }: RemindNow,
  now: Date,
): Promise<{ told: number; nobody: number }> {
  const { municipalityId } = town
  demand(user, 'collection.call.edit', { municipalityId })
  if (!takesAnswers(phaseOf(call, now))) return { told: 0, nobody: 0 }
  const givers = await readGivers(db, municipalityId, municipalDay(now))
  const within = { municipalityId }
  const { result } = await inChange(
    db,
    ableToGive(user, municipalityId),
    taskIntent(town, now, call.key),
    async (tx, change) => {
      const asked = (await readMonitored(tx, municipalityId, [call], now)).get(call.id) ?? []
      const rows = asked.filter((row) => institution === null || row.key === institution)
      const waiting = await keepAnswerTasks(tx, change, town, { call, rows, givers })
      const nobody = rows.filter(
        (row) => isWaitedFor(row) && !givers.byInstitution.get(row.institutionId)?.length,
      )
      return { waiting, nobody: nobody.length, mending: await findMending(tx, town, call, rows) }
    },
    within,
  )
  await writeAs(
    db,
    operator(municipalityId),
    async (tx) => {
      const holders = await findAccountHolders(tx, municipalityId)
      const languages = new Map(holders.map(({ accountId, language }) => [accountId, language]))
      const entries = result.waiting
        .filter(({ isNew }) => !isNew)
        .map(({ giver: { accountId }, row, dueOn, address, taskId }) => ({
          accountId,
          kind: dueOn < municipalDay(now) ? ('work.taskLate' as const) : ('work.taskDue' as const),
          subject: whatOf(call, row, languages.get(accountId) ?? 'lv'),
          address,
          dueOn,
          taskId,
          once: `${taskId} now ${municipalDay(now)}`,
        }))
      await notify(tx, { municipalityId, who: user.id }, ...entries, ...result.mending)
    },
    within,
  )
  return { told: result.waiting.length + result.mending.length, nobody: result.nobody }
}

/** Reminders of what came back and was not mended yet, for those whose task that is. */
async function findMending(
  tx: DatabaseTransaction,
  { municipalityId, slug }: Town,
  call: DataCall,
  rows: readonly Monitored[],
): Promise<NotificationEntry[]> {
  const entries: NotificationEntry[] = []
  for (const row of rows.filter((one) => isTheirTurn(one) && one.version > 0)) {
    const address = formAddress(slug, call.key, row.key)
    for (const { id, account_id, subject, due_on } of await findTasksAt(tx, municipalityId, MEND, address))
      entries.push({
        accountId: account_id,
        kind: 'work.taskDue',
        subject,
        address,
        dueOn: due_on,
        taskId: id,
        once: `${id} now ${municipalDay()}`,
      })
  }
  return entries
}
