import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import {
  codeOf,
  enter,
  newAccount,
  newAsker,
  openDesk,
  PASSWORD,
  sessionOf,
  setUpCodes,
  withCookies,
} from '../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { beginAsAccounts, readAs } from '../database/scope.server.ts'
import { operator } from '../users.ts'
import type { Asker } from './desk.server.ts'
import { endOwnSessions, readOwnAccount, renewBackupCodes } from './own-account.service.server.ts'
import { findSecurityEvents } from './security-log.server.ts'
import { signIn, signInByCode, signOut } from './sign-in.service.server.ts'
import { findVisitor } from './visitor.service.server.ts'

const TOWN = '00000000-0000-7000-8000-00000000acc1'
const test = databaseTest.extend('desk', { scope: 'file' }, async ({ db }) => (await openDesk(db)).desk)

describe('signing in with a password', () => {
  test('lets in who has an account, by whatever letters the address is written', async ({ desk }) => {
    const accountId = await newAccount(desk, { municipalityId: TOWN, email: 'anna@a.lv' })
    const { tried, asker } = await enter(desk, '  Anna@A.lv ')
    expect(tried.outcome).toBe('in')
    expect(tried.cookies.join()).toMatch(/HttpOnly/i)
    expect(tried.cookies.join()).toMatch(/SameSite=Lax/i)
    expect(tried.cookies.join()).not.toMatch(/Secure/i)
    expect(await findVisitor(desk, asker)).toMatchObject({ user: { id: accountId, kind: 'member' } })
  })

  test('answers a wrong password, an unknown address and an ended account alike', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'known@a.lv' })
    const wrong = await enter(desk, 'known@a.lv', newAsker(), 'something else altogether')
    const unknown = await enter(desk, 'unknown@a.lv')
    expect(wrong.tried).toEqual({ outcome: 'wrong', cookies: [] })
    expect(unknown.tried).toEqual(wrong.tried)
  })

  test('has cookies for https alone where the installation is reached by https', async ({ db }) => {
    const { desk } = await openDesk(db, { address: 'https://izaugsme.example.lv' })
    await newAccount(desk, { municipalityId: TOWN, email: 'secure@a.lv' })
    const { tried, asker } = await enter(desk, 'secure@a.lv')
    expect(tried.cookies[0]).toMatch(/^__Secure-.*; Secure/i)
    expect(await findVisitor(desk, asker)).toBeDefined()
  })

  test('takes no cookie that was made up or altered', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'forged@a.lv' })
    const { asker } = await enter(desk, 'forged@a.lv')
    const altered = asker.cookie.replace(
      /session_token=(.)/,
      (_, one) => `session_token=${one === 'a' ? 'b' : 'a'}`,
    )
    expect(await findVisitor(desk, { ...asker, cookie: altered })).toBeUndefined()
    const unsigned = asker.cookie.replace(/\.[^.]*$/, '.AAAA')
    expect(await findVisitor(desk, { ...asker, cookie: unsigned })).toBeUndefined()
  })

  test('keeps a hash of the session’s token, and none of the token', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'hash@a.lv' })
    const { asker } = await enter(desk, 'hash@a.lv')
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(asker.cookie)?.[1] ?? '').split('.')[0]
    const { rows } = await beginAsAccounts(desk.db, (tx) =>
      sql<{ token: string }>`select token from accounts.user_session`.execute(tx),
    )
    expect(token).toMatch(/^[0-9A-Za-z]{32}$/)
    expect(rows.map((row) => row.token)).not.toContain(token)
  })
})

describe('limits', () => {
  test('make who guesses one person’s password wait, longer each time', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'guessed@a.lv' })
    for (let index = 0; index < 5; index += 1)
      expect((await enter(desk, 'guessed@a.lv', newAsker(), `wrong password ${index}`)).tried.outcome).toBe(
        'wrong',
      )
    // Even the right one, from anywhere: otherwise the answer would tell.
    const { tried } = await enter(desk, 'guessed@a.lv')
    expect(tried).toMatchObject({ outcome: 'wait' })
  })

  test('are the same for an address that nobody has', async ({ desk }) => {
    for (let index = 0; index < 5; index += 1) await enter(desk, 'nobody@a.lv', newAsker(), `wrong ${index}`)
    expect((await enter(desk, 'nobody@a.lv')).tried.outcome).toBe('wait')
  })

  test('hold one network that tries many people', async ({ desk }) => {
    const asker = newAsker()
    const outcomes: string[] = []
    for (let index = 0; index < 22; index += 1)
      outcomes.push((await enter(desk, `many-${index}@a.lv`, asker, 'wrong password')).tried.outcome)
    expect(outcomes.slice(0, 20)).not.toContain('wait')
    expect(outcomes.at(-1)).toBe('wait')
  })

  test('let nobody through who tries at once', async ({ desk }) => {
    const tries = Array.from({ length: 12 }, () => enter(desk, 'burst@a.lv', newAsker(), 'wrong password'))
    const outcomes = (await Promise.all(tries)).map(({ tried }) => tried.outcome)
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(5)
  })

  test('hold who guesses codes: five of one sign-in, and then the account for all', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'codes@a.lv', role: 'dataAnalyst' })
    const { secret } = await setUpCodes(desk, (await enter(desk, 'codes@a.lv')).asker)
    const guess = async (asker: Asker, times: number) => {
      for (let index = 0; index < times; index += 1) await signInByCode(desk, asker, `00000${index}`)
    }
    const first = (await enter(desk, 'codes@a.lv')).asker
    await guess(first, 5)
    expect((await signInByCode(desk, first, codeOf(secret, 1))).outcome).toBe('wrong')
    await guess((await enter(desk, 'codes@a.lv')).asker, 5)
    const another = (await enter(desk, 'codes@a.lv')).asker
    expect((await signInByCode(desk, another, codeOf(secret, 1))).outcome).toBe('wrong')
  })

  test('forget what was wrong once it was right', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'clumsy@a.lv' })
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 3; index += 1)
        await enter(desk, 'clumsy@a.lv', newAsker(), 'wrong password')
      expect((await enter(desk, 'clumsy@a.lv')).tried.outcome).toBe('in')
    }
  })
})

