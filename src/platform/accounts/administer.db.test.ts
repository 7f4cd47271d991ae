import { sql } from 'kysely'
import { describe, expect, onTestFinished, vi } from 'vitest'
import {
  accountIdOf,
  codeOf,
  enter,
  newAccount,
  newAsker,
  OPERATOR,
  openDesk,
  PASSWORD,
  sessionOf,
  setUpCodes,
  tokenIn,
  withCookies,
} from '../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { beginAsAccounts, readAs } from '../database/scope.server.ts'
import { findUser } from '../rights/grants.server.ts'
import { ROLES, type Role } from '../rights/roles.ts'
import type { Scope } from '../rights/scope.ts'
import { may, type User } from '../users.ts'
import { removeCredentials } from './accounts-store.server.ts'
import { endAccount, invite, inviteAgain, listAccounts, recover } from './administer.service.server.ts'
import type { AccountDesk } from './desk.server.ts'
import { findAccountAddresses, findAccountHolders } from './holders-store.server.ts'
import { answerInvitation } from './joining.service.server.ts'
import { askForReset, choosePassword, readLink } from './links.service.server.ts'
import { changePassword } from './own-account.service.server.ts'
import { signInByCode } from './sign-in.service.server.ts'
import { findVisitor } from './visitor.service.server.ts'

const TOWN = '00000000-0000-7000-8000-00000000acd1'
const OTHER = '00000000-0000-7000-8000-00000000acd2'
const test = databaseTest.extend('office', { scope: 'file' }, ({ db }) => openDesk(db))

const invitation = (email: string) => ({
  municipalityId: TOWN,
  name: 'Jānis Bērziņš',
  email,
  language: 'lv' as const,
})
const administrator = (id: string): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'administrator', scope: { kind: 'municipality', municipalityId: TOWN } }],
})

describe('an invitation', () => {
  test('comes by mail, in the language of whoever gets it, and is good once', async ({ office }) => {
    const { desk, letters } = office
    await invite(desk, OPERATOR(TOWN), { ...invitation('janis@b.lv'), language: 'en' })
    const letter = letters.at(-1)
    expect(letter).toMatchObject({ to: { address: 'janis@b.lv' }, subject: 'Invitation: Izaugsme' })
    const link = /http\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/en\/pieslegties\/uzaicinajums\?kods=/)
    // 256 random bits.
    expect(tokenIn(link)).toMatch(/^[\w-]{43}$/)
    const chosen = { token: tokenIn(link), password: PASSWORD }
    expect(await choosePassword(desk, newAsker(), chosen)).toEqual({ done: 'invitation' })
    expect(await choosePassword(desk, newAsker(), chosen)).toEqual({ problem: 'gone' })
    expect((await enter(desk, 'janis@b.lv')).tried.outcome).toBe('in')
  })

  test('is used by one of two who come at once', async ({ office: { desk } }) => {
    const invited = await invite(desk, OPERATOR(TOWN), invitation('race@b.lv'))
    const token = tokenIn(('link' in invited && invited.link) || '')
    const both = await Promise.all([
      choosePassword(desk, newAsker(), { token, password: `${PASSWORD} a` }),
      choosePassword(desk, newAsker(), { token, password: `${PASSWORD} b` }),
    ])
    expect(both.filter((one) => 'done' in one)).toHaveLength(1)
  })

  test('ends after a week, and when another is sent', async ({ office: { desk } }) => {
    const first = await invite(desk, OPERATOR(TOWN), invitation('late@b.lv'))
    const again = await inviteAgain(desk, OPERATOR(TOWN), TOWN, await accountIdOf(desk, 'late@b.lv'))
    expect(await readLink(desk, tokenIn(('link' in first && first.link) || ''))).toBeUndefined()
    const token = tokenIn(again && 'link' in again ? String(again.link) : '')
    expect(await readLink(desk, token)).toMatchObject({ email: 'late@b.lv' })
    await beginAsAccounts(desk.db, (tx) =>
      sql`update accounts.mailed_link set expires_at = expires_at - interval '7 days'`.execute(tx),
    )
    expect(await readLink(desk, token)).toBeUndefined()
  })

  test('takes no password that is short, common or one’s own name', async ({ office: { desk } }) => {
    const invited = await invite(desk, OPERATOR(TOWN), invitation('weak@b.lv'))
    const token = tokenIn(('link' in invited && invited.link) || '')
    const problemOf = async (password: string) => choosePassword(desk, newAsker(), { token, password })
    expect(await problemOf('short')).toEqual({ problem: 'short' })
    expect(await problemOf('Parole123456')).toEqual({ problem: 'common' })
    expect(await problemOf('JanisBerzins1')).toEqual({ problem: 'own' })
    expect(await problemOf(PASSWORD)).toEqual({ done: 'invitation' })
  })

  test('is not for who has an account here', async ({ office: { desk } }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'two@b.lv' })
    expect(await invite(desk, OPERATOR(TOWN), invitation('TWO@b.lv'))).toEqual({ problem: 'known' })
  })

  test('is nobody’s to send but an administrator’s', async ({ office: { desk } }) => {
    const user: User = {
      id: 'x',
      kind: 'member',
      grants: [{ role: 'educationHead', scope: { kind: 'municipality', municipalityId: TOWN } }],
    }
    await expect(invite(desk, { user, asker: undefined }, invitation('no@b.lv'))).rejects.toMatchObject({
      status: 403,
    })
    const elsewhere = { user: administrator('y'), asker: undefined }
    const there = { ...invitation('no@b.lv'), municipalityId: OTHER }
    await expect(invite(desk, elsewhere, there)).rejects.toMatchObject({ status: 403 })
  })
})

