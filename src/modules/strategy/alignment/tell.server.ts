import { addTasks, endTasks, notify } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Change } from '#platform/write/change.server.ts'
import { planAddress } from './addresses.ts'
import type { ConsultationKind, PlanOfWork } from './model.ts'
import { type Planners, writersOf } from './planners.server.ts'

/** What whoever is asked for a plan finds among their tasks. */
export const PLAN_TASK = 'strategy.planOfWork'

type About = { slug: string; plan: PlanOfWork; planners: Planners }

const subjectOf = ({ title, owner }: PlanOfWork) => (owner ? `${title} · ${owner.name.lv}` : title)

/** Asks those whose plan it is to write it, or to write it again, by a day where one is said that is still to come. */
export async function askForPlan(tx: DatabaseTransaction, change: Change, { slug, plan, planners }: About) {
  const today = municipalDay(change.at)
  const dueOn = plan.dueOn !== null && plan.dueOn >= today ? plan.dueOn : null
  await addTasks(
    tx,
    change,
    writersOf(plan, planners).map((accountId) => ({
      municipalityId: plan.municipalityId,
      ...(plan.owner ? { institutionId: plan.owner.id } : {}),
      accountId,
      kind: PLAN_TASK,
      subject: subjectOf(plan),
      address: planAddress(slug, plan),
      dueOn,
    })),
  )
}

/** Tells whom it concerns what was done or said about a plan: the institution what the department did, and the other way. */
export async function tellOfStep(
  tx: DatabaseTransaction,
  change: Change,
  about: About,
  kind: Exclude<ConsultationKind, 'asked'>,
) {
  const { slug, plan, planners } = about
  const address = planAddress(slug, plan)
  if (kind === 'submitted' || kind === 'withdrawn') {
    const state = kind === 'submitted' ? 'done' : 'withdrawn'
    await endTasks(tx, change, { kind: PLAN_TASK, address, state })
  }
  if (kind === 'returned' && plan.owner) return askForPlan(tx, change, about)
  const isFromOwner = kind === 'submitted' || kind === 'withdrawn' || kind === 'answer'
  const told = isFromOwner ? planners.department : writersOf(plan, planners)
  await notify(
    tx,
    change,
    ...told.map((accountId) => ({
      accountId,
      kind: kind === 'agreed' ? ('work.result' as const) : ('work.news' as const),
      subject: subjectOf(plan),
      address,
    })),
  )
}
