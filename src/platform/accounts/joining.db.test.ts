import { describe, expect } from 'vitest'
import {
  accountIdOf,
  enter,
  newAccount,
  newAsker,
  OPERATOR,
  openDesk,
  PASSWORD,
  tokenIn,
} from '../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { readAs } from '../database/scope.server.ts'
import { municipalDay } from '../rights/day.ts'
import { giveRole } from '../rights/grants.server.ts'
import { operator, type User } from '../users.ts'
import { endAccount, getAccount, invite, inviteAgain, recover } from './administer.service.server.ts'
import type { AccountDesk } from './desk.server.ts'
import { findAccountNames } from './holders-store.server.ts'
import { answerInvitation, findInvitations } from './joining.service.server.ts'
import { choosePassword } from './links.service.server.ts'
import { findSecurityEvents } from './security-log.server.ts'
import { findVisitor } from './visitor.service.server.ts'

const HOME = '00000000-0000-7000-8000-00000000aced'
const TOWN = '00000000-0000-7000-8000-00000000acee'
const test = databaseTest.extend('office', { scope: 'file' }, ({ db }) => openDesk(db))

const typed = { municipalityId: TOWN, name: 'Kāds Cits', language: 'en' } as const
const administratorOf = (...places: string[]): { user: User; asker: undefined } => ({
  user: {
    id: 'admin',
    kind: 'member',
    grants: places.map((municipalityId) => ({
      role: 'administrator',
      scope: { kind: 'municipality', municipalityId },
    })),
  },
  asker: undefined,
})
const ofCountry = {
  user: {
    id: 'boss',
    kind: 'member',
    grants: [{ role: 'administrator', scope: { kind: 'country' } }],
  } satisfies User,
  asker: undefined,
}
const giveHere = (desk: AccountDesk, accountId: string) =>
  giveRole(desk.db, operator(TOWN), {
    accountId,
    role: 'councilMember',
    scope: { kind: 'municipality', municipalityId: TOWN },
    validFrom: municipalDay(),
    validTo: null,
  })
const accept = (desk: AccountDesk, accountId: string, accepts = true) =>
  answerInvitation(desk, { accountId, asker: newAsker() }, { municipalityId: TOWN, accepts })

describe('whoever works elsewhere and is invited', () => {
  test('is seen as they were typed, and has no right, until they agree', async ({ office }) => {
    const { desk, letters } = office
    const accountId = await newAccount(desk, {
      municipalityId: HOME,
      email: 'two@j.lv',
      name: 'Īstais Vārds',
    })
    const invited = await invite(desk, administratorOf(TOWN), { ...typed, email: 'two@j.lv' })
    expect(invited).toEqual({ accountId, isSent: true })
    expect(letters.at(-1)?.text).toContain('http://127.0.0.1:3000/darbs/konts')
    const seen = () => getAccount(desk, administratorOf(TOWN).user, TOWN, accountId)
    expect(await seen()).toMatchObject({
      name: 'Kāds Cits',
      email: 'two@j.lv',
      language: 'en',
      state: 'invited',
      hasCodes: null,
    })
    await giveHere(desk, accountId)
    const { asker } = await enter(desk, 'two@j.lv')
    const rights = async () => (await findVisitor(desk, asker))?.user.grants.length
    expect(await rights()).toBe(0)
    const { events } = await readAs(desk.db, operator(TOWN), (tx) =>
      findSecurityEvents(tx, { municipalityId: TOWN, accountIds: [accountId] }),
    )
    expect(events.map(({ kind }) => kind)).toEqual(['invited'])
    expect(await findInvitations(desk, accountId)).toEqual([TOWN])

    expect(await accept(desk, accountId)).toBe(true)
    expect(await rights()).toBe(1)
    expect(await seen()).toMatchObject({
      name: 'Īstais Vārds',
      language: 'lv',
      state: 'active',
      hasCodes: false,
    })
    expect(await accept(desk, accountId)).toBe(false)
  })

  test('may decline, be asked again, and is not asked by what was taken back', async ({
    office: { desk },
  }) => {
    const accountId = await newAccount(desk, { municipalityId: HOME, email: 'no@j.lv', name: 'Īstais Vārds' })
    const admin = administratorOf(TOWN)
    await invite(desk, admin, { ...typed, email: 'no@j.lv' })
    expect(await inviteAgain(desk, admin, TOWN, accountId)).toEqual({ isSent: true })
    await accept(desk, accountId, false)
    expect(await getAccount(desk, admin.user, TOWN, accountId)).toMatchObject({
      state: 'ended',
      name: 'Kāds Cits',
    })
    await invite(desk, admin, { ...typed, email: 'no@j.lv' })
    expect(await findInvitations(desk, accountId)).toEqual([TOWN])
    await endAccount(desk, admin, { municipalityId: TOWN, accountId, why: 'Kļūda adresē' })
    expect(await accept(desk, accountId)).toBe(false)
    const names = await readAs(desk.db, operator(TOWN), (tx) => findAccountNames(tx, TOWN, [accountId]))
    expect(names.get(accountId)).toBe('Kāds Cits')
    expect((await enter(desk, 'no@j.lv')).tried.outcome).toBe('in')
  })

  test('agrees by the letter where they work nowhere any more', async ({ office: { desk } }) => {
    const accountId = await newAccount(desk, { municipalityId: HOME, email: 'back@j.lv' })
    await endAccount(desk, OPERATOR(HOME), { municipalityId: HOME, accountId, why: 'Pārcēlies' })
    const invited = await invite(desk, OPERATOR(TOWN), { ...typed, email: 'back@j.lv' })
    const token = tokenIn(('link' in invited && invited.link) || '')
    expect(await choosePassword(desk, newAsker(), { token, password: PASSWORD })).toEqual({
      done: 'invitation',
    })
    expect(await getAccount(desk, operator(TOWN), TOWN, accountId)).toMatchObject({ state: 'active' })
  })

  test('does not agree to one by the letter of another', async ({ office: { desk } }) => {
    const first = await invite(desk, OPERATOR(HOME), { ...typed, municipalityId: HOME, email: 'new@j.lv' })
    const accountId = await accountIdOf(desk, 'new@j.lv')
    const second = await invite(desk, OPERATOR(TOWN), { ...typed, email: 'new@j.lv' })
    expect(first).toHaveProperty('link')
    const token = tokenIn(('link' in second && second.link) || '')
    await choosePassword(desk, newAsker(), { token, password: PASSWORD })
    expect(await findInvitations(desk, accountId)).toEqual([TOWN])
  })
})

