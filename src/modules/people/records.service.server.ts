import type { Database } from '#platform/database/types.server.ts'
import { openPersons } from '#platform/rights/open-persons.server.ts'
import { demandPersonsAllowed } from '#platform/rights/persons.server.ts'
import { decrypt, encrypt, type Secrets } from '#platform/secrets.ts'
import { demand, type User } from '#platform/users.ts'
import { beginChange, finishChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { Keeper } from './service.server.ts'
import { findRecords } from './store.server.ts'

/** What an institution has to know of a person and nobody else may. */
export type PersonRecord = { nationalId: string | null; contact: string | null }

export type RecordEntry = Keeper &
  PersonRecord & {
    personId: string
    groupId: string | null
    /** Why the record is opened to be written. */
    reason: string
    isInvented: boolean
  }

/** Keeps a person's record at an institution, encrypted. */
export async function keepRecord(db: Database, secrets: Secrets, user: User, entry: RecordEntry) {
  const { municipalityId, institutionId, groupId, personId, reason } = entry
  demandPersonsAllowed(db, entry)
  demand(user, 'people.record.edit', { municipalityId, institutionId, personId })
  const row = { person_id: personId, institution_id: institutionId, group_id: groupId }
  const sealed = {
    national_id: seal(secrets, row, 'national_id', entry.nationalId),
    contact: seal(secrets, row, 'contact', entry.contact),
  }
  const opening = { municipalityId, persons: [personId], capability: 'people.record.edit', reason } as const
  const what = { stream: 'people', origin: 'form', action: 'record.kept', isPublic: false } as const
  const intent = { ...what, municipalityId, subject: personId, why: reason, at: new Date() }
  const target = { table: 'identity.record', key: ['person_id', 'institution_id'] } as const
  await openPersons(
    db,
    user,
    opening,
    async (tx) => {
      const change = await beginChange(tx, user, intent)
      await revise(tx, change, target, [{ ...row, ...sealed }])
      await finishChange(tx, change)
    },
    'writing',
  )
}

/** Whose records somebody asks to see, where, and what for. */
export type RecordsAsked = { municipalityId: string; persons: readonly string[]; reason: string }

/** Opens persons' records. Those out of the reader's reach are left out; the opening is noted for all. */
export function readRecords(
  db: Database,
  secrets: Secrets,
  user: User,
  asked: RecordsAsked,
): Promise<Map<string, PersonRecord>> {
  return openPersons(db, user, { ...asked, capability: 'people.record.read' }, async (tx) => {
    const rows = await findRecords(tx, asked.municipalityId, asked.persons)
    return new Map(
      rows.map((row) => [
        row.person_id,
        {
          nationalId: unseal(secrets, row, 'national_id'),
          contact: unseal(secrets, row, 'contact'),
        },
      ]),
    )
  })
}

/** A record as its person may read it; without the keys only what there is of it. */
export function unsealRecord(
  secrets: Secrets | undefined,
  row: Placed & Record<Sealed, string | null>,
): Record<Sealed, string | null> {
  const shown = (column: Sealed) => (secrets ? unseal(secrets, row, column) : row[column] && '***')
  return { national_id: shown('national_id'), contact: shown('contact') }
}

type Placed = { person_id: string; institution_id: string }
type Sealed = 'national_id' | 'contact'

/** Row and column, to which what is encrypted is bound. */
const placeOf = ({ person_id, institution_id }: Placed, column: Sealed) =>
  `identity.record ${person_id} ${institution_id} ${column}`

const seal = (secrets: Secrets, row: Placed, column: Sealed, value: string | null) =>
  value === null ? null : encrypt(secrets, value, placeOf(row, column))

function unseal(secrets: Secrets, row: Placed & Record<Sealed, string | null>, column: Sealed) {
  const value = row[column]
  return value === null ? null : decrypt(secrets, value, placeOf(row, column))
}

type RecordRow = Placed & { group_id: string | null } & Record<Sealed, string | null>

/** A record sealed anew for another place: what is encrypted is bound to the institution that keeps it. */
export function resealed(
  secrets: Secrets,
  row: RecordRow,
  place: Placed & { group_id: string | null },
): RecordRow {
  const moved = (column: Sealed) => seal(secrets, place, column, unseal(secrets, row, column))
  return { ...place, national_id: moved('national_id'), contact: moved('contact') }
}
