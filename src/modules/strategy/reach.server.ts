import type { ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import type { StrategyTables } from './tables.server.ts'

/** A municipality's strategy: everybody's once it is published, else of those who write it. */
const plan: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'strategy.read',
  write: 'strategy.edit',
  published: 'flag',
  writing: 'change',
  audit: 'audit',
}

/** Who is asked about the plan and what they say: the department's to read. */
const asking: TenantTable = { ...plan, from: 'municipality', read: 'strategy.round.read', published: 'no' }

export const strategyReach: ReachOf<StrategyTables> = {
  'strategy.strategy': plan,
  'strategy.value': plan,
  'strategy.goal': plan,
  'strategy.direction': plan,
  'strategy.action': plan,
  'strategy.action_status': { ...plan, writing: 'append' },
  'strategy.action_evidence': plan,
  'strategy.programme': plan,
  'strategy.programme_direction': plan,
  'strategy.external_factor': plan,
  'strategy.recommendation': plan,
  'strategy.goal_indicator': plan,
  'strategy.claim': plan,
  'strategy.action_accountable': asking,
}