describe('names of accounts', () => {
  test('are seen by whoever has a right in the municipality, and by nobody elsewhere', async ({
    office: { desk },
  }) => {
    const accountId = await newAccount(desk, { municipalityId: TOWN, email: 'seen@b.lv' })
    const reader = (municipalityId: string): User => ({
      id: 'reader',
      kind: 'member',
      grants: [{ role: 'councilMember', scope: { kind: 'municipality', municipalityId } }],
    })
    const seen = await readAs(desk.db, reader(TOWN), (tx) => findAccountHolders(tx, TOWN))
    expect(seen.map(({ accountId: id }) => id)).toContain(accountId)
    expect(await readAs(desk.db, reader(OTHER), (tx) => findAccountHolders(tx, TOWN))).toEqual([])
  })
})

describe('addresses of e-mail', () => {
  test.for([...(Object.keys(ROLES) as Role[])])(
    '%s sees them only with the right to',
    async (role, { office }) => {
      const { desk } = office
      const accountId = await newAccount(desk, {
        municipalityId: TOWN,
        email: `${role.toLowerCase()}@seen.lv`,
      })
      const level = ROLES[role].find((one) => one !== 'country') ?? 'municipality'
      const scope = { kind: level, municipalityId: TOWN, id: TOWN } as Scope
      const user: User = { id: `reader-${role}`, kind: 'member', grants: [{ role, scope }] }
      const own: User = { id: accountId, kind: 'member', grants: user.grants }
      const read = (who: User) => readAs(desk.db, who, (tx) => findAccountAddresses(tx, TOWN))
      const mayRead = may(user, 'platform.account.read', { municipalityId: TOWN })
      expect((await read(user)).has(accountId)).toBe(mayRead)
      expect((await read(own)).get(accountId)).toBe(`${role}@seen.lv`.toLowerCase())
      if (!mayRead) expect([...(await read(own)).keys()]).toEqual([accountId])
    },
  )

  test('are no column of what everybody present reads', async ({ office: { desk } }) => {
    const pupil: User = {
      id: 'pupil',
      kind: 'member',
      grants: [{ role: 'pupil', scope: { kind: 'person', municipalityId: TOWN, id: TOWN } }],
    }
    const read = readAs(desk.db, pupil, (tx) => sql`select email from platform.account_holder`.execute(tx))
    await expect(read).rejects.toThrow('email')
    const { rows } = await readAs(desk.db, pupil, (tx) =>
      sql`select email from platform.account_address`.execute(tx),
    )
    expect(rows).toEqual([])
  })
})

