import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { plantInstitutions } from '../../../tests/support/plant-institutions.ts'
import { closeTask, giveTask } from './task-service.server.ts'
import { findOpenTasks } from './task-store.server.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
const SCHOOL = '00000000-0000-7000-8000-000000000011'
/** A municipality with one school. */
const test = databaseTest.extend('school', { scope: 'file', auto: true }, ({ db }) =>
  plantInstitutions(db, TOWN, [SCHOOL]),
)
const inSchool = { kind: 'institution', municipalityId: TOWN, id: SCHOOL } as const

const specialist: User = {
  id: 'specialist',
  kind: 'member',
  grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId: TOWN } }],
}
const guardian = (id: string): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'guardian', scope: { kind: 'person', municipalityId: TOWN, id: SCHOOL } }],
})

const give = (db: Database, accountId: string, dueOn: string | null, by = specialist) =>
  giveTask(db, by, {
    municipalityId: TOWN,
    institutionId: SCHOOL,
    accountId,
    kind: 'collection.submission',
    subject: 'data-minimum-2026',
    address: '/darbs/dati',
    dueOn,
  })
const waiting = async (db: Database, user: User) =>
  (await readAs(db, user, (tx) => findOpenTasks(tx, user.id))).map(({ dueOn }) => dueOn)

describe('tasks', () => {
  test('wait for whom they were given to, those due first before the others', async ({ db }) => {
    await give(db, 'anna', null)
    await give(db, 'anna', '2026-12-20')
    await give(db, 'anna', '2026-12-10')
    expect(await waiting(db, guardian('anna'))).toEqual(['2026-12-10', '2026-12-20', null])
    expect(await waiting(db, guardian('berta'))).toEqual([])
  })

  test('are finished by whoever has them, once, and by no other', async ({ db }) => {
    const id = await give(db, 'cilda', '2026-12-10')
    expect(await closeTask(db, guardian('dace'), TOWN, id, 'done')).toBe(false)
    expect(await closeTask(db, guardian('cilda'), TOWN, id, 'done')).toBe(true)
    expect(await closeTask(db, guardian('cilda'), TOWN, id, 'done')).toBe(false)
    expect(await waiting(db, guardian('cilda'))).toEqual([])
  })

  test('are taken back by those who give them, not by those who have them', async ({ db }) => {
    const id = await give(db, 'emma', '2026-12-10')
    await expect(closeTask(db, guardian('emma'), TOWN, id, 'withdrawn')).rejects.toBeDefined()
    const head: User = { id: 'head', kind: 'member', grants: [{ role: 'institutionHead', scope: inSchool }] }
    expect(await closeTask(db, head, TOWN, id, 'withdrawn')).toBe(true)
    expect(await waiting(db, guardian('emma'))).toEqual([])
  })

  test('are given by nobody who may not', async ({ db }) => {
    await expect(give(db, 'anna', null, guardian('frida'))).rejects.toBeDefined()
  })
})
