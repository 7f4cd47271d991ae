import { redirect } from 'react-router'
import { returnFromProvider, startAtProvider } from '#platform/accounts/sign-in.service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { afterwardsOf, withAfterwards } from '../afterwards.server.ts'
import { cookieHeaders, goTo } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import type { Route } from './+types/provider'

/** What a provider may bring back. */
const BROUGHT = ['code', 'state', 'error', 'error_description', 'iss', 'session_state'] as const
export const handle = { parameters: ['uz', ...BROUGHT] }

/**
 * The way to the provider, and the way back. It is a link and not a form, since browsers follow no form of ours
 * to somebody else's site.
 */
export async function loader({ context, request }: Route.LoaderArgs) {
  const desk = accountsOf(context)
  if (!desk.oidc) refuse(404, 'platform.refused.absent')
  const asker = askerIn(context, request)
  const { searchParams } = new URL(request.url)
  if (!searchParams.has('code') && !searchParams.has('error')) {
    // Nobody is signed in by a page of somebody else's that leads here.
    if (request.headers.get('sec-fetch-site') === 'cross-site')
      return goTo(request, withAfterwards('/pieslegties', request))
    const started = await startAtProvider(desk, asker, afterwardsOf(request))
    if (!started) refuse(503, 'platform.refused.busy')
    return redirect(started.url, { status: 303, headers: cookieHeaders(started.cookies) })
  }
  const query = Object.fromEntries(
    BROUGHT.flatMap((name) => {
      const value = searchParams.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const returned = await returnFromProvider(desk, asker, query)
  if (returned.outcome === 'wrong') return goTo(request, '/pieslegties?stavoklis=neatpazits')
  return redirect(returned.afterwards, { status: 303, headers: cookieHeaders(returned.cookies) })
}
