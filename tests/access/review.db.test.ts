import { describe, expect } from 'vitest'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import type { SecurityEventKind } from '#platform/accounts/security-event.ts'
import { noteSecurityEvent } from '#platform/accounts/security-log.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { municipalDay, startOfDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { operator, type User } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { untilNextDay } from '../../src/app/upkeep.server.ts'
import { decideReviewItem } from '../../src/modules/access/decide-review.service.server.ts'
import { readLastSignIns } from '../../src/modules/access/last-sign-ins.server.ts'
import { readReview, startGrantReview } from '../../src/modules/access/review.service.server.ts'
import { sortItems } from '../../src/modules/access/review.ts'
import { reviewDueOn } from '../../src/modules/access/review-day.ts'
import { findUserWithWork } from '../../src/modules/people/service.server.ts'
import { findOpenTasks } from '../../src/modules/work/task-store.server.ts'
import { openSiteAs } from '../support/built-site.ts'
import { test as databaseTest } from '../support/database.ts'
import { plantTown } from '../support/people-town.ts'
import { plantAccounts } from '../support/plant-account.ts'

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const town = await plantTown(db)
  const here = { kind: 'municipality', municipalityId: town.id } as const
  const give = (accountId: string, role: 'administrator' | 'councilMember') =>
    giveRole(db, operator(), { accountId, role, scope: here, validFrom: '2020-01-01', validTo: null })
  await give('admin', 'administrator')
  await give('second', 'administrator')
  await give('deputee', 'councilMember')
  await plantAccounts(db, town.id, ['admin', 'second'])
  return town
})
const page = '/darbs/liepaja/tiesibas/parskatisana'

describe('the review of rights', () => {
  test('begins on 1 March in Riga, once, and gives each administrator one task', async ({ db, town }) => {
    const begins = startOfDay('2027-03-01')
    expect(await startGrantReview(db, new Date(begins.getTime() - 1))).toBe(0)
    const outcomes = await Promise.all([startGrantReview(db, begins), startGrantReview(db, begins)])
    expect(outcomes.toSorted()).toEqual([0, 1])
    expect(await startGrantReview(db, startOfDay('2027-03-02'))).toBe(0)
    for (const account of ['admin', 'second']) {
      const user = await findUserWithWork(db, account)
      const tasks = await readAs(db, user, (tx) => findOpenTasks(tx, account))
      expect(tasks).toMatchObject([{ kind: 'access.review', address: page, dueOn: '2027-03-31' }])
    }
    expect(await readAs(db, operator(town.id), (tx) => readReview(tx, town.id))).toMatchObject({
      items: { length: 3 },
    })
  })

  test('keeps what was decided, ends with a reason, and is done with the last decision', async ({
    db,
    town,
  }) => {
    const [admin, second] = [await findUserWithWork(db, 'admin'), await findUserWithWork(db, 'second')]
    const found = await readAs(db, admin, (tx) => readReview(tx, town.id))
    const itemOf = (account: string) =>
      found?.items.find(({ grant }) => grant.accountId === account)?.id ?? ''
    const decide = (user: User, account: string, decision: 'keep' | 'end', reason?: string) =>
      decideReviewItem(db, user, {
        municipalityId: town.id,
        itemId: itemOf(account),
        decision,
        reason,
        revision: 1,
      })
    expect(await decide(admin, 'admin', 'keep')).toEqual({ problem: 'platform.grant.self' })
    expect(await decide(admin, 'deputee', 'end')).toEqual({ problem: 'access.review.reason' })
    const ask = await openSiteAs(db, admin)
    expect(await (await ask(page)).text()).toContain('Vēl jāizlemj par 3 no 3.')
    const typed = { item: itemOf('deputee'), decision: 'end', _version: '1' }
    expect((await ask(page, typed)).status).toBe(422)
    expect((await ask(page, { ...typed, reason: 'Pilnvaras beigušās' })).status).toBe(303)
    expect(await (await ask(page)).text()).toContain('Vēl jāizlemj par 2 no 3.')
    const atOnce = await Promise.all([
      decide(admin, 'second', 'keep'),
      decide(admin, 'second', 'keep'),
      decide(second, 'admin', 'keep'),
    ])
    expect(atOnce).toContainEqual({ problem: 'platform.grant.over' })
    expect(atOnce).toContainEqual({ isDone: false })
    // Whoever of them comes last has finished the review.
    expect(atOnce).toContainEqual({ isDone: true })
    for (const user of [admin, second])
      expect(await readAs(db, user, (tx) => findOpenTasks(tx, user.id))).toEqual([])
    const grants = (await findUserWithWork(db, 'deputee')).grants
    expect(grants[0]?.validTo).not.toBeNull()
    expect(await (await ask(page)).text()).toContain('Pabeigta')
  })
})

