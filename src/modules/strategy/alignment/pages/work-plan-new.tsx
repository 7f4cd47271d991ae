import type { Handle } from '#platform/http/address.ts'

export { action, default, loader } from './plan-new.tsx'

/** The same page for the department's own plan: other people begin that. */
export const handle = {
  action: 'strategy.plan.begin',
  reads: ['strategy.alignment.edit'],
  changes: ['strategy.alignment.edit'],
} satisfies Handle
