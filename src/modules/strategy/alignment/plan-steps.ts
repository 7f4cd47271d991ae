import type { TextKey } from '#platform/texts/text.ts'
import type { User } from '#platform/users.ts'
import { alignmentOf, type PlanOfWork, type PlanState } from './model.ts'
import { mayAgree } from './plan-rights.ts'

/** What is done with a plan as a whole. */
export type PlanStep = 'submitted' | 'returned' | 'agreed' | 'reopened' | 'withdrawn'

/** In which states a step is taken, and where it leads. */
export const STEPS: Readonly<Record<PlanStep, { from: readonly PlanState[]; to: PlanState }>> = {
  submitted: { from: ['draft'], to: 'submitted' },
  returned: { from: ['submitted'], to: 'draft' },
  agreed: { from: ['submitted'], to: 'agreed' },
  reopened: { from: ['agreed'], to: 'draft' },
  withdrawn: { from: ['draft'], to: 'withdrawn' },
}

/** Steps that those take whose plan it is; the others are the department's. */
export const OWNERS_STEPS: readonly PlanStep[] = ['submitted', 'withdrawn']

/** Steps that need a reason. */
export const REASONED_STEPS: readonly PlanStep[] = ['returned', 'reopened', 'withdrawn']

/** Why a step is not taken with a plan; undefined when it may be. */
export function whyNotStep(plan: PlanOfWork, step: PlanStep, user: User): TextKey | undefined {
  if (!STEPS[step].from.includes(plan.state)) return 'strategy.alignment.refused.state'
  if (step === 'submitted' && plan.items.length === 0) return 'strategy.alignment.refused.empty'
  if (step !== 'agreed') return undefined
  if (!mayAgree(user, plan)) return 'strategy.alignment.refused.own'
  const isOpen = plan.items.some((item) => alignmentOf(item) === 'unsaid')
  return isOpen ? 'strategy.alignment.refused.unsaid' : undefined
}
