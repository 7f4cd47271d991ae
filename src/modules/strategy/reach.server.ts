import { type NationalTable, PRESENT, type ReachOf, type TenantTable } from '#platform/rights/declaration.ts'
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

/** Status rounds: asked, reported and decided upon by and for the department. */
const round: TenantTable = { ...asking, write: 'strategy.round.edit' }
const told: TenantTable = { ...round, writing: 'append' }
/** Plans of the country, the same for every municipality. */
const national: NationalTable = { national: true, write: 'registry.edit', audit: 'audit' }
/** Yearly and development plans: an institution's its own, the department's all of them; everybody's once agreed. */
const planned: TenantTable = {
  from: 'municipality',
  reach: 'institution',
  read: 'strategy.alignment.read',
  write: 'strategy.alignment.write',
  published: 'flag',
  writing: 'change',
  audit: 'audit',
}

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
  'strategy.quoted_figure': plan,
  'strategy.action_accountable': asking,
  'strategy.status_round': { ...round, read: PRESENT },
  'strategy.round_action': { ...round, own: { column: 'account_id' } },
  'strategy.round_report': told,
  'strategy.round_decision': told,
  'strategy.round_link': round,
  'strategy.action_party': plan,
  'strategy.action_milestone': plan,
  'strategy.action_funding': plan,
  'strategy.action_works': plan,
  'strategy.risk': plan,
  'strategy.risk_link': plan,
  'strategy.national_goal': national,
  'strategy.national_link': plan,
  'strategy.version': plan,
  'strategy.version_change': plan,
  'strategy.plan': planned,
  'strategy.plan_item': planned,
  'strategy.consultation': { ...planned, published: 'no', writing: 'append' },
}
