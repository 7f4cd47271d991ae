import { beginAsAccounts, readAs } from '../database/scope.server.ts'
import { refuse } from '../refuse.ts'
import { municipalDay } from '../rights/day.ts'
import { endGrantsOf } from '../rights/end-grants.server.ts'
import { placeOf } from '../rights/place-of.server.ts'
import type { Language } from '../texts/text.ts'
import { demand, type User } from '../users.ts'
import {
  findAccount,
  findAccountByEmail,
  findStates,
  insertAccount,
  plainEmail,
  removeCodes,
  removeCredentials,
  setEnded,
} from './accounts-store.server.ts'
import type { AccountDesk, Asker } from './desk.server.ts'
import { inAccountChange, writeAddress, writeHolder } from './holders.service.server.ts'
import {
  type AccountHolder,
  findAccountAddresses,
  findAccountHolder,
  findAccountHolders,
} from './holders-store.server.ts'
import { type MailedLink, mailJoining, mailLink } from './links.service.server.ts'
import { noteSecurityEvent } from './security-log.server.ts'
import { endSessions } from './sessions-store.server.ts'
import { demandWholeAccount, findOtherPlaces } from './whole-account.service.server.ts'

export type ListedAccount = AccountHolder & {
  email: string
  state: 'invited' | 'active' | 'ended'
  /** Null while who has an account elsewhere has not agreed: nothing of them is known here. */
  hasCodes: boolean | null
}

/** Everybody with an account in a municipality, and whether they can sign in. */
export async function listAccounts(
  desk: AccountDesk,
  user: User,
  municipalityId: string,
): Promise<ListedAccount[]> {
  demand(user, 'platform.account.read', placeOf(municipalityId))
  const { holders, addresses } = await readAs(desk.db, user, async (tx) => ({
    holders: await findAccountHolders(tx, municipalityId),
    addresses: await findAccountAddresses(tx, municipalityId),
  }))
  const states = await beginAsAccounts(desk.db, (tx) =>
    findStates(
      tx,
      holders.map(({ accountId }) => accountId),
    ),
  )
  return holders.map((holder) => {
    const state = states.get(holder.accountId)
    const isActive = state?.isActive && holder.isAccepted ? 'active' : 'invited'
    return {
      ...holder,
      email: addresses.get(holder.accountId) ?? '',
      state: holder.endedOn === null ? isActive : 'ended',
      hasCodes: holder.isAccepted ? (state?.hasCodes ?? false) : null,
    }
  })
}

/** One of them. @throws Refused (404) where there is none */
export async function getAccount(desk: AccountDesk, user: User, municipalityId: string, accountId: string) {
  const accounts = await listAccounts(desk, user, municipalityId)
  return accounts.find((one) => one.accountId === accountId) ?? refuse(404, 'platform.refused.absent')
}

/** Who does something to others' accounts, and from where; undefined at the command line. */
export type Administrator = { user: User; asker: Asker | undefined }
export type Invitation = { municipalityId: string; name: string; email: string; language: Language }

/**
 * Gives somebody an account in a municipality and sends a letter by which to choose a password. Who has an
 * account elsewhere keeps it, is asked by a letter to agree, and works here once they have; until then nothing is shown
 * here but what was typed.
 *
 * @returns the account's id and the link that was sent; or that the person has an account here
 */
export async function invite(
  desk: AccountDesk,
  { user, asker }: Administrator,
  { municipalityId, name, email, language }: Invitation,
): Promise<({ accountId: string } & Partial<MailedLink>) | { problem: 'known' }> {
  demand(user, 'platform.account.edit', placeOf(municipalityId))
  const known = await beginAsAccounts(desk.db, (tx) => findAccountByEmail(tx, email))
  const here = known && (await readAs(desk.db, user, (tx) => findAccountHolder(tx, municipalityId, known.id)))
  if (here && here.endedOn === null) return { problem: 'known' }
  const accountId =
    known?.id ?? (await beginAsAccounts(desk.db, (tx) => insertAccount(tx, { name, email, language })))
  const holder = { accountId, name, language, endedOn: null, isAccepted: known === undefined }
  const what = { municipalityId, action: 'account.invited', subject: accountId }
  await inAccountChange(desk.db, user, what, async (tx, change) => {
    await writeHolder(tx, change, holder)
    await writeAddress(tx, change, accountId, plainEmail(email))
  })
  await noteSecurityEvent(desk, { kind: 'invited', accountId, actor: user.id, asker, municipalityId })
  return { accountId, ...(await sendInvitation(desk, accountId)) }
}

