import { z } from 'zod'
import { endOtherSessions, endOwnSession } from '#platform/accounts/own-account.service.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { refuse } from '#platform/refuse.ts'
import { goTo } from '../answers.server.ts'
import { ownAccountIn } from '../context.server.ts'
import type { Route } from './+types/own-sessions'

export const handle = { parameters: [], action: 'accounts.sessions' }
const Entry = z.object({ session: z.string().max(60) })

/** Sessions are listed on the page of the account. */
export const loader = ({ request }: Route.LoaderArgs) => goTo(request, '/darbs/konts')

export async function action({ context, request }: Route.ActionArgs) {
  const own = ownAccountIn(context, request)
  const form = await readForm(request, Entry)
  if (!form.ok) refuse(400, 'platform.refused.form')
  if (form.value.session === 'others') await endOtherSessions(own)
  else await endOwnSession(own, form.value.session)
  return goTo(request, '/darbs/konts?stavoklis=saglabats')
}
