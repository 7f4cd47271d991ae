import { redirect } from 'react-router'
import { signOut } from '#platform/accounts/sign-in.service.server.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { goTo } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import type { Route } from './+types/sign-out'

export const handle = { parameters: [], action: 'accounts.leave' }

/** Nobody is signed out by a link. */
export function loader({ request }: Route.LoaderArgs) {
  return redirect(addressIn(languageOf(new URL(request.url).pathname), '/darbs/konts'), 303)
}

export async function action({ context, request }: Route.ActionArgs) {
  const cookies = await signOut(accountsOf(context), askerIn(context, request))
  const answer = goTo(request, '/pieslegties?stavoklis=izgajis', cookies)
  // A browser that many share keeps nothing of who has left.
  answer.headers.set('clear-site-data', '"cache", "storage"')
  return answer
}