describe('the second factor', () => {
  test('is asked of whoever may change data, before any right', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'editor@a.lv', role: 'educationSpecialist' })
    const { asker } = await enter(desk, 'editor@a.lv')
    expect(await findVisitor(desk, asker)).toMatchObject({ hindrance: 'setUp', user: { grants: [] } })
    const { asker: after } = await setUpCodes(desk, asker)
    const visitor = await findVisitor(desk, after)
    expect(visitor?.hindrance).toBe(null)
    expect(visitor?.user.grants).toHaveLength(1)
    // The session goes on under another token.
    expect(await findVisitor(desk, asker)).toBeUndefined()
  })

  test('is not asked of a council member, who only reads', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'council@a.lv', role: 'councilMember' })
    const { asker } = await enter(desk, 'council@a.lv')
    expect(await findVisitor(desk, asker)).toMatchObject({ hindrance: null })
  })

  test('follows the password, and a code is good once', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'twice@a.lv', role: 'dataAnalyst' })
    const { secret } = await setUpCodes(desk, (await enter(desk, 'twice@a.lv')).asker)
    const first = await enter(desk, 'twice@a.lv')
    expect(first.tried.outcome).toBe('code')
    expect(await findVisitor(desk, first.asker)).toBeUndefined()
    expect((await signInByCode(desk, first.asker, '000000')).outcome).toBe('wrong')
    // Shown when it was set up.
    expect((await signInByCode(desk, first.asker, codeOf(secret))).outcome).toBe('wrong')
    const second = await enter(desk, 'twice@a.lv')
    const next = codeOf(secret, 1)
    const right = await signInByCode(desk, second.asker, ` ${next.slice(0, 3)} ${next.slice(3)} `)
    expect(right.outcome).toBe('in')
    expect(await findVisitor(desk, withCookies(second.asker, right.cookies))).toMatchObject({
      hindrance: null,
    })
    const third = await enter(desk, 'twice@a.lv')
    expect((await signInByCode(desk, third.asker, next)).outcome).toBe('wrong')
  })

  test('can be a backup code, each once', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'backup@a.lv', role: 'dataAnalyst' })
    const { backupCodes } = await setUpCodes(desk, (await enter(desk, 'backup@a.lv')).asker)
    expect(backupCodes).toHaveLength(10)
    for (const one of backupCodes) expect(one).toMatch(/^[0-9A-Za-z]{5}-[0-9A-Za-z]{5}$/)
    const [code = ''] = backupCodes
    expect((await signInByCode(desk, (await enter(desk, 'backup@a.lv')).asker, code)).outcome).toBe('in')
    expect((await signInByCode(desk, (await enter(desk, 'backup@a.lv')).asker, code)).outcome).toBe('wrong')
  })

  test('is of no use without the password', async ({ desk }) => {
    expect((await signInByCode(desk, newAsker(), '123456')).outcome).toBe('wrong')
  })
})