describe('the review of rights over the country', () => {
  const country = '/darbs/tiesibas/parskatisana'

  test('begins by itself where the country has an administrator, and is decided by others', async ({
    db,
  }) => {
    const give = (accountId: string, role: Role) =>
      giveRole(db, operator(), {
        accountId,
        role,
        scope: { kind: 'country' },
        validFrom: '2020-01-01',
        validTo: null,
      })
    await give('ruler', 'administrator')
    await give('regent', 'administrator')
    await give('reader', 'ministryReader')
    const begins = startOfDay('2027-09-01')
    // The town's own review begins on the same day.
    expect(await startGrantReview(db, begins)).toBe(2)
    expect(await startGrantReview(db, begins)).toBe(0)
    const [ruler, regent] = [await findUserWithWork(db, 'ruler'), await findUserWithWork(db, 'regent')]
    for (const user of [ruler, regent])
      expect(await readAs(db, user, (tx) => findOpenTasks(tx, user.id))).toMatchObject([
        { kind: 'access.review', address: country, dueOn: '2027-10-01', municipalityId: COUNTRY },
      ])
    const reader = await findUserWithWork(db, 'reader')
    expect(await readAs(db, reader, (tx) => findOpenTasks(tx, 'reader'))).toEqual([])
    const ask = await openSiteAs(db, ruler)
    expect(await (await ask('/darbs')).text()).toContain(`href="${country}"`)
    expect(await (await ask(country)).text()).toContain('Vēl jāizlemj par 3 no 3.')
    const found = await readAs(db, ruler, (tx) => readReview(tx, COUNTRY))
    const itemOf = (account: string) =>
      found?.items.find(({ grant }) => grant.accountId === account)?.id ?? ''
    const decided = (account: string, decision: 'keep' | 'end', reason = '') => ({
      item: itemOf(account),
      decision,
      reason,
      _version: '1',
    })
    expect((await ask(country, decided('ruler', 'keep'))).status).toBe(422)
    expect((await ask(country, decided('reader', 'end', 'Ministrijā vairs nestrādā'))).status).toBe(303)
    expect((await ask(country, decided('regent', 'keep'))).status).toBe(303)
    expect((await (await openSiteAs(db, regent))(country, decided('ruler', 'keep'))).status).toBe(303)
    expect(await (await ask(country)).text()).toContain('Pabeigta')
    for (const user of [ruler, regent])
      expect(await readAs(db, user, (tx) => findOpenTasks(tx, user.id))).toEqual([])
    expect((await findUserWithWork(db, 'reader')).grants[0]?.validTo).not.toBeNull()
  })

  test('is decided by nobody of a municipality', async ({ db }) => {
    const ask = await openSiteAs(db, await findUserWithWork(db, 'admin'))
    expect((await ask(country)).status).toBe(403)
    expect((await ask(country, { item: crypto.randomUUID(), decision: 'keep', _version: '1' })).status).toBe(
      403,
    )
  })
})

test('the last sign-in of each account is read from the security log', async ({ db, town }) => {
  const desk = { db } as AccountDesk
  const tell = (kind: SecurityEventKind, accountId: string) =>
    noteSecurityEvent(desk, { kind, accountId, municipalityId: town.id })
  await tell('signedIn', 'admin')
  await tell('passwordWrong', 'second')
  await noteSecurityEvent(desk, {
    kind: 'signedIn',
    accountId: 'second',
    municipalityId: crypto.randomUUID(),
  })
  expect([...(await readLastSignIns(db, town.id))]).toEqual([['admin', municipalDay()]])
})

test('reviews are due in March and September, for two weeks', () => {
  const due = ['2027-02-28', '2027-03-01', '2027-03-14', '2027-03-15', '2027-09-01', '2027-10-01'].map(
    reviewDueOn,
  )
  expect(due).toEqual([undefined, '2027-03', '2027-03', undefined, '2027-09', undefined])
})

test('rights that nobody has used for half a year come first, then by name', () => {
  const item = (accountId: string, decision: 'keep' | null = null) =>
    ({ id: accountId, decision, grant: { accountId, validTo: null } }) as unknown as Parameters<
      typeof sortItems
    >[0][number]
  const seen = new Map([
    ['zane', '2026-01-01'],
    ['anna', '2027-02-01'],
  ])
  const sorted = sortItems(
    [item('anna'), item('berta', 'keep'), item('zane'), item('čaks')],
    (id) => id,
    seen,
    '2027-03-01',
  )
  expect(sorted.map(({ id }) => id)).toEqual(['anna', 'čaks', 'berta'].toSpliced(0, 0, 'zane'))
})

test.for([
  ['2027-03-27T21:59:59Z', 1000],
  ['2027-03-28T20:59:00Z', 60_000],
  ['2027-10-30T20:59:00Z', 60_000],
  ['2027-10-31T21:00:00Z', 3_600_000],
] as const)('after %s the next day begins in %d ms', ([now, wait]) => {
  expect(untilNextDay(new Date(now))).toBe(wait)
})
