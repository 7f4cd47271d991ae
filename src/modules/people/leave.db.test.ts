import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { addDays, municipalDay, startOfDay } from '#platform/rights/day.ts'
import { delegate, type Lendable } from '#platform/rights/delegate.server.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import type { Scope } from '#platform/rights/scope.ts'
import { may, operator } from '#platform/users.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { plantTown, secrets, type Town } from '../../../tests/support/people-town.ts'
import { endPost } from './end.service.server.ts'
import { movePerson, settleMoves } from './move.service.server.ts'
import { employ, findUserWithWork, registerPerson } from './service.server.ts'
import { findDirectory } from './store.server.ts'

const test = databaseTest.extend('town', { scope: 'file' }, ({ db }) => plantTown(db))

/** Somebody with an account who belongs to the first school. */
async function register(db: Database, town: Town, accountId: string) {
  const registered = await registerPerson(db, secrets, operator(town.id), {
    municipalityId: town.id,
    institutionId: town.schools[0],
    kind: 'staff',
    groupId: null,
    givenName: accountId,
    familyName: 'Ceļa',
    nationalId: null,
    accountId,
    isInvented: true,
  })
  if ('problem' in registered) throw new Error(registered.problem)
  return registered.personId
}

const teach = (db: Database, town: Town, personId: string, accountId: string) =>
  employ(db, operator(town.id), {
    municipalityId: town.id,
    institutionId: town.schools[0],
    personId,
    accountId,
    job: 'teacher',
    validFrom: '2020-09-01',
    validTo: null,
  })

const give = (db: Database, town: Town, accountId: string, role: Role, scope: Scope) =>
  giveRole(db, operator(town.id), { accountId, role, scope, validFrom: municipalDay(), validTo: null })

const over = (town: Town, kind: 'institution' | 'group' | 'person', id: string): Scope => ({
  kind,
  municipalityId: town.id,
  id,
})
const rolesOf = async (db: Database, account: string, day = municipalDay()) =>
  (await findUserWithWork(db, account)).grants
    .filter(({ validFrom, validTo }) => (!validFrom || validFrom <= day) && (!validTo || day < validTo))
    .map((grant) => ('role' in grant ? grant.role : ''))
    .toSorted()
const sees = async (db: Database, town: Town, account: string) =>
  (await readAs(db, await findUserWithWork(db, account), (tx) => findDirectory(tx, town.id))).length > 0
const moving = (town: Town, personId: string, on: string) => ({
  municipalityId: town.id,
  personId,
  to: { institutionId: town.schools[1], groupId: null },
  on,
  reason: 'maina darba vietu',
})

describe('what was given by hand over an institution', () => {
  test('ends with the holder’s moving away, as does what was lent from it; what lies elsewhere stays', async ({
    db,
    town,
  }) => {
    const personId = await register(db, town, 'goer')
    const [left, to] = town.schools
    await give(db, town, 'goer', 'institutionCoordinator', over(town, 'institution', left))
    await give(db, town, 'goer', 'classTeacher', over(town, 'group', town.classId))
    await give(db, town, 'goer', 'supportSpecialist', over(town, 'person', town.persons.anna))
    await give(db, town, 'goer', 'guardian', over(town, 'person', town.persons.anna))
    await give(db, town, 'goer', 'mentor', over(town, 'institution', to))
    await give(db, town, 'goer', 'dataAnalyst', { kind: 'municipality', municipalityId: town.id })
    const goer = await findUserWithWork(db, 'goer')
    const today = municipalDay()
    const lending = {
      municipalityId: town.id,
      lender: 'goer',
      deputy: 'stands-in',
      from: today,
      to: addDays(today, 9),
    }
    const given = await readAs(db, operator(town.id), (tx) =>
      tx.selectFrom('platform.role_grant').select(['id', 'role']).where('account_id', '=', 'goer').execute(),
    )
    const lendable = goer.grants.map((grant) => ({
      ...grant,
      id: given.find(({ role }) => 'role' in grant && role === grant.role)?.id,
    })) as Lendable[]
    expect(await delegate(db, goer, lending, lendable)).toEqual({ lent: 5 })
    expect(await movePerson(db, secrets, operator(town.id), moving(town, personId, today))).toBe(true)
    expect(await rolesOf(db, 'goer')).toEqual(['dataAnalyst', 'guardian', 'mentor'])
    expect(await rolesOf(db, 'stands-in')).toEqual(['dataAnalyst', 'mentor'])
  })

  test.for(['2027-03-28', '2027-10-31'])(
    'on %s at midnight in Riga, given since or before',
    async (on, { db, town }) => {
      const account = `later ${on}`.replace(' ', '-')
      const personId = await register(db, town, account)
      const [left] = town.schools
      await give(db, town, account, 'institutionCoordinator', over(town, 'institution', left))
      expect(await movePerson(db, secrets, operator(town.id), moving(town, personId, on))).toBe(true)
      await give(db, town, account, 'teacher', over(town, 'institution', left))
      const midnight = startOfDay(on)
      const before = municipalDay(new Date(midnight.getTime() - 1))
      expect(await rolesOf(db, account, before)).toEqual(['institutionCoordinator', 'teacher'])
      expect(await settleMoves(db, secrets, [town.id], midnight)).toBe(1)
      expect(await rolesOf(db, account, before)).toEqual(['institutionCoordinator', 'teacher'])
      expect(await rolesOf(db, account, municipalDay(midnight))).toEqual([])
    },
  )

  test('ends with the last post there, and not before', async ({ db, town }) => {
    const personId = await register(db, town, 'leaver-of-posts')
    const [school] = town.schools
    const posts = [
      await teach(db, town, personId, 'leaver-of-posts'),
      await teach(db, town, personId, 'leaver-of-posts'),
    ] as const
    await give(db, town, 'leaver-of-posts', 'institutionCoordinator', over(town, 'institution', school))
    const here = { municipalityId: town.id, institutionId: school }
    await endPost(db, operator(town.id), here, posts[0], municipalDay())
    const user = await findUserWithWork(db, 'leaver-of-posts')
    expect(may(user, 'people.edit', here)).toBe(true)
    await endPost(db, operator(town.id), here, posts[1], municipalDay())
    expect(await rolesOf(db, 'leaver-of-posts')).toEqual([])
    expect(await sees(db, town, 'leaver-of-posts')).toBe(false)
  })
})
