import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { ableToEndLent } from '#platform/rights/delegate.server.ts'
import { openPersons } from '#platform/rights/open-persons.server.ts'
import type { Secrets } from '#platform/secrets.ts'
import { demand, type Grant, theProgram, type User } from '#platform/users.ts'
import { beginChange, finishChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { RevisedRow } from '#platform/write/revised-tables.ts'
import { endCharges, endedOn, endPosts } from './end-rows.server.ts'
import { type Belonging, handOver } from './hand-over.server.ts'
import { endGivenThere } from './leave.server.ts'
import {
  findBelonging,
  findChargesLeft,
  findEnrolments,
  findMovesDue,
  findPostsAt,
} from './move-store.server.ts'

/** A person goes to another institution. */
export type Move = {
  municipalityId: string
  personId: string
  /** Institution that the person goes to, and the class or group there. */
  to: Belonging
  /** first day there, `YYYY-MM-DD` */
  on: string
  /** Why, in the words of whoever moves them: the record kept of the person is opened and goes along. */
  reason: string
}

const WRITTEN = { stream: 'people', origin: 'form', isPublic: false } as const
const ENROLMENT = { table: 'people.enrolment', key: ['person_id', 'group_id', 'valid_from'] } as const
const MOVE = { table: 'people.move', key: ['id'], hasId: true } as const

/**
 * Moves a person: on that day their enrolments, posts and charges at the institution end, and with them whatever rights
 * followed, and whatever was given over that institution; and what is kept of the person belongs to the new institution, so that the old one sees it no more. A day
 * that is still to come is noted, and `settleMoves` hands over when it has come.
 *
 * @returns false when there is no such person in reach, or they belong there already
 * @throws a refusal where the user does not keep the people of both institutions
 */
export async function movePerson(
  db: Database,
  secrets: Secrets,
  user: User,
  move: Move,
  at: Date = new Date(),
): Promise<boolean> {
  const { municipalityId, personId, to, on, reason } = move
  const person = await readAs(db, user, (tx) => findBelonging(tx, municipalityId, personId))
  if (!person) return false
  const left = person.institution_id
  for (const institutionId of [left, to.institutionId])
    if (institutionId !== null) demand(user, 'people.edit', { municipalityId, institutionId })
  if (left === to.institutionId && person.group_id === to.groupId) return false
  const isDue = on <= municipalDay(at)
  const opening = { municipalityId, persons: [personId], capability: 'people.edit', reason } as const
  const able = ableToMove(user, municipalityId, [left, to.institutionId])
  await openPersons(
    db,
    able,
    opening,
    async (tx) => {
      const what = { ...WRITTEN, action: 'person.moved', municipalityId, subject: personId, why: reason }
      const change = await beginChange(tx, user, { ...what, at: new Date() })
      const enrolments = await findEnrolments(tx, municipalityId, personId, on)
      const ended = enrolments.map((row) => endedOn(row, on))
      await revise(tx, change, ENROLMENT, ended)
      if (left !== null && left !== to.institutionId) {
        const keeper = { municipalityId, institutionId: left }
        await endPosts(tx, change, await findPostsAt(tx, keeper, personId, on), on)
        await endCharges(tx, change, await findChargesLeft(tx, keeper, personId, on), on)
        await endGivenThere(tx, change, { accountId: person.account_id, institutionId: left, on })
      }
      const place = { person_id: personId, institution_id: to.institutionId }
      const { groupId } = to
      if (groupId !== null) {
        await revise(tx, change, ENROLMENT, [{ ...place, group_id: groupId, valid_from: on, valid_to: null }])
      }
      const settled_on = isDue ? municipalDay(at) : null
      await revise(tx, change, MOVE, [
        { id: uuidv7(), ...place, group_id: groupId, valid_from: on, settled_on },
      ])
      if (isDue) await handOver(tx, change, secrets, personId, to)
      await finishChange(tx, change)
    },
    'writing',
  )
  return true
}

/**
 * Hands over what is kept of everybody whose day of moving has come, in the program's own name. Doing it twice does it
 * once.
 *
 * @returns how many were handed over
 */
export async function settleMoves(
  db: Database,
  secrets: Secrets,
  municipalityIds: readonly string[],
  at: Date,
): Promise<number> {
  if (municipalityIds.length === 0) return 0
  const today = municipalDay(at)
  const everywhere = mover(...municipalityIds)
  const due = await readAs(db, everywhere, (tx) => findMovesDue(tx, municipalityIds, today))
  for (const { municipality_id, ...move } of due)
    await settle(db, secrets, municipality_id, { ...move, settled_on: today })
  return due.length
}

async function settle(
  db: Database,
  secrets: Secrets,
  municipalityId: string,
  move: RevisedRow<'people.move'> & { id: string },
) {
  const user = mover(municipalityId)
  const { person_id, institution_id, group_id } = move
  const person = await readAs(db, user, (tx) => findBelonging(tx, municipalityId, person_id))
  const able = ableToMove(user, municipalityId, [person?.institution_id ?? null, institution_id])
  const opening = {
    municipalityId,
    persons: [person_id],
    capability: 'people.edit',
    reason: SETTLING,
  } as const
  const work = async (tx: DatabaseTransaction) => {
    const what = { ...WRITTEN, action: 'move.settled', municipalityId, subject: person_id } as const
    const change = await beginChange(tx, able, { ...what, origin: 'computation', at: new Date() })
    await revise(tx, change, MOVE, [move])
    const left = person?.institution_id ?? null
    // Given since the move was noted.
    if (person && left !== null && left !== institution_id)
      await endGivenThere(tx, change, {
        accountId: person.account_id,
        institutionId: left,
        on: move.valid_from,
      })
    await handOver(tx, change, secrets, person_id, { institutionId: institution_id, groupId: group_id })
    await finishChange(tx, change)
  }
  await openPersons(db, able, opening, work, 'writing')
}

/** Readings are kept with their reason, which whoever reads the journal reads. */
const SETTLING = 'pāreja uz citu iestādi'

const mover = (...municipalityIds: readonly string[]): User =>
  theProgram(
    municipalityIds.map((municipalityId) => ({
      capabilities: ['people.read', 'people.edit'],
      scope: { kind: 'municipality', municipalityId },
    })),
  )

/** Who moves somebody also ends what was lent from rights that end, and hands the record over unread. */
function ableToMove(user: User, municipalityId: string, institutions: readonly (string | null)[]): User {
  const able = ableToEndLent(user, municipalityId)
  const records = institutions.flatMap((id): Grant[] => {
    if (id === null) return []
    const scope = { kind: 'institution', municipalityId, id } as const
    return [{ capabilities: ['people.record.read', 'people.record.edit'], scope }]
  })
  return { ...able, grants: [...able.grants, ...records] }
}
