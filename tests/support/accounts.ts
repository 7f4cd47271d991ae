import { TOTP } from 'otpauth'
import { findAccountByEmail } from '#platform/accounts/accounts-store.server.ts'
import { type Administrator, invite } from '#platform/accounts/administer.service.server.ts'
import type { AccountDesk, Asker } from '#platform/accounts/desk.server.ts'
import { choosePassword } from '#platform/accounts/links.service.server.ts'
import { beginSetUp, finishSetUp, readSetUp } from '#platform/accounts/own-account.service.server.ts'
import { signIn } from '#platform/accounts/sign-in.service.server.ts'
import { findVisitor } from '#platform/accounts/visitor.service.server.ts'
import { beginAsAccounts } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import type { Scope } from '#platform/rights/scope.ts'
import { operator } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { createAccountDesk, type DeskSettings } from '../../src/app/accounts/create-desk.server.ts'

export const PASSWORD = 'zilonis lec pāri žogam'

/** A desk of accounts over a database of the tests, with the letters that it has sent. */
export async function openDesk(db: Database, settings: Partial<DeskSettings> = {}) {
  const letters: Letter[] = []
  const ordinary: DeskSettings = {
    secret: 'a secret of the tests, with more than 32 characters',
    dataFolder: '',
    address: undefined,
    host: '127.0.0.1',
    port: 3000,
    demo: 'none',
    proxies: [],
    oidc: undefined,
  }
  const desk = await createAccountDesk(db, { ...ordinary, ...settings }, async (letter) => {
    letters.push(letter)
  })
  return { desk, letters }
}

let asked = 0
/** Somebody at an address of the network that nobody else has. */
export function newAsker(more: Partial<Asker> = {}): Asker {
  asked += 1
  const clientAddress = `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`
  return {
    cookie: '',
    userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
    clientAddress,
    isHere: false,
    ...more,
  }
}

/** The same browser after an answer, with the cookies that it was given. */
export function withCookies(asker: Asker, set: readonly string[]): Asker {
  const jar = new Map(
    asker.cookie.split('; ').flatMap((one) => (one ? [one.split(/=(.*)/s) as [string, string]] : [])),
  )
  for (const cookie of set) {
    const [name = '', value = ''] = cookie.split(';', 1)[0]?.split(/=(.*)/s) ?? []
    if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, value)
  }
  return { ...asker, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
}

export const OPERATOR = (municipalityId: string): Administrator => ({
  user: municipalityId === COUNTRY ? operator() : operator(municipalityId),
  asker: undefined,
})

type Wanted = { municipalityId: string; email: string; name?: string; role?: Role }

/** An account whose owner has chosen a password. Answers its id. */
export async function newAccount(
  desk: AccountDesk,
  { municipalityId, email, name = 'Anna Ozola', role }: Wanted,
) {
  const invited = await invite(desk, OPERATOR(municipalityId), {
    municipalityId,
    name,
    email,
    language: 'lv',
  })
  if ('problem' in invited) throw new Error(`newAccount: ${email} is there already`)
  await choosePassword(desk, newAsker(), { token: tokenIn(invited.link ?? ''), password: PASSWORD })
  const { accountId } = invited
  if (role) {
    const scope: Scope =
      municipalityId === COUNTRY ? { kind: 'country' } : { kind: 'municipality', municipalityId }
    const entry = { accountId, role, scope, validFrom: municipalDay(), validTo: null }
    const given = await giveRole(desk.db, OPERATOR(municipalityId).user, entry)
    if ('problem' in given) throw new Error(given.problem)
  }
  return accountId
}

export const tokenIn = (link: string) => new URL(link).searchParams.get('kods') ?? ''

/** Signs in with the password of the tests. */
export async function enter(desk: AccountDesk, email: string, asker = newAsker(), password = PASSWORD) {
  const tried = await signIn(desk, asker, { email, password })
  return { tried, asker: withCookies(asker, tried.cookies) }
}

/** The session of a browser. */
export async function sessionOf(desk: AccountDesk, asker: Asker) {
  const visitor = await findVisitor(desk, asker)
  if (!visitor) throw new Error('sessionOf: nobody has signed in')
  return visitor.session
}

/** What the app on a phone shows, some steps of 30 seconds from now. */
export const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: Date.now() + steps * 30_000 })

/** Sets up a second factor. Answers its secret and backup codes, and the browser that goes on. */
export async function setUpCodes(desk: AccountDesk, asker: Asker) {
  const session = await sessionOf(desk, asker)
  const begun = await beginSetUp({ desk, asker, session }, PASSWORD)
  const setUp = await readSetUp(desk, session)
  if (!setUp || !('cookies' in begun)) throw new Error('setUpCodes: nothing was begun')
  const goesOn = withCookies(asker, begun.cookies)
  const done = await finishSetUp({ desk, asker: goesOn, session }, codeOf(setUp.secret))
  if (!('backupCodes' in done)) throw new Error(`setUpCodes: ${done.problem}`)
  return { secret: setUp.secret, backupCodes: done.backupCodes, asker: withCookies(goesOn, done.cookies) }
}

export const accountIdOf = async (desk: AccountDesk, email: string) =>
  (await beginAsAccounts(desk.db, (tx) => findAccountByEmail(tx, email)))?.id ?? ''
