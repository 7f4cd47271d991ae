import { writeAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { operator, type User } from '../users.ts'
import './tables.server.ts'

/** What is typed, by the names of fields; those that begin with `_` are the form's own. */
export type Typed = Readonly<Record<string, string>>

export type Draft = { fields: Typed; at: Date }

/** Whose draft of which form: the address is that of the form, in its Latvian form. */
export type DraftPlace = { municipalityId: string; address: string }

/** So long a draft waits. */
const DRAFT_DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000

/** What the reader has typed into a form and not saved; undefined without any. */
export async function findDraft(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, address }: DraftPlace,
): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('platform.draft')
    .select(['fields', 'at'])
    .where('municipality_id', '=', municipalityId)
    .where('account_id', '=', user.id)
    .where('address', '=', address)
    .executeTakeFirst()
  return row && { fields: row.fields as Typed, at: row.at }
}

/** Keeps what somebody has typed into a form in place of what they had typed into it before. */
export function keepDraft(
  db: Database,
  user: User,
  { municipalityId, address }: DraftPlace,
  typed: Typed,
): Promise<unknown> {
  const fields = JSON.stringify(withoutSteps(typed))
  const row = { municipality_id: municipalityId, account_id: user.id, address, fields, at: new Date() }
  return writeAs(
    db,
    user,
    (tx) =>
      tx
        .insertInto('platform.draft')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['municipality_id', 'account_id', 'address']).doUpdateSet({ fields, at: row.at }),
        )
        .execute(),
    { municipalityId, capabilities: [] },
  )
}

/** Forgets a draft: it was saved, or its writer does not want it. */
export function forgetDraft(db: Database, user: User, { municipalityId, address }: DraftPlace) {
  return writeAs(
    db,
    user,
    (tx) =>
      tx
        .deleteFrom('platform.draft')
        .where('municipality_id', '=', municipalityId)
        .where('account_id', '=', user.id)
        .where('address', '=', address)
        .execute(),
    { municipalityId, capabilities: [] },
  )
}

/** Erases drafts that nobody has taken up for a quarter of a year. */
export function forgetOldDrafts(db: Database, now: Date) {
  const until = new Date(now.getTime() - DRAFT_DAYS * DAY_MS)
  return writeAs(db, operator(), (tx) => tx.deleteFrom('platform.draft').where('at', '<', until).execute(), {
    capabilities: ['platform.draft.erase'],
  })
}

/** Which button was pressed is no part of what was typed. */
const withoutSteps = ({ _do, _address, ...typed }: Typed): Typed => typed
