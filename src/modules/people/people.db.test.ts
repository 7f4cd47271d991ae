import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { secretsOf } from '#platform/secrets.ts'
import { operator, type User } from '#platform/users.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { plantInstitutions } from '../../../tests/support/plant-institutions.ts'
import { asSuperuser } from '../../../tests/support/superuser.ts'
import { endAssignment } from './end.service.server.ts'
import { keepRecord, readRecords } from './records.service.server.ts'
import {
  assign,
  employ,
  findUserWithWork,
  openGroup,
  type PersonEntry,
  registerPerson,
} from './service.server.ts'
import { findDirectory } from './store.server.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [TOWN, SCHOOL, OTHER_SCHOOL] = [1, 11, 12].map(id) as [string, string, string]
const secrets = secretsOf('a secret of these tests, long enough')
const since = { validFrom: '2020-09-01', validTo: null }

const here = { municipalityId: TOWN, institutionId: SCHOOL }
const there = { municipalityId: TOWN, institutionId: OTHER_SCHOOL }
const headOf = (institutionId: string): User => ({
  id: `head of ${institutionId}`,
  kind: 'member',
  grants: [
    { role: 'institutionHead', scope: { kind: 'institution', municipalityId: TOWN, id: institutionId } },
  ],
})
const head = headOf(SCHOOL)

const somebody: PersonEntry = {
  ...here,
  kind: 'pupil',
  groupId: null,
  givenName: 'Anna',
  familyName: 'Liepa',
  nationalId: null,
  accountId: null,
  isInvented: true,
}

async function register(db: Database, entry: Partial<PersonEntry>, by = head): Promise<string> {
  const registered = await registerPerson(db, secrets, by, { ...somebody, ...entry })
  if ('problem' in registered) throw new Error(registered.problem)
  return registered.personId
}

/** A school with two classes of two pupils, a teacher who leads the first, and a pupil of another school. */
const test = databaseTest.extend('school', { scope: 'file' }, async ({ db }) => {
  await plantInstitutions(db, TOWN, [SCHOOL, OTHER_SCHOOL])
  const openClass = (name: string) =>
    openGroup(db, head, { ...here, ...since, kind: 'class', name, grade: 5 })
  const [first, second] = [await openClass('5.a'), await openClass('5.b')]
  const anna = await register(db, { groupId: first, nationalId: '010110-20001' })
  const berta = await register(db, { groupId: first, givenName: 'Berta', familyName: 'Āboliņa' })
  await register(db, { groupId: second, givenName: 'Cilda' })
  await register(db, { groupId: second, givenName: 'Dace' })
  const stranger = await register(db, { ...there, givenName: 'Emma' }, headOf(OTHER_SCHOOL))
  const teacher = await register(db, { kind: 'staff', givenName: 'Ilze', accountId: 'ilze' })
  const leads = await assign(db, head, {
    ...here,
    ...since,
    holderId: teacher,
    accountId: 'ilze',
    kind: 'leadsClass',
    groupId: first,
    personId: null,
  })
  return { anna, berta, stranger, teacher, leads, first, second }
})

const namesSeen = async (db: Database, user: User) =>
  (await readAs(db, user, (tx) => findDirectory(tx, TOWN))).map(({ givenName }) => givenName)

describe('the directory', () => {
  test('shows an institution to its head, a class to its teacher, all to the municipality, nothing to the country', async ({
    db,
    school,
  }) => {
    expect(school.first).toBeDefined()
    expect((await namesSeen(db, head)).toSorted()).toEqual(['Anna', 'Berta', 'Cilda', 'Dace', 'Ilze'])
    expect(await namesSeen(db, await findUserWithWork(db, 'ilze'))).toEqual(['Berta', 'Anna'])
    expect(await namesSeen(db, headOf(OTHER_SCHOOL))).toEqual(['Emma'])
    expect(await namesSeen(db, operator(TOWN))).toHaveLength(6)
    expect(await namesSeen(db, operator())).toEqual([])
  })

  test('is shut to a teacher on the day on which the charge ends', async ({ db, school }) => {
    const { second, teacher } = school
    const charge = {
      ...here,
      ...since,
      holderId: teacher,
      accountId: 'uldis',
      kind: 'teaches',
      groupId: second,
      personId: null,
    } as const
    const assignment = await assign(db, head, charge)
    expect(await namesSeen(db, await findUserWithWork(db, 'uldis'))).toHaveLength(2)
    expect(await endAssignment(db, head, here, assignment, municipalDay())).toBe(true)
    expect(await namesSeen(db, await findUserWithWork(db, 'uldis'))).toEqual([])
    expect(await endAssignment(db, head, here, assignment, municipalDay())).toBe(false)
    expect(await endAssignment(db, headOf(OTHER_SCHOOL), there, school.leads, municipalDay())).toBe(false)
  })

  test('gives rights over the institution to whoever works there, as long as they do', async ({
    db,
    school,
  }) => {
    const post = { ...here, personId: school.teacher, accountId: 'valda', job: 'coordinator' } as const
    await employ(db, head, { ...post, validFrom: '2020-01-01', validTo: '2021-01-01' })
    expect(await namesSeen(db, await findUserWithWork(db, 'valda'))).toEqual([])
    await employ(db, head, { ...post, ...since })
    expect(await namesSeen(db, await findUserWithWork(db, 'valda'))).toHaveLength(5)
  })
})

