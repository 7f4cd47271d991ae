import { sql } from 'kysely'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { secretsOf } from '#platform/secrets.ts'
import { operator, type User } from '#platform/users.ts'
import { keepRecord } from '../../src/modules/people/records.service.server.ts'
import { employ, registerPerson } from '../../src/modules/people/service.server.ts'

export const secrets = secretsOf('0123456789abcdef0123456789abcdef')

export type Place = { municipalityId: string; institutionId: string }

/** Liepāja with one of its institutions. */
export const findPlace = (db: Database): Promise<Place> =>
  readAs(db, operator(), async (tx) => {
    const { rows } = await sql<Place>`
      select i.municipality_id as "municipalityId", i.id as "institutionId" from registry.institution i
      join registry.municipality m on m.id = i.municipality_id where m.slug = 'liepaja' limit 1`.execute(tx)
    const [place] = rows
    if (!place) throw new Error('findPlace: Liepāja has no institution')
    return place
  })

/** Who leads an institution. */
export const head = ({ municipalityId, institutionId }: Place): User => ({
  id: 'head',
  kind: 'member',
  grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId, id: institutionId } }],
})

/** Somebody called Zenta Dzēšamā, with a record, who works at an institution until a day or goes on. Answers the id. */
export async function register(db: Database, place: Place, worksUntil: string | null) {
  const entry = { ...place, kind: 'staff' as const, groupId: null, givenName: 'Zenta', familyName: 'Dzēšamā' }
  const more = {
    nationalId: `010190-${Math.floor(Math.random() * 90_000 + 10_000)}`,
    accountId: null,
    isInvented: true,
  }
  const person = await registerPerson(db, secrets, head(place), { ...entry, ...more })
  if (!('personId' in person)) throw new Error('the person is known already')
  const { personId } = person
  await employ(db, head(place), {
    ...place,
    personId,
    accountId: null,
    job: 'teacher',
    validFrom: '2000-09-01',
    validTo: worksUntil,
  })
  await keepRecord(db, secrets, head(place), {
    ...place,
    personId,
    groupId: null,
    nationalId: '010190-12345',
    contact: 'zenta@example.lv',
    reason: 'pieņemšana darbā',
    isInvented: true,
  })
  return personId
}
