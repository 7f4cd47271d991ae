import { randomBytes } from 'node:crypto'
import { beginAsAccounts } from '../database/scope.server.ts'
import { visitorOf as networkOf } from '../http/client-address.ts'
import { refuse } from '../refuse.ts'
import { findAccount, findAccountByEmail, noteShownCode, plainEmail } from './accounts-store.server.ts'
import { CLIENT_ADDRESS, isProviderAsSet, PROVIDER } from './auth.server.ts'
import { sessionCookie, sessionTokenIn } from './cookies.server.ts'
import type { AccountDesk, Asker } from './desk.server.ts'
import { countTry, forgiveTry, type Trier } from './failures-store.server.ts'
import { hashOf, nameOf } from './keys.server.ts'
import { noteSecurityEvent } from './security-log.server.ts'
import { confirmSession, endSessionOfToken, findSession, replaceToken } from './sessions-store.server.ts'

/** What came of a try. Cookies go to the browser whatever came of it. */
export type Tried =
  | { outcome: 'in'; cookies: string[] }
  /** The password was right; the code of the second factor is asked for. */
  | { outcome: 'code'; cookies: string[] }
  | { outcome: 'wrong'; cookies: string[] }
  | { outcome: 'wait'; seconds: number; cookies: string[] }

/** Headers as the library reads them, with the address of who asks in a header of ours. */
export const headersOf = ({ cookie, userAgent, clientAddress }: Asker) =>
  new Headers({ cookie, 'user-agent': userAgent, [CLIENT_ADDRESS]: clientAddress })

/** Whom a try is counted for: the address of e-mail, whether somebody has it or not, and the network. */
export const triersOf = (desk: AccountDesk, asker: Asker, email?: string): Trier[] => [
  ...(email === undefined
    ? []
    : [{ key: nameOf(desk.keys, 'email', plainEmail(email)), kind: 'person' as const }]),
  { key: nameOf(desk.keys, 'address', networkOf(asker.clientAddress)), kind: 'address' },
]

/** Counts a try. Answers how long to wait, where it is one too many. */
export async function enterTry(desk: AccountDesk, triers: readonly Trier[]): Promise<number> {
  const wait = await beginAsAccounts(desk.db, (tx) => countTry(tx, triers, new Date()))
  return Math.ceil(wait / 1000)
}

export const leaveTry = (desk: AccountDesk, triers: readonly Trier[]) =>
  beginAsAccounts(desk.db, (tx) => forgiveTry(tx, triers))

/**
 * Signs in with a password. Who is unknown, who has no password, whose account has ended and who is wrong are
 * answered alike, after the same work.
 */
export async function signIn(
  desk: AccountDesk,
  asker: Asker,
  { email, password }: { email: string; password: string },
): Promise<Tried> {
  const triers = triersOf(desk, asker, email)
  const seconds = await enterTry(desk, triers)
  if (seconds > 0) {
    await noteSecurityEvent(desk, { kind: 'tooMany', tried: plainEmail(email), asker })
    return { outcome: 'wait', seconds, cookies: [] }
  }
  const account = await beginAsAccounts(desk.db, (tx) => findAccountByEmail(tx, email))
  // Accounts of the demonstration and ended ones are as good as unknown, and take as long.
  const isLetIn = account !== undefined && !account.isEnded && (!account.isDemo || isDemoHere(desk, asker))
  const auth = await desk.auth()
  const answer = await auth.api.signInEmail({
    body: { email: isLetIn ? account.email : `nobody@${NOWHERE}`, password },
    headers: headersOf(asker),
    asResponse: true,
  })
  // Too many wait for their passwords to be compared: nobody was wrong.
  if (answer.status >= 500) {
    await leaveTry(desk, triers)
    refuse(503, 'platform.refused.busy')
  }
  if (!answer.ok || !account) {
    const kind = account?.isEnded ? 'refusedEnded' : 'passwordWrong'
    await noteSecurityEvent(desk, { kind, accountId: account?.id, tried: plainEmail(email), asker })
    return { outcome: 'wrong', cookies: [] }
  }
  await endShownSession(desk, asker)
  const cookies = answer.headers.getSetCookie()
  const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean }
  if (twoFactorRedirect) return { outcome: 'code', cookies }
  await leaveTry(desk, triers)
  await noteSecurityEvent(desk, { kind: 'signedIn', accountId: account.id, asker })
  return { outcome: 'in', cookies }
}

/** No address of e-mail is there. */
const NOWHERE = 'nowhere.invalid'

export const isDemoHere = ({ hasDemo }: AccountDesk, { isHere }: Asker) => hasDemo && isHere

/**
 * Shows a code of the second factor, or one of the backup codes: after the password, or within a session that
 * a provider began. A code is good once.
 */
