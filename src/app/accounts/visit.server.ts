import { type RouterContextProvider, redirect } from 'react-router'
import { type AccountDesk, askerOf } from '#platform/accounts/desk.server.ts'
import { findVisitor, type Hindrance } from '#platform/accounts/visitor.service.server.ts'
import { AFTERWARDS, userContext } from '#platform/context.server.ts'
import type { Personal } from '#platform/http/site.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { accountsContext, hindranceContext, sessionContext } from './context.server.ts'

/**
 * Says in the context of a request who asks.
 *
 * @returns where whoever asks must go first: to show or to set up a second factor
 */
export async function meetVisitor(
  context: RouterContextProvider,
  desk: AccountDesk,
  request: Request,
  personal: Personal,
): Promise<Response | undefined> {
  context.set(accountsContext, desk)
  const visitor = await findVisitor(desk, askerOf(request.headers, personal))
  if (!visitor) return undefined
  context.set(userContext, visitor.user)
  context.set(sessionContext, visitor.session)
  context.set(hindranceContext, visitor.hindrance)
  return visitor.hindrance ? detour(visitor.hindrance, new URL(request.url)) : undefined
}

/** Pages that somebody with something left to do may see; the others lead to what is to be done. */
const OPEN: Readonly<Record<Hindrance, RegExp>> = {
  setUp: /^\/(pieslegties|zinot|darbs\/konts)(\/|$)/,
  code: /^\/(pieslegties|zinot)(\/|$)/,
}
const PAGE: Readonly<Record<Hindrance, string>> = {
  setUp: '/darbs/konts/kodi',
  code: '/pieslegties/kods',
}

function detour(hindrance: Hindrance, { pathname, search }: URL): Response | undefined {
  const language = languageOf(pathname)
  const latvian = language === 'en' ? pathname.slice('/en'.length) : pathname
  if (OPEN[hindrance].test(latvian.toLowerCase())) return undefined
  const page = addressIn(language, PAGE[hindrance])
  const asked = hindrance === 'code' ? `?${new URLSearchParams({ [AFTERWARDS]: pathname + search })}` : ''
  return redirect(page + asked, 303)
}
