import { createContext, type RouterContextProvider } from 'react-router'
import { type AccountDesk, type Asker, askerOf } from '#platform/accounts/desk.server.ts'
import type { OwnSession } from '#platform/accounts/sessions-store.server.ts'
import type { Hindrance } from '#platform/accounts/visitor.service.server.ts'
import { demandSignedIn, personalVisit } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'

/** What pages need to work on accounts; null where nobody can sign in. */
export const accountsContext = createContext<AccountDesk | null>(null)
/** The session in which a page is asked for; null when nobody has signed in, and on the public face. */
export const sessionContext = createContext<OwnSession | null>(null)

type Context = Readonly<RouterContextProvider>

/** @throws Refused (404) where there are no accounts */
export const accountsOf = (context: Context): AccountDesk =>
  context.get(accountsContext) ?? refuse(404, 'platform.refused.absent')

export const askerIn = (context: Context, request: Request): Asker =>
  askerOf(request.headers, personalVisit(context))

/** What services of the own account ask for. @throws a redirect to the sign-in page */
export function ownAccountIn(context: Context, request: Request) {
  const user = demandSignedIn(context, request)
  const desk = accountsOf(context)
  const session = context.get(sessionContext) ?? refuse(404, 'platform.refused.absent')
  return { user, desk, session, asker: askerIn(context, request) }
}

/** What whoever has signed in has still to do before working. */
export const hindranceContext = createContext<Hindrance | null>(null)
