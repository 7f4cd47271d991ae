import { v7 as uuidv7 } from 'uuid'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { findUserAnd } from '#platform/rights/grants.server.ts'
import { demandPersonsAllowed } from '#platform/rights/persons.server.ts'
import { pseudonymOf, type Secrets } from '#platform/secrets.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { derivedGrants } from './derived-grants.ts'
import type { AssignmentKind, GroupKind, Job, PersonKind, Validity } from './model.ts'
import { findAssignments, findPosts } from './store.server.ts'

/** The institution that keeps what is written. */
export type Keeper = { municipalityId: string; institutionId: string }

/** Writes about the persons of one institution, where the user may and persons may be kept at all. */
export function inPeopleChange<Result>(
  db: Database,
  user: User,
  { municipalityId, institutionId }: Keeper,
  { action, subject }: Pick<Intent, 'action' | 'subject'>,
  work: (tx: Parameters<typeof revise>[0], change: Change) => Promise<Result>,
) {
  demand(user, 'people.edit', { municipalityId, institutionId })
  const what = { stream: 'people', origin: 'form', action, subject, isPublic: false } as const
  return inChange(db, user, { ...what, municipalityId, at: new Date() }, work, { municipalityId })
}

export type PersonEntry = Keeper & {
  kind: PersonKind
  groupId: string | null
  givenName: string
  familyName: string
  /** Personal code; kept only as a pseudonym. Without one the person cannot be recognised elsewhere. */
  nationalId: string | null
  accountId: string | null
  /** The person does not exist and serves to try things out. */
  isInvented: boolean
}

/**
 * Registers a person of an institution: who they are to others, and a pseudonym in place of identifiers.
 *
 * @returns the person's id, or that the municipality knows the person already
 */
export async function registerPerson(
  db: Database,
  secrets: Secrets,
  user: User,
  entry: PersonEntry,
): Promise<{ personId: string } | { problem: 'people.person.known' }> {
  demandPersonsAllowed(db, entry)
  const personId = uuidv7()
  const place = { person_id: personId, institution_id: entry.institutionId, group_id: entry.groupId }
  const pseudonym = pseudonymOf(secrets, entry.nationalId ?? personId)
  const row = { ...place, kind: entry.kind, pseudonym, account_id: entry.accountId }
  const name = { ...place, given_name: entry.givenName, family_name: entry.familyName }
  const what = { action: 'person.registered', subject: personId }
  try {
    await inPeopleChange(db, user, entry, what, async (tx, change) => {
      await revise(tx, change, { table: 'people.person', key: ['person_id'] }, [row])
      await revise(tx, change, { table: 'identity.name', key: ['person_id'] }, [name])
    })
  } catch (error) {
    // The person may belong to another institution, whose rows the user does not see.
    if (isTaken(error)) return { problem: 'people.person.known' }
    throw error
  }
  return { personId }
}

/** Whether the database knows such a row already, be it out of the writer’s sight. */
export const isTaken = (error: unknown) => (error as { code?: string }).code === '23505'

export type GroupEntry = Keeper & Validity & { kind: GroupKind; name: string; grade: number | null }

/** Opens a class or another group of an institution. Answers its id. */
export async function openGroup(db: Database, user: User, entry: GroupEntry): Promise<string> {
  const groupId = uuidv7()
  const { institutionId, kind, name, grade, validFrom, validTo } = entry
  const row = {
    group_id: groupId,
    institution_id: institutionId,
    kind,
    name,
    grade,
    ...dates({ validFrom, validTo }),
  }
  const what = { action: 'group.opened', subject: groupId }
  await inPeopleChange(db, user, entry, what, (tx, change) =>
    revise(tx, change, { table: 'people.learner_group', key: ['group_id'] }, [row]),
  )
  return groupId
}

export type PostEntry = Keeper & Validity & { personId: string; accountId: string | null; job: Job }

/** Notes what somebody works as; rights over the institution follow from it. Answers the post's id. */
export async function employ(db: Database, user: User, entry: PostEntry): Promise<string> {
  const id = uuidv7()
  const { institutionId, personId, accountId, job } = entry
  const row = {
    id,
    person_id: personId,
    account_id: accountId,
    institution_id: institutionId,
    job,
    ...dates(entry),
  }
  const what = { action: 'post.begun', subject: personId }
  await inPeopleChange(db, user, entry, what, (tx, change) =>
    revise(tx, change, { table: 'people.post', key: ['id'], hasId: true }, [row]),
  )
  return id
}

export type AssignmentEntry = Keeper &
  Validity & {
    holderId: string
    accountId: string | null
    kind: AssignmentKind
    groupId: string | null
    personId: string | null
  }

/** Charges somebody with a group or a person of the institution; rights follow from it. Answers its id. */
export async function assign(db: Database, user: User, entry: AssignmentEntry): Promise<string> {
  const id = uuidv7()
  const row = {
    id,
    holder_id: entry.holderId,
    account_id: entry.accountId,
    kind: entry.kind,
    institution_id: entry.institutionId,
    group_id: entry.groupId,
    person_id: entry.personId,
    ...dates(entry),
  }
  const what = { action: 'assignment.begun', subject: entry.holderId }
  await inPeopleChange(db, user, entry, what, (tx, change) =>
    revise(tx, change, { table: 'people.assignment', key: ['id'], hasId: true }, [row]),
  )
  return id
}

const dates = ({ validFrom, validTo }: Validity) => ({ valid_from: validFrom, valid_to: validTo })

/** The user behind an account: with the roles it was given, and those that follow from work and charges. */
export const findUserWithWork = async (db: Database, accountId: string): Promise<User> =>
  (await findUserWithWorkAnd(db, accountId, async () => undefined)).user

/** The same with more that is read in the account's own name, in one transaction. */
export async function findUserWithWorkAnd<More>(
  db: Database,
  accountId: string,
  readMore: (tx: DatabaseTransaction) => Promise<More>,
): Promise<{ user: User; more: More }> {
  const { user, more } = await findUserAnd(db, accountId, async (tx) => ({
    derived: derivedGrants(await findPosts(tx, accountId), await findAssignments(tx, accountId)),
    asked: await readMore(tx),
  }))
  return { user: { ...user, grants: [...user.grants, ...more.derived] }, more: more.asked }
}
