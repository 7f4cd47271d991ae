import { beginAsAccounts, readAs } from '../database/scope.server.ts'
import { refuse } from '../refuse.ts'
import type { Language } from '../texts/text.ts'
import type { User } from '../users.ts'
import {
  findCodes,
  findPassword,
  noteShownCode,
  setPassword,
  updateAccount,
} from './accounts-store.server.ts'
import { base32, setUpAddress } from './code-address.ts'
import type { AccountDesk, Asker } from './desk.server.ts'
import { changeHolders } from './holders.service.server.ts'
import { hashOf, nameOf } from './keys.server.ts'
import { type PasswordProblem, passwordProblem } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.server.ts'
import { findSecurityEvents, noteSecurityEvent } from './security-log.server.ts'
import {
  confirmSession,
  endSession,
  endSessions,
  findSessions,
  type OwnSession,
} from './sessions-store.server.ts'
import { enterTry, headersOf, leaveTry, renewToken, triersOf } from './sign-in.service.server.ts'

/** What a person sees of the own account. */
export async function readOwnAccount(desk: AccountDesk, user: User, session: OwnSession) {
  const { sessions, hasPassword } = await beginAsAccounts(desk.db, async (tx) => ({
    sessions: await findSessions(tx, session.accountId, new Date()),
    hasPassword: (await findPassword(tx, session.accountId)) !== undefined,
  }))
  const own = { id: user.id, kind: 'member' as const, grants: [] }
  const { events } = await readAs(desk.db, own, (tx) =>
    findSecurityEvents(tx, { accountIds: [session.accountId] }),
  )
  return { sessions, hasPassword, events }
}

/** Changes how one is called and in which language letters come. */
export async function changeOwnAccount(
  desk: AccountDesk,
  { accountId }: OwnSession,
  values: { name: string; language: Language },
) {
  await beginAsAccounts(desk.db, (tx) => updateAccount(tx, accountId, values))
  await changeHolders(desk.db, accountId, values)
}

type Asked = { desk: AccountDesk; asker: Asker; session: OwnSession }

type Refusal = { problem: 'wrong' } | { problem: 'wait'; seconds: number }
/** The session goes on under a new token, which is in the cookies. */
type Confirmed = { cookies: string[] }

/**
 * Whether it is really the owner who sits there, by the password. Whoever signs in by a provider alone has none.
 *
 * @returns why not, with the seconds to wait when it is one try too many
 */
async function refusalOf({ desk, asker, session }: Asked, password: string): Promise<Refusal | undefined> {
  const triers = triersOf(desk, asker, session.email)
  const seconds = await enterTry(desk, triers)
  if (seconds > 0) return { problem: 'wait', seconds }
  const kept = await beginAsAccounts(desk.db, (tx) => findPassword(tx, session.accountId))
  if (kept === undefined || (await isPassword(password, kept))) {
    await leaveTry(desk, triers)
    return undefined
  }
  await noteSecurityEvent(desk, { kind: 'passwordWrong', accountId: session.accountId, asker })
  return { problem: 'wrong' }
}

/**
 * Changes the password, and ends every other session.
 *
 * @throws Refused (403) where there is none: it is chosen by a letter, not by whoever sits there
 */
export async function changePassword(
  asked: Asked,
  { before, after }: { before: string; after: string },
): Promise<Refusal | { problem: PasswordProblem } | Confirmed> {
  const { desk, asker, session } = asked
  const hasOne = await beginAsAccounts(desk.db, (tx) => findPassword(tx, session.accountId))
  if (hasOne === undefined) refuse(403, 'platform.refused.grant')
  const refused = await refusalOf(asked, before)
  if (refused) return refused
  const problem = passwordProblem(after, [session.name, session.email, 'izaugsme'])
  if (problem) return { problem }
  const kept = await hashPassword(after)
  await beginAsAccounts(desk.db, async (tx) => {
    await setPassword(tx, session.accountId, kept)
    await endSessions(tx, session.accountId, session.id)
  })
  await noteSecurityEvent(desk, { kind: 'passwordChanged', accountId: session.accountId, asker })
  const { name, email: address } = session
  const { language } = session
  const words = desk.write({ kind: 'passwordChanged', language, name, link: undefined })
  await desk
    .post({ to: { name, address }, kind: 'accounts.passwordChanged', ...words })
    .catch(() => undefined)
  return { cookies: await renewToken(desk, session.id) }
}

