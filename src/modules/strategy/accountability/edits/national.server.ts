import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { type PlanScope, withoutEffects } from '../../edits/scope.server.ts'
import { findLinkRowsOf } from '../attached-store.server.ts'
import type { NationalGoal } from '../model.ts'
import { readEnds } from './ends.server.ts'
import { linkFields, readLinks, typedLinks } from './link-fields.ts'
import { endOf, writeLinks } from './write-links.server.ts'

/** What of a plan serves one goal of a national plan. */
export async function nationalEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  { plan, code }: Pick<NationalGoal, 'plan' | 'code'>,
): Promise<Edit> {
  const ends = await readEnds(tx, scope, { withIndicators: false })
  const own = async (now: DatabaseTransaction) =>
    (await findLinkRowsOf(now, 'strategy.national_link', scope)).filter(
      (row) => row.plan === plan && row.national_goal === code,
    )
  return {
    ...withoutEffects(scope),
    action: 'national.linked',
    subject: `${scope.key}/${plan}/${code}`,
    fields: linkFields(ends),
    read: async (now) => {
      const rows = await own(now)
      const shown = rows.filter(({ withdrawn_at }) => !withdrawn_at)
      return {
        version: rows.reduce((sum, { revision }) => sum + revision, 0),
        values: typedLinks(ends, shown.map(endOf)),
      }
    },
    write: async (now, change, typed) => {
      const { links, complaints } = readLinks(ends, typed)
      if (Object.keys(complaints).length > 0) return complaints
      await writeLinks(now, change, {
        table: 'strategy.national_link',
        stored: await own(now),
        links,
        shared: { strategy_id: scope.strategyId, plan, national_goal: code },
        initial: `${plan}-${code}`,
        isPublic: scope.isPublic,
      })
      return undefined
    },
  }
}
