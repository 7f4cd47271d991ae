import type { z } from 'zod'
import type { Database } from '#platform/database/types.server.ts'
import type { Complaints, Meanwhile } from '#platform/forms/form.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { User } from '#platform/users.ts'
import { connectAccount } from './connect.service.server.ts'
import { ROLE_OF_CHARGE, ROLE_OF_JOB } from './derived-grants.ts'
import { endAssignment, endPost } from './end.service.server.ts'
import { movePerson } from './move.service.server.ts'
import { givesOwnRights } from './own-rights.ts'
import type { ChargeForm, EndForm, MoveForm, PostForm } from './person-form.ts'
import { assign, employ } from './service.server.ts'

/** The person that something is done about, where they belong now, and who does it. */
export type Doing = {
  db: Database
  user: User
  municipalityId: string
  person: { id: string; accountId: string | null; institutionId: string | null }
}

const OWN = { '': [{ reason: 'people.form.ownRights' }] } as const
const LATER = { until: [{ reason: 'people.form.until.early' }] } as const
const isBackwards = (from: string, until: string | undefined) => until !== undefined && until <= from

/** Notes what the person works as. @returns what is wrong with it; nothing when it is done */
export async function addPost(
  { db, user, municipalityId, person }: Doing,
  { institution, job, from, until }: z.infer<typeof PostForm>,
): Promise<Complaints | undefined> {
  if (isBackwards(from, until)) return LATER
  const place = { municipalityId, institutionId: institution }
  if (givesOwnRights(user, person.accountId, ROLE_OF_JOB[job], place)) return OWN
  await employ(db, user, {
    municipalityId,
    institutionId: institution,
    personId: person.id,
    accountId: person.accountId,
    job,
    validFrom: from,
    validTo: until ?? null,
  })
  return undefined
}

/** Charges the person with a class or group of an institution. @returns what is wrong with it */
export async function addCharge(
  { db, user, municipalityId, person }: Doing,
  { charge, group, from, until }: z.infer<typeof ChargeForm>,
  institutionId: string,
): Promise<Complaints | undefined> {
  if (isBackwards(from, until)) return LATER
  const place = { municipalityId, institutionId, groupId: group }
  if (givesOwnRights(user, person.accountId, ROLE_OF_CHARGE[charge], place)) return OWN
  await assign(db, user, {
    municipalityId,
    institutionId,
    holderId: person.id,
    accountId: person.accountId,
    kind: charge,
    groupId: group,
    personId: null,
    validFrom: from,
    validTo: until ?? null,
  })
  return undefined
}

/** Ends a post or a charge on a day. @returns what is wrong with it */
export async function endWork(
  { db, user, municipalityId }: Doing,
  what: 'post' | 'charge',
  institutionId: string,
  { id, on }: z.infer<typeof EndForm>,
): Promise<Complaints | undefined> {
  const keeper = { municipalityId, institutionId }
  const end = what === 'post' ? endPost : endAssignment
  const isEnded = await end(db, user, keeper, id, on)
  return isEnded ? undefined : { on: [{ reason: 'people.form.ended' }] }
}

/** Moves the person to another institution on a day. @returns what is wrong with it */
export async function moveAway(
  { db, user, municipalityId, person }: Doing,
  secrets: Secrets,
  { institution, group, on, reason }: z.infer<typeof MoveForm>,
): Promise<Complaints | undefined> {
  const to = { institutionId: institution, groupId: group ?? null }
  const isMoved = await movePerson(db, secrets, user, { municipalityId, personId: person.id, to, on, reason })
  return isMoved ? undefined : { institution: [{ reason: 'people.form.alreadyThere' }] }
}

/**
 * Makes an account the person's, or takes theirs away.
 *
 * @param seen how often what is known of the person had been written when the form was drawn
 * @returns what is wrong with it, or what somebody else has written meanwhile
 */
export async function connect(
  { db, user, municipalityId, person }: Doing,
  accountId: string | null,
  seen: number,
): Promise<{ wrong: Complaints } | { meanwhile: Meanwhile } | undefined> {
  if (person.institutionId === null) return undefined
  const keeper = { municipalityId, institutionId: person.institutionId }
  const found = await connectAccount(db, user, keeper, { personId: person.id, seen, accountId })
  if (!found) return undefined
  if ('problem' in found) return { wrong: { account: [{ reason: found.problem }] } }
  return { meanwhile: { version: found.meanwhile.version, saved: {} } }
}
