import { readAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import type { Language } from '../texts/text.ts'
import type { User } from '../users.ts'
import { type Change, type Intent, inChange } from '../write/change.server.ts'
import { revise } from '../write/revise.server.ts'
import { type AccountHolder, findAccountHolder, findPlacesOfAccount } from './holders-store.server.ts'

type Tx = Parameters<typeof revise>[0]

/** Writes about an account in the journal of a municipality, in the name of whoever does it. */
export function inAccountChange<Result>(
  db: Database,
  user: User,
  {
    municipalityId,
    action,
    subject,
    why,
  }: Pick<Intent, 'municipalityId' | 'action' | 'subject'> & { why?: string },
  work: (tx: Tx, change: Change) => Promise<Result>,
) {
  const what = { stream: 'grants', origin: 'form', isPublic: false } as const
  const intent = { ...what, municipalityId, action, subject, ...(why ? { why } : {}), at: new Date() }
  return inChange(db, user, intent, work)
}

/** Brings what a municipality knows of an account to what is said. */
export const writeHolder = (tx: Tx, change: Change, holder: AccountHolder) =>
  revise(tx, change, { table: 'platform.account_holder', key: ['account_id'] }, [
    {
      account_id: holder.accountId,
      name: holder.name,
      language: holder.language,
      ended_on: holder.endedOn,
      is_accepted: holder.isAccepted,
    },
  ])

/** Brings the address that a municipality knows of an account to what is said. */
export const writeAddress = (tx: Tx, change: Change, accountId: string, email: string) =>
  revise(tx, change, { table: 'platform.account_address', key: ['account_id'] }, [
    { account_id: accountId, email },
  ])

/** A person's own change of name and language, in every municipality in which the account works. */
export async function changeHolders(
  db: Database,
  accountId: string,
  values: { name: string; language: Language },
) {
  const own: User = { id: accountId, kind: 'member', grants: [] }
  for (const municipalityId of await readAs(db, own, (tx) => findPlacesOfAccount(tx, accountId))) {
    const holder = await readAs(db, own, (tx) => findAccountHolder(tx, municipalityId, accountId))
    if (!holder) continue
    // Nobody needs a right to be called by one's own name; the journal names who did it.
    const writer: User = {
      ...own,
      grants: [{ capabilities: ['platform.account.edit'], scope: { kind: 'municipality', municipalityId } }],
    }
    const what = { municipalityId, action: 'account.renamed', subject: accountId }
    await inAccountChange(db, writer, what, (tx, change) => writeHolder(tx, change, { ...holder, ...values }))
  }
}