describe('password and codes of who works elsewhere too', () => {
  test('are taken away by who administers all of it, and by nobody else', async ({ office: { desk } }) => {
    const accountId = await newAccount(desk, {
      municipalityId: HOME,
      email: 'whole@j.lv',
      role: 'councilMember',
    })
    const asked = { municipalityId: TOWN, accountId, why: 'Pazaudēts tālrunis' }
    await invite(desk, administratorOf(TOWN), { ...typed, email: 'whole@j.lv' })
    const refused = { status: 403, reason: 'platform.refused.accountElsewhere' }
    await expect(recover(desk, administratorOf(TOWN), asked)).rejects.toMatchObject(refused)
    // What was only invited does not hinder those at home.
    await recover(desk, administratorOf(HOME), { ...asked, municipalityId: HOME })
    await accept(desk, accountId)
    await expect(recover(desk, administratorOf(TOWN), asked)).rejects.toMatchObject(refused)
    await expect(
      recover(desk, administratorOf(HOME), { ...asked, municipalityId: HOME }),
    ).rejects.toMatchObject(refused)
    expect(await recover(desk, administratorOf(HOME, TOWN), asked)).toHaveProperty('link')
  })

  test('are those of the country to take away from who has rights in all of it', async ({
    office: { desk },
  }) => {
    const accountId = await newAccount(desk, { municipalityId: TOWN, email: 'state@j.lv' })
    const scope = { kind: 'country' } as const
    const entry = {
      accountId,
      role: 'ministryReader' as const,
      scope,
      validFrom: municipalDay(),
      validTo: null,
    }
    expect(await giveRole(desk.db, operator(), entry)).toHaveProperty('id')
    const asked = { municipalityId: TOWN, accountId, why: 'Pazaudēts tālrunis' }
    await expect(recover(desk, administratorOf(TOWN), asked)).rejects.toMatchObject({
      status: 403,
      reason: 'platform.refused.accountOfCountry',
    })
    const both = {
      ...ofCountry,
      user: { ...ofCountry.user, grants: [...ofCountry.user.grants, ...administratorOf(TOWN).user.grants] },
    }
    expect(await recover(desk, both, asked)).toHaveProperty('link')
  })

  test('go on where somebody works besides, when the account ends in one place', async ({
    office: { desk },
  }) => {
    const accountId = await newAccount(desk, { municipalityId: HOME, email: 'stays@j.lv' })
    await invite(desk, administratorOf(TOWN), { ...typed, email: 'stays@j.lv' })
    await accept(desk, accountId)
    const { asker } = await enter(desk, 'stays@j.lv')
    await endAccount(desk, OPERATOR(TOWN), { municipalityId: TOWN, accountId, why: 'Vairs te nestrādā' })
    expect(await findVisitor(desk, asker)).toBeDefined()
  })
})