async function sendInvitation(desk: AccountDesk, accountId: string) {
  const { account, isActive } = await beginAsAccounts(desk.db, async (tx) => {
    const found = await findAccount(tx, accountId)
    if (found?.isEnded) await setEnded(tx, accountId, null)
    const state = (await findStates(tx, [accountId])).get(accountId)
    return { account: found, isActive: state?.isActive ?? false }
  })
  if (!account) return undefined
  return isActive ? mailJoining(desk, account) : mailLink(desk, account, 'invitation', 'invitation')
}

/** Sends an invitation again; the link sent before no longer works. Answers the link. */
export async function inviteAgain(
  desk: AccountDesk,
  { user, asker }: Administrator,
  municipalityId: string,
  accountId: string,
) {
  demand(user, 'platform.account.edit', placeOf(municipalityId))
  const account = await getAccount(desk, user, municipalityId, accountId)
  if (account.state !== 'invited') refuse(404, 'platform.refused.absent')
  await noteSecurityEvent(desk, { kind: 'invited', accountId, actor: user.id, asker, municipalityId })
  return sendInvitation(desk, accountId)
}

/**
 * Helps somebody who has lost password or second factor: both are taken away, every session ends, and a letter
 * goes to the account's own address. Nobody does so for oneself, nor for who works also where the user administers
 * nothing.
 *
 * @returns the link that was sent
 */
export async function recover(
  desk: AccountDesk,
  { user, asker }: Administrator,
  { municipalityId, accountId, why }: { municipalityId: string; accountId: string; why: string },
) {
  demand(user, 'platform.account.edit', placeOf(municipalityId))
  if (user.id === accountId) refuse(403, 'platform.refused.ownAccount')
  const { state } = await getAccount(desk, user, municipalityId, accountId)
  if (state === 'ended') refuse(404, 'platform.refused.absent')
  await demandWholeAccount(desk, user, { accountId, municipalityId })
  const what = { municipalityId, action: 'account.recovered', subject: accountId, why }
  await inAccountChange(desk.db, user, what, async (_, change) => {
    change.counts.changed += 1
  })
  const account = await beginAsAccounts(desk.db, async (tx) => {
    await removeCodes(tx, accountId)
    await removeCredentials(tx, accountId)
    await endSessions(tx, accountId)
    return findAccount(tx, accountId)
  })
  await desk.endAddresses(accountId)
  await noteSecurityEvent(desk, { kind: 'recovered', accountId, actor: user.id, asker })
  return account && mailLink(desk, account, 'reset', 'recovered')
}

/**
 * Ends an account in a municipality, and every grant there. Where it was the last place, its sessions end at once and
 * nobody gets in any more; who works elsewhere goes on there.
 */
export async function endAccount(
  desk: AccountDesk,
  { user, asker }: Administrator,
  { municipalityId, accountId, why }: { municipalityId: string; accountId: string; why: string },
) {
  demand(user, 'platform.account.edit', placeOf(municipalityId))
  if (user.id === accountId) refuse(403, 'platform.refused.ownAccount')
  const account = await getAccount(desk, user, municipalityId, accountId)
  if (account.state === 'ended') return
  const what = { municipalityId, action: 'account.ended', subject: accountId, why }
  const ended = { ...account, endedOn: municipalDay() }
  await inAccountChange(desk.db, user, what, (tx, change) => writeHolder(tx, change, ended))
  const left = await findOtherPlaces(desk, accountId, municipalityId)
  if (left.length === 0) await shutAccount(desk, accountId)
  await noteSecurityEvent(desk, { kind: 'ended', accountId, actor: user.id, asker, municipalityId })
  await endGrantsOf(desk.db, user, municipalityId, accountId)
}

/** Nobody gets in any more: no session, no password, no codes, no address that works without signing in. */
async function shutAccount(desk: AccountDesk, accountId: string) {
  await beginAsAccounts(desk.db, async (tx) => {
    await endSessions(tx, accountId)
    await setEnded(tx, accountId, new Date())
    await removeCredentials(tx, accountId)
    await removeCodes(tx, accountId)
  })
  await desk.endAddresses(accountId)
}
