import { beginAsAccounts } from '../database/scope.server.ts'
import { municipalDay } from '../rights/day.ts'
import type { User } from '../users.ts'
import { findAccount } from './accounts-store.server.ts'
import { type AccountDesk, type Asker, findPlaces } from './desk.server.ts'
import { inAccountChange, writeHolder } from './holders.service.server.ts'
import { findAccountHolder, findPlacesOfAccount, findWaitingPlaces } from './holders-store.server.ts'
import { noteSecurityEvent } from './security-log.server.ts'

/** Who answers an invitation to work in one more municipality. */
type Invited = { accountId: string; asker: Asker }

/** Municipalities that have invited an account which has not answered yet. */
export const findInvitations = (desk: AccountDesk, accountId: string) =>
  findPlaces(desk, accountId, (tx) => findWaitingPlaces(tx, accountId))

/**
 * Answers an invitation: who accepts works there from now on under the name of the account, who declines does not. One
 * that was taken back or answered meanwhile stays as it is.
 *
 * @returns whether there was one to answer
 */
export async function answerInvitation(
  desk: AccountDesk,
  { accountId, asker }: Invited,
  { municipalityId, accepts }: { municipalityId: string; accepts: boolean },
): Promise<boolean> {
  const account = await beginAsAccounts(desk.db, (tx) => findAccount(tx, accountId))
  const holder = await findPlaces(desk, accountId, (tx) => findAccountHolder(tx, municipalityId, accountId))
  if (!account || !holder || holder.isAccepted || holder.endedOn !== null) return false
  const { name, language } = account
  const answered = accepts
    ? { ...holder, name, language, isAccepted: true }
    : { ...holder, endedOn: municipalDay() }
  const action = accepts ? 'account.joined' : 'account.declined'
  // Nobody needs a right to answer what they are asked; the journal names who did.
  const writer: User = {
    id: accountId,
    kind: 'member',
    grants: [{ capabilities: ['platform.account.edit'], scope: { kind: 'municipality', municipalityId } }],
  }
  await inAccountChange(desk.db, writer, { municipalityId, action, subject: accountId }, (tx, change) =>
    writeHolder(tx, change, answered),
  )
  if (accepts) await noteSecurityEvent(desk, { kind: 'accepted', accountId, asker, municipalityId })
  return true
}

/**
 * Takes what an account that works nowhere was invited to as accepted: its owner has opened the letter. Who works
 * somewhere says so for each municipality.
 */
export async function joinByLetter(desk: AccountDesk, { accountId, asker }: Invited) {
  const works = await findPlaces(desk, accountId, (tx) => findPlacesOfAccount(tx, accountId))
  if (works.length > 0) return
  for (const municipalityId of await findInvitations(desk, accountId))
    await answerInvitation(desk, { accountId, asker }, { municipalityId, accepts: true })
}
