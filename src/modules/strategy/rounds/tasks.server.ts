import { keepTasks } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Change } from '#platform/write/change.server.ts'
import { roundAddress } from './addresses.ts'
import type { People } from './people.server.ts'
import type { AskedAction, Round } from './round.ts'
import { whoIsAsked } from './who-is-asked.ts'

/** What whoever is asked finds among their tasks: one for each round, however many actions are theirs. */
export const REPORT_TASK = 'strategy.report'

/** A municipality by its id, and as addresses call it. */
export type Town = { municipalityId: string; slug: string }

/** Somebody whom a round waits for. */
export type Waiting = { accountId: string; actions: readonly string[]; taskId: string; isNew: boolean }

/**
 * Brings tasks in line with whom a round waits for: each has one until everything of theirs is reported. None once the
 * round takes no more reports.
 */
export async function keepReportTasks(
  tx: DatabaseTransaction,
  change: Change,
  { municipalityId, slug }: Town,
  { round, asked, people }: { round: Round; asked: readonly AskedAction[]; people: People },
): Promise<Waiting[]> {
  const address = roundAddress(slug, round.key)
  const waiting = round.state === 'open' ? [...whoIsAsked(round, asked, people, municipalDay(change.at))] : []
  const { ids, added } = await keepTasks(tx, change, REPORT_TASK, {
    addresses: new Set([address]),
    done: new Set(asked.flatMap(({ reports }) => reports.map(({ author }) => author))),
    wanted: waiting.map(([accountId]) => ({
      municipalityId,
      accountId,
      kind: REPORT_TASK,
      subject: round.title.lv,
      address,
      dueOn: round.dueOn,
    })),
  })
  return waiting.map(([accountId, actions]) => {
    const name = `${accountId} ${address}`
    return { accountId, actions, taskId: ids.get(name) ?? '', isNew: added.has(name) }
  })
}
