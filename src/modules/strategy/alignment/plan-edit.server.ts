import type { Edit } from '#platform/editing/edit-service.server.ts'
import { day, line } from '#platform/editing/fields.ts'
import { readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { date, optionalDate, text } from '#platform/import/columns.ts'
import { refuse } from '#platform/refuse.ts'
import { revise } from '#platform/write/revise.server.ts'
import { planAddress } from './addresses.ts'
import { holdPlan } from './consult.service.server.ts'
import type { PlanOfWork } from './model.ts'
import { placeOfPlan, writingOf } from './plan-rights.ts'
import { PLANS, planRow } from './plan-rows.ts'
import { findPlan } from './plan-store.server.ts'

const COLUMNS = { title: text, starts_on: date, ends_on: date, due_on: optionalDate }
const LONGEST_TITLE = 200

/** How what a plan is called and its time are edited, while it is a draft. By when it is due only the department says. */
export function planEdit(slug: string, plan: PlanOfWork): Edit {
  const { municipalityId, key } = plan
  if (plan.state !== 'draft') refuse(403, 'strategy.alignment.refused.state')
  return {
    place: placeOfPlan(plan),
    capability: writingOf(plan),
    action: 'plan.edited',
    subject: key,
    stream: 'planning',
    isPublic: false,
    fields: [
      line('title', 'strategy.alignment.plan.title', { isRequired: true, maximumLength: LONGEST_TITLE }),
      day('starts_on', 'strategy.alignment.plan.starts_on', { isRequired: true }),
      day('ends_on', 'strategy.alignment.plan.ends_on', { isRequired: true }),
      ...(plan.owner ? [] : [day('due_on', 'strategy.alignment.plan.due_on')]),
    ],
    afterwards: () => planAddress(slug, plan),
    read: async (tx) => {
      const now = await findPlan(tx, municipalityId, key)
      return (
        now && {
          version: now.version,
          values: {
            title: now.title,
            starts_on: now.startsOn,
            ends_on: now.endsOn,
            ...(now.owner ? {} : { due_on: now.dueOn ?? '' }),
          },
        }
      )
    },
    write: async (tx, change, typed) => {
      await holdPlan(tx, plan.id)
      const now = await findPlan(tx, municipalityId, key)
      if (now?.state !== 'draft') return { '': [{ reason: 'strategy.alignment.refused.state' }] }
      const { values, complaints } = readCells(COLUMNS, typed)
      const { title, starts_on: startsOn, ends_on: endsOn, due_on: dueOn = null } = values
      const order: Complaints =
        startsOn && endsOn && endsOn < startsOn
          ? { ends_on: [{ reason: 'strategy.alignment.wrong.order' }] }
          : {}
      const all = { ...order, ...complaints }
      if (Object.keys(all).length > 0 || !title || !startsOn || !endsOn) return all
      const term = now.owner ? now.dueOn : dueOn
      await revise(tx, change, PLANS, [planRow({ ...now, title, startsOn, endsOn, dueOn: term })])
      return undefined
    },
  }
}
