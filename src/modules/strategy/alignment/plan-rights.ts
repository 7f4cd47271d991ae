import type { Capability } from '#platform/rights/capabilities.ts'
import type { Place } from '#platform/rights/scope.ts'
import { may, type User } from '#platform/users.ts'
import type { PlanOfWork } from './model.ts'

/** Whose a plan is, as rights are asked. */
export const placeOfPlan = ({
  municipalityId,
  owner,
}: Pick<PlanOfWork, 'municipalityId' | 'owner'>): Exclude<Place, 'country'> =>
  owner === null ? { municipalityId } : { municipalityId, institutionId: owner.id }

/** By which right a plan is written by those whose it is. */
export const writingOf = ({ owner }: Pick<PlanOfWork, 'owner'>): Capability =>
  owner === null ? 'strategy.alignment.edit' : 'strategy.development.edit'

type Owned = Pick<PlanOfWork, 'municipalityId' | 'owner'>

/** Whether somebody writes a plan: of an institution only the institution itself does. */
export const mayWrite = (user: User, plan: Owned) => may(user, writingOf(plan), placeOfPlan(plan))

/** Whether somebody says the department's word about a plan. */
export const mayConsult = (user: User, { municipalityId }: Owned) =>
  may(user, 'strategy.alignment.edit', { municipalityId })

/** Whether somebody may agree to a plan that waits: nobody agrees to what is their own, or what they have submitted. */
export const mayAgree = (user: User, plan: Owned & Pick<PlanOfWork, 'submittedBy'>) =>
  mayConsult(user, plan) && plan.submittedBy !== user.id && (plan.owner === null || !mayWrite(user, plan))