test('a letter that cannot be sent leaves no address in the log', async ({ db }) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => log.mockRestore())
  const { desk } = await openDesk(db)
  const shut: AccountDesk = {
    ...desk,
    post: async ({ to }) => Promise.reject(new Error(`550 no box for ${to.address}`)),
  }
  const invited = await invite(shut, OPERATOR(TOWN), invitation('nobox@b.lv'))
  expect(invited).toMatchObject({ isSent: false })
  await (await askForReset(shut, newAsker(), 'nobox@b.lv')).sent
  expect(log.mock.calls.join()).toContain('could not be sent')
  expect(log.mock.calls.join()).not.toContain('nobox')
})

describe('a forgotten password', () => {
  test('is answered alike whether the address is known or not, and ends all sessions', async ({ office }) => {
    const { desk, letters } = office
    await newAccount(desk, { municipalityId: TOWN, email: 'lost@b.lv' })
    const { asker } = await enter(desk, 'lost@b.lv')
    const before = letters.length
    const unknown = await askForReset(desk, newAsker(), 'nobody@b.lv')
    await unknown.sent
    expect(letters).toHaveLength(before)
    const known = await askForReset(desk, newAsker(), 'lost@b.lv')
    await known.sent
    expect(known.seconds).toBe(unknown.seconds)
    const link = /http\S+/.exec(letters.at(-1)?.text ?? '')?.[0] ?? ''
    const changed = await choosePassword(desk, newAsker(), {
      token: tokenIn(link),
      password: 'cita gara parole te',
    })
    expect(changed).toEqual({ done: 'reset' })
    expect(await findVisitor(desk, asker)).toBeUndefined()
    expect((await enter(desk, 'lost@b.lv')).tried.outcome).toBe('wrong')
    expect((await enter(desk, 'lost@b.lv', newAsker(), 'cita gara parole te')).tried.outcome).toBe('in')
  })
})

describe('a password that changes', () => {
  test('leaves the second factor where it was when it was forgotten', async ({ office }) => {
    const { desk, letters } = office
    await newAccount(desk, { municipalityId: TOWN, email: 'factor@b.lv', role: 'dataAnalyst' })
    const { secret } = await setUpCodes(desk, (await enter(desk, 'factor@b.lv')).asker)
    await (await askForReset(desk, newAsker(), 'factor@b.lv')).sent
    const token = tokenIn(/http\S+/.exec(letters.at(-1)?.text ?? '')?.[0] ?? '')
    const chosen = 'pavisam cita gara parole'
    await choosePassword(desk, newAsker(), { token, password: chosen })
    const { tried, asker } = await enter(desk, 'factor@b.lv', newAsker(), chosen)
    expect(tried.outcome).toBe('code')
    expect(await findVisitor(desk, asker)).toBeUndefined()
    const confirmed = await signInByCode(desk, asker, codeOf(secret, 1))
    expect(confirmed.outcome).toBe('in')
  })

  test('ends all other sessions, and not the one in which it is changed', async ({ office: { desk } }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'devices@b.lv' })
    const [here, there] = [
      (await enter(desk, 'devices@b.lv')).asker,
      (await enter(desk, 'devices@b.lv')).asker,
    ]
    const own = { desk, asker: here, session: await sessionOf(desk, here) }
    const wrong = { before: 'not the right one', after: 'pavisam cita gara parole' }
    expect(await changePassword(own, wrong)).toEqual({ problem: 'wrong' })
    const changed = await changePassword(own, { ...wrong, before: PASSWORD })
    if (!('cookies' in changed)) throw new Error(changed.problem)
    expect(await findVisitor(desk, withCookies(here, changed.cookies))).toBeDefined()
    expect(await findVisitor(desk, there)).toBeUndefined()
  })

  test('is not chosen in a session by who has none: whoever sits there may be somebody else', async ({
    office: { desk },
  }) => {
    const accountId = await newAccount(desk, { municipalityId: TOWN, email: 'without@b.lv' })
    const { asker } = await enter(desk, 'without@b.lv')
    const own = { desk, asker, session: await sessionOf(desk, asker) }
    await beginAsAccounts(desk.db, (tx) => removeCredentials(tx, accountId))
    const change = changePassword(own, { before: PASSWORD, after: 'pavisam cita gara parole' })
    await expect(change).rejects.toMatchObject({ status: 403 })
  })
})