describe('sessions', () => {
  test('have a token of their own each: who signs in anew shows another, the one before is no use', async ({
    desk,
  }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'anew@a.lv' })
    const before = (await enter(desk, 'anew@a.lv')).asker
    const { asker } = await enter(desk, 'anew@a.lv', before)
    expect(await findVisitor(desk, asker)).toBeDefined()
    expect(await findVisitor(desk, before)).toBeUndefined()
  })

  test('go on under another token when the password is shown again', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'again@a.lv', role: 'dataAnalyst' })
    const { asker } = await setUpCodes(desk, (await enter(desk, 'again@a.lv')).asker)
    const own = { desk, asker, session: await sessionOf(desk, asker) }
    const renewed = await renewBackupCodes(own, PASSWORD)
    if (!('cookies' in renewed)) throw new Error(renewed.problem)
    expect(renewed.cookies[0]).toMatch(/; Max-Age=28\d{3}; Path=\/; HttpOnly; SameSite=Lax$/)
    const after = withCookies(asker, renewed.cookies)
    expect(await findVisitor(desk, after)).toMatchObject({ hindrance: null, session: { id: own.session.id } })
    expect(await findVisitor(desk, asker)).toBeUndefined()
  })

  test('end by signing out', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'out@a.lv' })
    const { asker } = await enter(desk, 'out@a.lv')
    await signOut(desk, asker)
    expect(await findVisitor(desk, asker)).toBeUndefined()
  })

  test('are listed, and one or all others are ended at once by who gives the password', async ({ desk }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'many@a.lv' })
    const [one, two, three] = [
      await enter(desk, 'many@a.lv'),
      await enter(desk, 'many@a.lv'),
      await enter(desk, 'many@a.lv'),
    ]
    const session = await sessionOf(desk, one.asker)
    const visitor = await findVisitor(desk, one.asker)
    if (!visitor) throw new Error('nobody')
    const { sessions, events } = await readOwnAccount(desk, visitor.user, session)
    expect(sessions).toHaveLength(3)
    expect(events[0]).toMatchObject({ kind: 'signedIn' })
    expect(sessions.map(({ clientAddress }) => clientAddress)).toContain(two.asker.clientAddress)
    const own = { desk, asker: one.asker, session }
    const { id } = await sessionOf(desk, two.asker)
    expect(await endOwnSessions(own, { id }, 'not the right one')).toEqual({ problem: 'wrong' })
    expect(await findVisitor(desk, two.asker)).toBeDefined()
    await endOwnSessions(own, { id }, PASSWORD)
    expect(await findVisitor(desk, two.asker)).toBeUndefined()
    expect(await findVisitor(desk, three.asker)).toBeDefined()
    const ended = await endOwnSessions(own, 'others', PASSWORD)
    if (!('cookies' in ended)) throw new Error(ended.problem)
    expect(await findVisitor(desk, three.asker)).toBeUndefined()
    expect(await findVisitor(desk, withCookies(one.asker, ended.cookies))).toBeDefined()
  })

  test('end after eight hours', async ({ desk, open }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'long@a.lv' })
    const { asker } = await enter(desk, 'long@a.lv')
    const { id } = await sessionOf(desk, asker)
    const { rows } = await beginAsAccounts(desk.db, (tx) =>
      sql<{ hours: number }>`select extract(epoch from expires_at - created_at)::float8 / 3600 as hours
        from accounts.user_session where id = ${id}`.execute(tx),
    )
    expect(rows[0]?.hours).toBeCloseTo(8, 1)
    expect(open).toBeDefined()
    await beginAsAccounts(desk.db, (tx) =>
      sql`update accounts.user_session set expires_at = now() - interval '1 second' where id = ${id}`.execute(
        tx,
      ),
    )
    expect(await findVisitor(desk, asker)).toBeUndefined()
  })
})

describe('the security log', () => {
  test('tells of wrong passwords without the password or the address', async ({ desk }) => {
    const accountId = await newAccount(desk, { municipalityId: TOWN, email: 'logged@a.lv' })
    await signIn(desk, newAsker(), { email: 'logged@a.lv', password: 'not the right one' })
    const administrator = operator(TOWN)
    const { events } = await readAs(desk.db, administrator, (tx) =>
      findSecurityEvents(tx, { municipalityId: TOWN, accountIds: [accountId] }),
    )
    expect(events.map(({ kind }) => kind)).toEqual(['passwordWrong', 'accepted', 'invited'])
    const { rows } = await readAs(desk.db, administrator, (tx) =>
      sql<{ all: string }>`select string_agg(e::text, ' ') as all from platform.security_event e`.execute(tx),
    )
    expect(rows[0]?.all).not.toContain('logged@a.lv')
    expect(rows[0]?.all).not.toContain(PASSWORD)
  })

  test('is read by whoever may read accounts there, and by nobody else', async ({ desk }) => {
    const elsewhere = operator('00000000-0000-7000-8000-00000000acc2')
    const { events } = await readAs(desk.db, elsewhere, (tx) => findSecurityEvents(tx, {}))
    expect(events).toEqual([])
  })

  test('can be changed by nobody, and loses nothing younger than a year', async ({ desk }) => {
    const change = beginAsAccounts(desk.db, (tx) =>
      sql`update platform.security_event set kind = 'signedIn'`.execute(tx),
    )
    await expect(change).rejects.toThrow('permission denied')
    const gone = await beginAsAccounts(desk.db, (tx) =>
      tx.deleteFrom('platform.security_event').where('at', '<', new Date('2100-01-01')).executeTakeFirst(),
    )
    expect(gone.numDeletedRows).toBe(0n)
  })
})
