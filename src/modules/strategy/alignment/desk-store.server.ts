import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { PlanKind } from './model.ts'
import type { AlignmentTables } from './tables.server.ts'

/** How many plans wait for something, of one owner. */
export type Waiting = {
  municipalityId: string
  institutionId: string | null
  kind: PlanKind
  /** Drafts that somebody has asked for. */
  asked: number
  /** Plans with comments that nobody has answered. */
  commented: number
  /** Plans that were submitted by somebody else than the reader. */
  submitted: number
}

/** What waits in the plans that the reader sees, across municipalities. One statement. */
export async function countWaiting(db: Db<AlignmentTables>, accountId: string): Promise<Waiting[]> {
  const isAsked = sql`exists (select from strategy.consultation c where c.municipality_id = p.municipality_id
    and c.plan_id = p.id and c.kind in ('asked', 'returned'))`
  const isCommented = sql`exists (select from strategy.consultation c where c.municipality_id = p.municipality_id
    and c.plan_id = p.id and c.kind = 'comment' and not exists (select from strategy.consultation a
      where a.municipality_id = c.municipality_id and a.plan_id = c.plan_id and a.answers_id = c.id))`
  const counted = (rule: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${rule}))::int`
  return db
    .selectFrom('strategy.plan as p')
    .select([
      'p.municipality_id as municipalityId',
      'p.institution_id as institutionId',
      'p.kind',
      counted(sql`p.state = 'draft' and ${isAsked}`).as('asked'),
      counted(isCommented).as('commented'),
      counted(sql`p.state = 'submitted' and p.submitted_by <> ${accountId}`).as('submitted'),
    ])
    .where('p.state', 'in', ['draft', 'submitted'])
    .where('p.withdrawn_at', 'is', null)
    .groupBy(['p.municipality_id', 'p.institution_id', 'p.kind'])
    .execute()
}
