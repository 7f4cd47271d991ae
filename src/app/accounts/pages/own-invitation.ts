import { findMunicipality } from '#modules/registry.server'
import { answerInvitation } from '#platform/accounts/joining.service.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { refuse } from '#platform/refuse.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { goTo } from '../answers.server.ts'
import { ownAccountIn } from '../context.server.ts'
import { InvitationAnswerEntry } from '../entries.ts'
import { THE_COUNTRY } from '../parts/invitations.tsx'
import type { Route } from './+types/own-invitation'

export const handle = { parameters: [], action: 'accounts.answer' }

/** Nobody agrees by a link. */
export const loader = ({ request }: Route.LoaderArgs) => goTo(request, '/darbs/konts')

export async function action({ context, request }: Route.ActionArgs) {
  const { desk, session, asker } = ownAccountIn(context, request)
  const form = await readForm(request, InvitationAnswerEntry)
  if (!form.ok) return form.answer()
  const { place, answer } = form.value
  const municipality =
    place === THE_COUNTRY
      ? { id: COUNTRY }
      : await readAs(desk.db, THE_PUBLIC, (tx) => findMunicipality(tx, place))
  if (!municipality) refuse(404, 'platform.refused.absent')
  const accepts = answer === 'accept'
  const invited = { accountId: session.accountId, asker }
  await answerInvitation(desk, invited, { municipalityId: municipality.id, accepts })
  return goTo(request, `/darbs/konts?stavoklis=${accepts ? 'piekrists' : 'atteikts'}`)
}
