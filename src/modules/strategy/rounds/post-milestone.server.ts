import type { RouterContextProvider } from 'react-router'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import type { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { addMilestone, reportedMilestone } from './add-milestone.service.server.ts'
import { MilestoneForm } from './milestone-entry.ts'
import { findAsked, findRound } from './rounds-store.server.ts'

type About = { municipalityId: string; round: string; action: string }

/**
 * Makes the next step of an accepted report a milestone, as a posted form says.
 *
 * @returns the form as it comes back; undefined once it is there
 * @throws Refused (403) without the right; (404) where no accepted report names a step
 */
export async function addMilestoneAsPosted(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  user: User,
  { municipalityId, round: key, action }: About,
): Promise<FormAnswer | undefined> {
  demand(user, 'strategy.edit', { municipalityId })
  demand(user, 'strategy.round.edit', { municipalityId })
  const form = await readForm(request, MilestoneForm)
  const round = await readInRequest(context, async (tx) => {
    const found = (await findRound(tx, municipalityId, key)) ?? refuse(404, 'strategy.round.notFound')
    const [asked] = await findAsked(tx, municipalityId, found.id, action)
    if (!asked || !reportedMilestone(asked)) refuse(404, 'strategy.round.notFound')
    return found
  })
  if (!form.ok) return form.answer()
  const { title_lv, title_en = '', due_on = '' } = form.value
  const typed = { title_lv, title_en, due_on }
  const complaints = await addMilestone(context.get(databaseContext), user, municipalityId, {
    round,
    action,
    typed,
  })
  return complaints && form.answer(complaints)
}
