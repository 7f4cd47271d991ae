import type { WorkMenuEntry } from '#platform/module.ts'

/** Pages of the plan in a municipality's workplace. */
export const strategyWorkMenu: readonly WorkMenuEntry[] = [
  {
    address: '/ricibas-plans/atbildiba',
    label: 'strategy.accountability.menu',
    position: 22,
    group: 'plan',
    capabilities: ['strategy.edit'],
  },
  {
    address: '/riski',
    label: 'strategy.risks.menu',
    position: 23,
    group: 'plan',
    capabilities: ['strategy.edit'],
  },
  {
    address: '/nacionalie-merki',
    label: 'strategy.national.menu',
    position: 24,
    group: 'plan',
    capabilities: ['strategy.edit'],
  },
  {
    address: '/darba-plani',
    label: 'strategy.alignment.menu.work',
    position: 25,
    group: 'plan',
    capabilities: ['strategy.alignment.read'],
  },
  {
    address: '/attistibas-plani',
    label: 'strategy.alignment.menu.development',
    position: 26,
    group: 'plan',
    capabilities: ['strategy.alignment.read'],
  },
  {
    address: '/redakcijas',
    label: 'strategy.versions.title',
    position: 28,
    group: 'plan',
    capabilities: ['strategy.edit', 'strategy.adopt'],
  },
  {
    address: '/statusa-kartas',
    label: 'strategy.round.menu',
    position: 30,
    group: 'plan',
    capabilities: ['strategy.round.read'],
  },
]
