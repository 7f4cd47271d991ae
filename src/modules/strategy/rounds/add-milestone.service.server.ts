import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { type AttachedRow, findAttachedRows } from '../accountability/attached-store.server.ts'
import { attachedEdit } from '../accountability/edits/attached.server.ts'
import { attachedFormOf } from '../accountability/edits/attached-forms.server.ts'
import { readPlanScope } from '../edits/scope.server.ts'
import { findStrategyKey } from '../store.server.ts'
import { ownText } from './own-text.ts'
import type { AskedAction, Round } from './round.ts'
import { decisionNow } from './standing.ts'

/** The next step that an accepted report names; null where it names none or is not accepted. */
export function reportedMilestone(asked: Pick<AskedAction, 'reports' | 'decisions'>) {
  const report = asked.reports.at(-1)
  if (!report?.milestone || decisionNow(asked)?.kind !== 'accepted') return null
  return { title: report.milestone, dueOn: report.milestoneOn }
}

type Place = { municipalityId: string; strategyId: string }

/** Whether the action has a milestone that is called so, or is due on that day where one is named. One statement. */
export async function hasMilestone(
  tx: DatabaseTransaction,
  place: Place,
  { action, title, dueOn = null }: { action: string; title: string; dueOn?: string | null },
): Promise<boolean> {
  const rows = await findAttachedRows(tx, 'strategy.action_milestone', place, action)
  const isIt = (row: AttachedRow) => row.title_lv === title || (dueOn !== null && row.due_on === dueOn)
  return rows.some((row) => !row.withdrawn_at && isIt(row))
}

type Added = { title_lv: string; title_en: string; due_on: string }

/**
 * Makes what a report named as the next step a milestone of the action, in the words that the editor has looked at:
 * everybody reads it. Pressed twice, it is there once.
 *
 * @returns what is wrong with it; undefined once it is there
 * @throws Refused (403) for whoever may not edit the plan
 */
export async function addMilestone(
  db: Database,
  user: User,
  municipalityId: string,
  { round, action, typed }: { round: Round; action: string; typed: Added },
): Promise<Complaints | undefined> {
  demand(user, 'strategy.edit', { municipalityId })
  const intent = {
    municipalityId,
    stream: 'plan',
    origin: 'form',
    action: 'milestone.edited',
    subject: `${round.key}/${action}`,
    why: ownText('strategy.round.why', { title: round.title.lv }),
    at: new Date(),
  } as const
  const within = { municipalityId }
  const { scope, form } = await readAs(
    db,
    user,
    async (tx) => {
      const plan = await findStrategyKey(tx, municipalityId, round.strategyId)
      const found = await readPlanScope(tx, { municipalityId, plan })
      return { scope: found, form: await attachedFormOf(tx, found, 'starprezultati') }
    },
    within,
  )
  const { result } = await inChange(
    db,
    user,
    { ...intent, isPublic: scope.isPublic },
    async (tx, change) => {
      await oneAtATime(tx, `edit ${municipalityId} plan`)
      if (await hasMilestone(tx, scope, { action, title: typed.title_lv })) return undefined
      const edit = attachedEdit(scope, form, { action, code: null })
      return (await edit.write(tx, change, { kind: 'milestone', ...typed })) ?? undefined
    },
    within,
  )
  return result
}
