import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import type { User } from '#platform/users.ts'
import type { CallForm, DataCall } from '../model.ts'
import { type AudienceWords, audienceOn } from './audience-on.ts'
import { findCall } from './call-store.server.ts'
import { problemsOfOpening } from './opening.ts'
import { findPreparedForm } from './prepared-store.server.ts'
import { type Held, readHeld } from './read-held.server.ts'
import { readPlaces } from './read-places.server.ts'

/** Everything that one looks at before a call is opened. */
export type Opening = {
  call: DataCall
  form: CallForm
  audience: AudienceWords
  held: readonly Held[]
  problems: readonly Complaint[]
}

/** Accounts that may accept what is handed in, asked by the process itself. */
export const findAcceptors = async (db: Database, municipalityId: string): Promise<ReadonlySet<string>> =>
  new Set(await findAccountsWith(db, municipalityId, 'collection.accept'))

/** What a call would ask and of whom if it opened now, and why it cannot; undefined where there is no such call. */
export async function readOpening(
  tx: DatabaseTransaction,
  user: User,
  {
    municipalityId,
    key,
    mayAccept,
    now,
  }: { municipalityId: string; key: string; mayAccept: ReadonlySet<string>; now: Date },
): Promise<Opening | undefined> {
  const call = await findCall(tx, municipalityId, key)
  if (!call) return undefined
  const form = await findPreparedForm(tx, municipalityId, call)
  const audience = audienceOn(await readPlaces(tx, municipalityId), call, now)
  const institutionIds = audience.today.asked.map(({ institution }) => institution.id)
  const held = await readHeld(tx, user, { municipalityId, call, form, institutionIds, now })
  const { unknown } = audience.today
  const problems = problemsOfOpening({ call, form, asked: institutionIds.length, unknown, mayAccept, now })
  return { call, form, audience, held, problems }
}
