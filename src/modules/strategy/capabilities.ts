import type { HeldBy } from '#platform/rights/capabilities.ts'
import { EDITORS_OF_FIGURES } from '#platform/rights/roles.ts'

const PLANNERS = ['institutionHead', 'institutionCoordinator'] as const

/** What one may do with strategies that are not public yet, and with what goes on around those that are. */
export const strategyCapabilities = {
  'strategy.read': [
    'educationHead',
    'educationSpecialist',
    'dataAnalyst',
    'councilMember',
    'ministryReader',
    'researcher',
  ],
  'strategy.edit': ['educationHead', 'educationSpecialist'],
  /** Reads who is accountable and what was reported in status rounds before it was accepted. */
  'strategy.round.read': EDITORS_OF_FIGURES,
  'strategy.round.edit': ['educationHead', 'educationSpecialist'],
  /** Records the council's decision on a version, by which it holds. */
  'strategy.adopt': ['educationHead'],
  /** Reads yearly and development plans: the department all of them, an institution its own. */
  'strategy.alignment.read': [...EDITORS_OF_FIGURES, ...PLANNERS],
  /** Writes the department's yearly plan and what it says of institutions' plans. */
  'strategy.alignment.edit': ['educationHead', 'educationSpecialist'],
  /** Writes an institution's development plan. */
  'strategy.development.edit': PLANNERS,
  /** What of plans the database lets be written; which plan is whose is told by the two above. */
  'strategy.alignment.write': ['educationHead', 'educationSpecialist', ...PLANNERS],
} as const satisfies HeldBy

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities extends Record<keyof typeof strategyCapabilities, true> {}
}