describe('a person', () => {
  test('is registered once in a municipality, and nobody is told where', async ({ db, school }) => {
    expect(school.anna).toBeDefined()
    const again = { ...somebody, ...there, nationalId: '010110-20001' }
    expect(await registerPerson(db, secrets, headOf(OTHER_SCHOOL), again)).toEqual({
      problem: 'people.person.known',
    })
  })

  test('is registered by nobody who may not, nor where persons may not be kept', async ({ db }) => {
    await expect(registerPerson(db, secrets, headOf(OTHER_SCHOOL), somebody)).rejects.toBeDefined()
    await expect(registerPerson({ ...db, persons: 'none' }, secrets, head, somebody)).rejects.toBeDefined()
    const real = { ...somebody, isInvented: false }
    await expect(registerPerson({ ...db, persons: 'invented' }, secrets, head, real)).rejects.toBeDefined()
  })

  test('of another institution is not put into anybody’s charge', async ({ db, school }) => {
    const spying = {
      ...here,
      ...since,
      holderId: school.teacher,
      accountId: 'ilze',
      kind: 'supports',
      groupId: null,
      personId: school.stranger,
    } as const
    await expect(assign(db, head, spying)).rejects.toThrow(/foreign key/)
  })
})

describe('a record', () => {
  const opening = { municipalityId: TOWN, reason: 'Uzņemšanas dokumenti' }

  test('is kept encrypted, and read by those who open it with a reason', async ({ open, school }) => {
    const { db } = open
    const { anna, berta } = school
    const entry = {
      ...here,
      groupId: school.first,
      personId: anna,
      nationalId: '010110-20001',
      contact: 'anna@example.lv',
    }
    await keepRecord(db, secrets, head, { ...entry, reason: opening.reason, isInvented: true })
    const stored = await asSuperuser(open, (superuser) =>
      sql`select * from identity.record`.execute(superuser),
    )
    expect(JSON.stringify(stored.rows)).not.toMatch(/20001|example/)

    const teacher = await findUserWithWork(db, 'ilze')
    const asked = { ...opening, persons: [anna, berta] }
    expect(await readRecords(db, secrets, teacher, asked)).toEqual(
      new Map([[anna, { nationalId: '010110-20001', contact: 'anna@example.lv' }]]),
    )
    expect(await readRecords(db, secrets, headOf(OTHER_SCHOOL), asked)).toEqual(new Map())
    expect(await readRecords(db, secrets, operator(TOWN), asked)).toEqual(new Map())
    await expect(readRecords(db, secrets, teacher, { ...asked, reason: '-' })).rejects.toBeDefined()
  })

  test('is changed in place, and its earlier states are kept nowhere', async ({ open, school }) => {
    const { db } = open
    const entry = {
      ...here,
      groupId: null,
      personId: school.berta,
      nationalId: null,
      reason: opening.reason,
      isInvented: true,
    }
    await keepRecord(db, secrets, head, { ...entry, contact: '20000001' })
    await keepRecord(db, secrets, head, { ...entry, contact: '20000002' })
    const records = await readRecords(db, secrets, head, { ...opening, persons: [school.berta] })
    expect(records.get(school.berta)).toEqual({ nationalId: null, contact: '20000002' })
    const kept = await asSuperuser(open, (superuser) =>
      sql`select from platform.record_revision where table_name like 'identity.%'`.execute(superuser),
    )
    expect(kept.rows).toEqual([])
  })
})
