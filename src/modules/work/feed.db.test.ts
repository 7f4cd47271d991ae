import { expect } from 'vitest'
import { endAccount, invite, recover } from '#platform/accounts/administer.service.server.ts'
import { answerInvitation } from '#platform/accounts/joining.service.server.ts'
import { operator, type User } from '#platform/users.ts'
import { newAccount, newAsker, OPERATOR, openDesk } from '../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { findFeed, renewFeed } from './feed.service.server.ts'
import { giveTask } from './task-service.server.ts'

const HOME = '00000000-0000-7000-8000-00000000fee1'
const TOWN = '00000000-0000-7000-8000-00000000fee2'
const test = databaseTest.extend('office', { scope: 'file' }, ({ db }) => openDesk(db))

const why = 'Vairs te nestrādā'
const own = (id: string): User => ({ id, kind: 'member', grants: [] })

test('a calendar loses the tasks of a municipality with the account there, and all of it with the last', async ({
  db,
  office: { desk },
}) => {
  const accountId = await newAccount(desk, { municipalityId: HOME, email: 'feed@f.lv' })
  await invite(desk, OPERATOR(TOWN), { municipalityId: TOWN, name: 'F', email: 'feed@f.lv', language: 'lv' })
  const answer = { municipalityId: TOWN, accepts: true }
  await answerInvitation(desk, { accountId, asker: newAsker() }, answer)
  for (const [municipalityId, subject] of [
    [HOME, 'mājās'],
    [TOWN, 'pilsētā'],
  ] as const) {
    const task = { municipalityId, accountId, kind: 'work.message', subject, address: null, dueOn: null }
    await giveTask(db, operator(municipalityId), task)
  }
  const secret = await renewFeed(db, own(accountId))
  const subjects = async () => (await findFeed(db, secret))?.map(({ subject }) => subject).sort()
  expect(await subjects()).toEqual(['mājās', 'pilsētā'])
  await endAccount(desk, OPERATOR(TOWN), { municipalityId: TOWN, accountId, why })
  expect(await subjects()).toEqual(['mājās'])
  await endAccount(desk, OPERATOR(HOME), { municipalityId: HOME, accountId, why })
  expect(await subjects()).toBeUndefined()
  // Not even when they come back: the address was anybody's.
  await invite(desk, OPERATOR(HOME), { municipalityId: HOME, name: 'F', email: 'feed@f.lv', language: 'lv' })
  await answerInvitation(desk, { accountId, asker: newAsker() }, { municipalityId: HOME, accepts: true })
  expect(await subjects()).toBeUndefined()
})

test('a calendar’s address is of no use once the account was recovered', async ({ db, office: { desk } }) => {
  const accountId = await newAccount(desk, { municipalityId: HOME, email: 'found@f.lv' })
  const secret = await renewFeed(db, own(accountId))
  expect(await findFeed(db, secret)).toEqual([])
  await recover(desk, OPERATOR(HOME), { municipalityId: HOME, accountId, why: 'Pazaudēts tālrunis' })
  expect(await findFeed(db, secret)).toBeUndefined()
})
