import type { ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import { KEPT_TABLE } from '#platform/rights/kept-table.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** A municipality's figures: everybody's where they are published, else of those who work with them. */
const figures: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'indicators.read',
  write: 'indicators.edit',
  published: 'flag',
  writing: 'change',
  audit: 'audit',
}

export const indicatorsReach: ReachOf<IndicatorsTables> = {
  'indicators.unit': figures,
  'indicators.dimension_value': figures,
  'indicators.indicator': figures,
  'indicators.methodology': figures,
  'indicators.series': figures,
  'indicators.observation': { ...figures, writing: 'append' },
  'indicators.evidence': figures,
  'indicators.target_set': figures,
  'indicators.baseline': figures,
  'indicators.target': { ...figures, writing: 'append', generated: ['due_key'] },
  'indicators.period_rule': figures,
  'indicators.verdict': KEPT_TABLE,
  'indicators.cover': KEPT_TABLE,
  'indicators.examined': KEPT_TABLE,
}