/** Begins to set up a second factor, with a secret that `readSetUp` shows until a first code was right. */
export async function beginSetUp(asked: Asked, password: string): Promise<Refusal | Confirmed> {
  const { desk, asker, session } = asked
  const refused = await refusalOf(asked, password)
  if (refused) return refused
  const auth = await desk.auth()
  await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(asker) })
  return { cookies: await renewToken(desk, session.id) }
}

/** The secret of a second factor that is being set up, as text and as the address that programs read. */
export async function readSetUp(desk: AccountDesk, session: OwnSession) {
  const codes = await beginAsAccounts(desk.db, (tx) => findCodes(tx, session.accountId))
  if (!codes || codes.isSetUp) return undefined
  const secret = base32(await decrypted(desk, codes.secret))
  return { secret, address: setUpAddress(secret, session.email) }
}

async function decrypted(desk: AccountDesk, data: string) {
  const [{ symmetricDecrypt }, auth] = await Promise.all([import('better-auth/crypto'), desk.auth()])
  const { secretConfig } = await auth.$context
  return symmetricDecrypt({ key: secretConfig, data })
}

/**
 * Ends setting up with a first code. The session goes on under a new token.
 *
 * @returns backup codes, which nobody is shown again, and the cookies of the session
 */
export async function finishSetUp(
  { desk, asker, session }: Asked,
  typed: string,
): Promise<Refusal | { backupCodes: string[]; cookies: string[] }> {
  const triers = triersOf(desk, asker, session.email)
  const seconds = await enterTry(desk, triers)
  if (seconds > 0) return { problem: 'wait', seconds }
  const code = typed.replace(/\s/g, '')
  const auth = await desk.auth()
  const answer = await auth.api.verifyTOTP({ body: { code }, headers: headersOf(asker), asResponse: true })
  if (!answer.ok) return { problem: 'wrong' }
  const cookies = answer.headers.getSetCookie()
  const { token } = (await answer.json()) as { token: string }
  const fresh = sessionHashIn(cookies) ?? hashOf(token)
  const kept = await beginAsAccounts(desk.db, async (tx) => {
    await noteShownCode(tx, session.accountId, nameOf(desk.keys, 'code', code), new Date())
    await confirmSession(tx, fresh)
    return findCodes(tx, session.accountId)
  })
  await leaveTry(desk, triers)
  await noteSecurityEvent(desk, { kind: 'codesSetUp', accountId: session.accountId, asker })
  const backupCodes = kept ? (JSON.parse(await decrypted(desk, kept.backupCodes)) as string[]) : []
  return { backupCodes, cookies }
}

/** The hash of the session's token in cookies that were just set. */
function sessionHashIn(cookies: readonly string[]) {
  const value = cookies.map((one) => /session_token=([^;]+)/.exec(one)?.[1]).find((one) => one !== undefined)
  const token = value === undefined ? undefined : decodeURIComponent(value).replace(/\.[^.]*$/, '')
  return token ? hashOf(token) : undefined
}

/** Makes new backup codes in the place of the old ones. Nobody is shown them again. */
export async function renewBackupCodes(
  asked: Asked,
  password: string,
): Promise<Refusal | (Confirmed & { backupCodes: string[] })> {
  const { desk, asker, session } = asked
  const refused = await refusalOf(asked, password)
  if (refused) return refused
  const auth = await desk.auth()
  const { backupCodes } = await auth.api.generateBackupCodes({
    body: { password },
    headers: headersOf(asker),
  })
  await noteSecurityEvent(desk, { kind: 'codesRenewed', accountId: session.accountId, asker })
  return { backupCodes, cookies: await renewToken(desk, session.id) }
}

/** Ends one of the own sessions, or all of them but this one. */
export async function endOwnSessions(
  asked: Asked,
  which: { id: string } | 'others',
  password: string,
): Promise<Refusal | Confirmed> {
  const { desk, asker, session } = asked
  const refused = await refusalOf(asked, password)
  if (refused) return refused
  const { accountId } = session
  await beginAsAccounts(desk.db, (tx) =>
    which === 'others' ? endSessions(tx, accountId, session.id) : endSession(tx, accountId, which.id),
  )
  const kind = which === 'others' ? 'sessionsEnded' : 'sessionEnded'
  await noteSecurityEvent(desk, { kind, accountId, asker })
  return { cookies: await renewToken(desk, session.id) }
}