export async function signInByCode(desk: AccountDesk, asker: Asker, typed: string): Promise<Tried> {
  const shown = await shownSession(desk, asker)
  const triers = triersOf(desk, asker, shown?.email)
  const seconds = await enterTry(desk, triers)
  if (seconds > 0) {
    await noteSecurityEvent(desk, { kind: 'tooMany', accountId: shown?.accountId, asker })
    return { outcome: 'wait', seconds, cookies: [] }
  }
  const code = typed.replace(/\s/g, '')
  const auth = await desk.auth()
  const asked = { body: { code }, headers: headersOf(asker), asResponse: true as const }
  const answer = await (/^\d{6}$/.test(code) ? auth.api.verifyTOTP(asked) : auth.api.verifyBackupCode(asked))
  if (!answer.ok) {
    await noteSecurityEvent(desk, { kind: 'codeWrong', accountId: shown?.accountId, asker })
    return { outcome: 'wrong', cookies: answer.headers.getSetCookie() }
  }
  const { token, user } = (await answer.json()) as { token: string; user: { id: string } }
  const kept = nameOf(desk.keys, 'code', code)
  const account = await beginAsAccounts(desk.db, async (tx) => {
    const isFirst = await noteShownCode(tx, user.id, kept, new Date())
    const found = await findAccount(tx, user.id)
    if (isFirst && found && !found.isEnded) await confirmSession(tx, hashOf(token))
    else await endSessionOfToken(tx, hashOf(token))
    return isFirst && !found?.isEnded ? found : undefined
  })
  if (!account) {
    await noteSecurityEvent(desk, { kind: 'codeWrong', accountId: user.id, asker })
    return { outcome: 'wrong', cookies: [] }
  }
  await leaveTry(desk, triersOf(desk, asker, account.email))
  await noteSecurityEvent(desk, { kind: 'signedIn', accountId: user.id, asker })
  const cookies = shown ? await renewToken(desk, shown.id) : answer.headers.getSetCookie()
  return { outcome: 'in', cookies }
}

/** The session that a browser shows, where there is one. */
async function shownSession(desk: AccountDesk, asker: Asker) {
  const token = sessionTokenIn(asker.cookie, desk)
  if (token === undefined) return undefined
  return beginAsAccounts(desk.db, (tx) => findSession(tx, hashOf(token), new Date()))
}

/** Ends the session that a browser showed when it signed in anew: its cookie is replaced. */
async function endShownSession(desk: AccountDesk, asker: Asker) {
  const token = sessionTokenIn(asker.cookie, desk)
  if (token !== undefined) await beginAsAccounts(desk.db, (tx) => endSessionOfToken(tx, hashOf(token)))
}

/** Lets a session go on under another token, the one before opens nothing. Answers the cookie with it. */
export async function renewToken(desk: AccountDesk, sessionId: string): Promise<string[]> {
  const token = randomBytes(24).toString('base64url')
  const until = await beginAsAccounts(desk.db, (tx) => replaceToken(tx, sessionId, hashOf(token)))
  return until ? [sessionCookie(token, until, desk)] : []
}

/** Ends the session that the browser shows. Answers the cookies that clear it there. */
export async function signOut(desk: AccountDesk, asker: Asker): Promise<string[]> {
  const accountId = (await shownSession(desk, asker))?.accountId
  const auth = await desk.auth()
  const answer = await auth.api.signOut({ headers: headersOf(asker), asResponse: true })
  if (accountId !== undefined) await noteSecurityEvent(desk, { kind: 'signedOut', accountId, asker })
  return answer.headers.getSetCookie()
}

/** Begins the way over the provider. Answers where it goes on, and the cookies by which it is recognised. */
export async function startAtProvider(desk: AccountDesk, asker: Asker, afterwards: string) {
  const auth = await desk.auth()
  const answer = await auth.api.signInSocial({
    body: {
      provider: PROVIDER,
      callbackURL: afterwards,
      errorCallbackURL: '/pieslegties',
      disableRedirect: true,
    },
    headers: headersOf(asker),
    asResponse: true,
  })
  if (!answer.ok || !desk.oidc) return undefined
  if (!(await isProviderAsSet(auth, desk.oidc))) {
    console.error('accounts: the provider calls itself by another address than IZAUGSME_OIDC_ISSUER')
    return undefined
  }
  const { url } = (await answer.json()) as { url?: string }
  return url === undefined ? undefined : { url, cookies: answer.headers.getSetCookie() }
}

export type Returned =
  | { outcome: 'in'; cookies: string[]; afterwards: string }
  | { outcome: 'wrong'; cookies: string[] }

/** Takes whoever comes back from the provider. An account must be there already, by the address of e-mail. */
export async function returnFromProvider(
  desk: AccountDesk,
  asker: Asker,
  query: Readonly<Record<string, string>>,
): Promise<Returned> {
  const auth = await desk.auth()
  const answer = await auth.api.callbackOAuth({
    params: { id: PROVIDER },
    query,
    headers: headersOf(asker),
    asResponse: true,
    // biome-ignore lint/suspicious/noExplicitAny: the method is not part of its type, though it asks for it
    method: 'GET' as any,
  })
  const cookies = answer.headers.getSetCookie()
  const token = sessionTokenIn(asCookies(cookies), desk)
  const session =
    token === undefined
      ? undefined
      : await beginAsAccounts(desk.db, (tx) => findSession(tx, hashOf(token), new Date()))
  if (!session || session.isDemo) {
    if (token !== undefined) await beginAsAccounts(desk.db, (tx) => endSessionOfToken(tx, hashOf(token)))
    await noteSecurityEvent(desk, { kind: 'passwordWrong', asker })
    return { outcome: 'wrong', cookies: [] }
  }
  await endShownSession(desk, asker)
  await noteSecurityEvent(desk, { kind: 'signedInByProvider', accountId: session.accountId, asker })
  return { outcome: 'in', cookies, afterwards: answer.headers.get('location') ?? '/darbs' }
}

/** What a browser would send back of cookies that were set. */
const asCookies = (set: readonly string[]) => set.map((one) => one.split(';', 1)[0] ?? '').join('; ')