describe('an administrator', () => {
  test('recovers another’s account, and never the own one', async ({ office }) => {
    const { desk, letters } = office
    const accountId = await newAccount(desk, {
      municipalityId: TOWN,
      email: 'phone@b.lv',
      role: 'dataAnalyst',
    })
    const { asker } = await setUpCodes(desk, (await enter(desk, 'phone@b.lv')).asker)
    const asked = { municipalityId: TOWN, accountId, why: 'Pazaudēts tālrunis' }
    const own = { user: administrator(accountId), asker: undefined }
    await expect(recover(desk, own, asked)).rejects.toMatchObject({ status: 403 })
    await recover(desk, { user: administrator('admin'), asker: undefined }, asked)
    expect(await findVisitor(desk, asker)).toBeUndefined()
    expect((await enter(desk, 'phone@b.lv')).tried.outcome).toBe('wrong')
    const link = /http\S+/.exec(letters.at(-1)?.text ?? '')?.[0] ?? ''
    await choosePassword(desk, newAsker(), { token: tokenIn(link), password: PASSWORD })
    const again = await enter(desk, 'phone@b.lv')
    expect(again.tried.outcome).toBe('in')
    expect(await findVisitor(desk, again.asker)).toMatchObject({ hindrance: 'setUp' })
  })

  test('ends an account: sessions and grants at once, the name stays', async ({ office: { desk } }) => {
    const accountId = await newAccount(desk, {
      municipalityId: TOWN,
      email: 'gone@b.lv',
      role: 'councilMember',
    })
    const { asker } = await enter(desk, 'gone@b.lv')
    expect((await findVisitor(desk, asker))?.user.grants).toHaveLength(1)
    await endAccount(desk, OPERATOR(TOWN), { municipalityId: TOWN, accountId, why: 'Vairs nestrādā' })
    expect(await findVisitor(desk, asker)).toBeUndefined()
    expect((await enter(desk, 'gone@b.lv')).tried).toEqual({ outcome: 'wrong', cookies: [] })
    const { grants } = await findUser(desk.db, accountId)
    expect(grants.every(({ validTo }) => typeof validTo === 'string')).toBe(true)
    const accounts = await listAccounts(desk, OPERATOR(TOWN).user, TOWN)
    expect(accounts.find((one) => one.accountId === accountId)).toMatchObject({
      name: 'Anna Ozola',
      state: 'ended',
    })
  })

  test('ends it where it works, and leaves it where it works besides', async ({ office: { desk } }) => {
    const accountId = await newAccount(desk, {
      municipalityId: OTHER,
      email: 'both@b.lv',
      role: 'councilMember',
    })
    await invite(desk, OPERATOR(TOWN), invitation('both@b.lv'))
    const answer = { municipalityId: TOWN, accepts: true }
    await answerInvitation(desk, { accountId, asker: newAsker() }, answer)
    await endAccount(desk, OPERATOR(OTHER), { municipalityId: OTHER, accountId, why: 'Pārcēlies' })
    const { tried, asker } = await enter(desk, 'both@b.lv')
    expect(tried.outcome).toBe('in')
    expect((await findVisitor(desk, asker))?.user.grants).toEqual([])
  })
})
