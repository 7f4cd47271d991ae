import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { addDays, municipalDay, startOfDay } from '#platform/rights/day.ts'
import { delegate, type Lendable } from '#platform/rights/delegate.server.ts'
import { may, operator, type User } from '#platform/users.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { plantTown, secrets } from '../../../tests/support/people-town.ts'
import { endPost } from './end.service.server.ts'
import { movePerson, settleMoves } from './move.service.server.ts'
import { keepRecord, readRecords } from './records.service.server.ts'
import { assign, employ, findUserWithWork, openGroup, registerPerson } from './service.server.ts'
import { findDirectory } from './store.server.ts'

const headOf = (municipalityId: string, id: string): User => ({
  id: `head of ${id}`,
  kind: 'member',
  grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId, id } }],
})

const test = databaseTest
  .extend('town', { scope: 'file' }, ({ db }) => plantTown(db))
  .extend('newClass', { scope: 'file' }, ({ db, town }) =>
    openGroup(db, operator(town.id), {
      municipalityId: town.id,
      institutionId: town.schools[1],
      kind: 'class',
      name: '6.b',
      grade: 6,
      validFrom: '2020-09-01',
      validTo: null,
    }),
  )

/** A pupil of the first school with a record, supported there by Uldis. */
async function register(
  db: Parameters<typeof plantTown>[0],
  town: Awaited<ReturnType<typeof plantTown>>,
  givenName: string,
) {
  const here = { municipalityId: town.id, institutionId: town.schools[0] }
  const entry = {
    ...here,
    kind: 'pupil',
    groupId: town.classId,
    givenName,
    familyName: 'Ceļa',
    nationalId: null,
    accountId: null,
    isInvented: true,
  } as const
  const registered = await registerPerson(db, secrets, operator(town.id), entry)
  if ('problem' in registered) throw new Error(registered.problem)
  const { personId } = registered
  const head = headOf(town.id, town.schools[0])
  await keepRecord(db, secrets, head, {
    ...here,
    groupId: town.classId,
    personId,
    nationalId: null,
    contact: `${givenName}@example.lv`,
    reason: 'uzņemšana',
    isInvented: true,
  })
  const since = { validFrom: '2020-09-01', validTo: null }
  await assign(db, operator(town.id), {
    ...here,
    ...since,
    holderId: town.persons.ilze,
    accountId: `supports ${givenName}`,
    kind: 'supports',
    groupId: null,
    personId,
  })
  return personId
}

describe('who moves', () => {
  test('is seen, with the record, by the new institution alone from that day', async ({
    db,
    town,
    newClass,
  }) => {
    const personId = await register(db, town, 'Dace')
    const [left, to] = town.schools.map((id) => headOf(town.id, id)) as [User, User]
    const sees = async (user: User) =>
      (await readAs(db, user, (tx) => findDirectory(tx, town.id))).some((one) => one.personId === personId)
    const contact = async (user: User) =>
      (
        await readRecords(db, secrets, user, {
          municipalityId: town.id,
          persons: [personId],
          reason: 'pārbaude testā',
        })
      ).get(personId)?.contact
    expect([await sees(left), await sees(to), await contact(left), await contact(to)]).toEqual([
      true,
      false,
      'Dace@example.lv',
      undefined,
    ])
    const move = {
      municipalityId: town.id,
      personId,
      to: { institutionId: town.schools[1], groupId: newClass },
      on: municipalDay(),
      reason: 'pārcēlies dzīvot citur',
    }
    await expect(movePerson(db, secrets, left, move)).rejects.toMatchObject({ status: 403 })
    expect(await movePerson(db, secrets, operator(town.id), move)).toBe(true)
    expect([await sees(left), await sees(to), await contact(left), await contact(to)]).toEqual([
      false,
      true,
      undefined,
      'Dace@example.lv',
    ])
    expect(await movePerson(db, secrets, operator(town.id), move)).toBe(false)
  })

  test.for(['2027-03-28', '2027-10-31', '2027-03-29', '2027-11-01'])(
    'on %s at midnight in Riga, and not before',
    async (on, { db, town, newClass }) => {
      const personId = await register(db, town, `Nakts ${on}`)
      const left = headOf(town.id, town.schools[0])
      const isSeen = async () =>
        (await readAs(db, left, (tx) => findDirectory(tx, town.id))).some((one) => one.personId === personId)
      const move = {
        municipalityId: town.id,
        personId,
        to: { institutionId: town.schools[1], groupId: newClass },
        on,
        reason: 'pārcēlies dzīvot citur',
      }
      expect(await movePerson(db, secrets, operator(town.id), move)).toBe(true)
      const midnight = startOfDay(on)
      const before = new Date(midnight.getTime() - 1)
      expect(await settleMoves(db, secrets, [town.id], before)).toBe(0)
      expect(await isSeen()).toBe(true)
      const specialist = await findUserWithWork(db, `supports Nakts ${on}`)
      const place = { municipalityId: town.id, personId }
      expect(may(specialist, 'people.record.read', place, municipalDay(before))).toBe(true)
      expect(may(specialist, 'people.record.read', place, municipalDay(midnight))).toBe(false)
      expect(await settleMoves(db, secrets, [town.id], midnight)).toBe(1)
      expect(await isSeen()).toBe(false)
      expect(await settleMoves(db, secrets, [town.id], midnight)).toBe(0)
    },
  )
})

test('whose post ends loses the rights that day, and so does the deputy; who has signed in is asked anew each time', async ({
  db,
  town,
}) => {
  const here = { municipalityId: town.id, institutionId: town.schools[0] }
  const post = {
    ...here,
    personId: town.persons.ilze,
    accountId: 'leaver',
    job: 'coordinator',
    validFrom: '2020-01-01',
    validTo: null,
  } as const
  const id = await employ(db, operator(town.id), post)
  const today = municipalDay()
  const leaver = await findUserWithWork(db, 'leaver')
  const lending = {
    municipalityId: town.id,
    lender: 'leaver',
    deputy: 'stand-in',
    from: today,
    to: addDays(today, 30),
  }
  expect(await delegate(db, leaver, lending, leaver.grants as Lendable[])).toEqual({ lent: 1 })
  const sees = async (account: string) => {
    const user = await findUserWithWork(db, account)
    return (await readAs(db, user, (tx) => findDirectory(tx, town.id))).length > 0
  }
  expect([await sees('leaver'), await sees('stand-in')]).toEqual([true, true])
  expect(await endPost(db, headOf(town.id, town.schools[0]), here, id, today)).toBe(true)
  expect([await sees('leaver'), await sees('stand-in')]).toEqual([false, false])
  expect(await endPost(db, operator(town.id), here, id, today)).toBe(false)
})
