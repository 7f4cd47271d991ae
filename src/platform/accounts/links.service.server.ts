import { beginAsAccounts } from '../database/scope.server.ts'
import { addressIn } from '../language.ts'
import { logError } from '../log.server.ts'
import { findAccountByEmail, plainEmail, setPassword } from './accounts-store.server.ts'
import type { AccountDesk, Asker } from './desk.server.ts'
import { joinByLetter } from './joining.service.server.ts'
import { findLink, insertLink, type LinkKind, takeLink } from './links-store.server.ts'
import { type PasswordProblem, passwordProblem } from './password-rules.ts'
import { hashPassword } from './passwords.server.ts'
import { noteSecurityEvent } from './security-log.server.ts'
import { endSessions } from './sessions-store.server.ts'
import { enterTry, triersOf } from './sign-in.service.server.ts'

/** Parameter of the pages that links in letters lead to. */
export const LINK_PARAMETER = 'kods'
const PAGE_OF: Readonly<Record<LinkKind, string>> = {
  invitation: '/pieslegties/uzaicinajums',
  reset: '/pieslegties/jauna-parole',
}

/** Where a link leads, in the language of whoever gets it. */
export const linkAddress = (desk: AccountDesk, kind: LinkKind, token: string, language: 'lv' | 'en') =>
  `${desk.origin}${language === 'en' ? '/en' : ''}${PAGE_OF[kind]}?${LINK_PARAMETER}=${token}`

type Recipient = { name: string; email: string; language: 'lv' | 'en' }

/** A link, and whether the letter with it could be handed over. */
export type MailedLink = { link: string; isSent: boolean }

/** Makes a link for an account, and sends it. */
export async function mailLink(
  desk: AccountDesk,
  account: Recipient & { id: string },
  kind: LinkKind,
  letter: 'invitation' | 'reset' | 'recovered',
): Promise<MailedLink> {
  const { id, language } = account
  const token = await beginAsAccounts(desk.db, (tx) => insertLink(tx, id, kind, new Date()))
  return postLink(desk, account, letter, linkAddress(desk, kind, token, language))
}

/** Asks somebody who has a password to sign in and to say whether they work in one more municipality. The address is no secret. */
export async function mailJoining(desk: AccountDesk, account: Recipient): Promise<{ isSent: boolean }> {
  const page = `${desk.origin}${addressIn(account.language, '/darbs/konts')}`
  const { isSent } = await postLink(desk, account, 'joining', page)
  return { isSent }
}

async function postLink(
  desk: AccountDesk,
  { name, email, language }: Recipient,
  letter: 'invitation' | 'joining' | 'reset' | 'recovered',
  link: string,
): Promise<MailedLink> {
  const words = desk.write({ kind: letter, language, name, link })
  try {
    await desk.post({ to: { name, address: email }, kind: `accounts.${letter}`, ...words })
    return { link, isSent: true }
  } catch (error) {
    logError('A letter about an account could not be sent', error)
    return { link, isSent: false }
  }
}

/** Whose link it is; undefined when it was used, replaced or is too old. */
export const readLink = (desk: AccountDesk, token: string) =>
  beginAsAccounts(desk.db, (tx) => findLink(tx, token, new Date()))

/**
 * Uses a link: keeps the password chosen and ends every session of the account.
 *
 * @returns what is wrong with the password, or that the link cannot be used
 */
export async function choosePassword(
  desk: AccountDesk,
  asker: Asker,
  { token, password }: { token: string; password: string },
): Promise<{ problem: PasswordProblem | 'gone' } | { done: LinkKind }> {
  const link = await readLink(desk, token)
  if (!link) return { problem: 'gone' }
  const problem = passwordProblem(password, [link.name, link.email, 'izaugsme'])
  if (problem) return { problem }
  const kept = await hashPassword(password)
  const isTaken = await beginAsAccounts(desk.db, async (tx) => {
    if (!(await takeLink(tx, token))) return false
    await setPassword(tx, link.accountId, kept)
    await endSessions(tx, link.accountId)
    return true
  })
  if (!isTaken) return { problem: 'gone' }
  if (link.kind === 'invitation') await joinByLetter(desk, { accountId: link.accountId, asker })
  const kind = link.kind === 'invitation' ? 'accepted' : 'resetDone'
  await noteSecurityEvent(desk, { kind, accountId: link.accountId, asker })
  return { done: link.kind }
}

/**
 * Asks for a new password. What comes of it is told to nobody but the owner of the address, and takes no time
 * that would tell.
 *
 * @returns seconds to wait when it is one too many, and what to wait for until the letter is sent
 */
export async function askForReset(desk: AccountDesk, asker: Asker, email: string) {
  const address = triersOf(desk, asker, `reset ${email}`)
  const seconds = await enterTry(desk, address)
  if (seconds > 0) return { seconds, sent: Promise.resolve() }
  const sent = sendReset(desk, asker, email).catch((error: unknown) => {
    logError('A letter with a new password could not be sent', error)
  })
  return { seconds: 0, sent }
}

async function sendReset(desk: AccountDesk, asker: Asker, email: string) {
  const account = await beginAsAccounts(desk.db, (tx) => findAccountByEmail(tx, email))
  const isKnown = account !== undefined && !account.isEnded && !account.isDemo
  await noteSecurityEvent(desk, {
    kind: 'resetAsked',
    accountId: account?.id,
    tried: plainEmail(email),
    asker,
  })
  if (isKnown) await mailLink(desk, account, 'reset', 'reset')
}
