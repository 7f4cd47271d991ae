import { OAuth2Server } from 'oauth2-mock-server'
import { describe, expect, onTestFinished, vi } from 'vitest'
import {
  codeOf,
  enter,
  newAccount,
  newAsker,
  openDesk,
  setUpCodes,
  withCookies,
} from '../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import type { AccountDesk } from './desk.server.ts'
import { returnFromProvider, signInByCode, startAtProvider } from './sign-in.service.server.ts'
import { findVisitor } from './visitor.service.server.ts'

const TOWN = '00000000-0000-7000-8000-00000000ace1'
const ADDRESS = 'https://izaugsme.example.lv'

const test = databaseTest
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('provider', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = new OAuth2Server()
    await server.issuer.keys.generate('RS256')
    await server.start(0, '127.0.0.1')
    const issuer = `http://127.0.0.1:${server.address().port}`
    server.issuer.url = issuer
    onCleanup(() => server.stop())
    return { server, issuer }
  })
  .extend('desk', { scope: 'file' }, async ({ db, provider }) => {
    const oidc = {
      issuer: provider.issuer,
      clientId: 'izaugsme',
      clientSecret: 'secret',
      name: 'Testa sniedzējs',
    }
    return (await openDesk(db, { address: ADDRESS, oidc })).desk
  })

type Claims = Record<string, unknown>
type Alter = (token: string) => string | undefined

/**
 * Goes to the provider and comes back, as a browser does.
 *
 * @param odd claims that are not as they should be, and what becomes of the token with them
 */
async function goAround(
  desk: AccountDesk,
  server: OAuth2Server,
  email: string,
  { claims = {}, alter }: { claims?: Claims; alter?: Alter } = {},
) {
  const known = { sub: `sub-${email}`, email, email_verified: true, name: 'No Sniedzēja' }
  const sign = (token: { payload: Claims }) => void Object.assign(token.payload, known, claims)
  const answer = ({ body }: { body: Claims }) => {
    if (alter) body.id_token = alter(String(body.id_token))
  }
  server.service.on('beforeTokenSigning', sign)
  server.service.on('beforeResponse', answer)
  try {
    const asker = newAsker()
    const started = await startAtProvider(desk, asker, '/darbs')
    if (!started) throw new Error('goAround: the provider cannot be reached')
    const sent = await fetch(started.url, { redirect: 'manual' })
    const back = new URL(sent.headers.get('location') ?? '')
    const query = Object.fromEntries(back.searchParams)
    const browser = withCookies(asker, started.cookies)
    return { back, started, query, browser, returned: await returnFromProvider(desk, browser, query) }
  } finally {
    server.service.off('beforeTokenSigning', sign)
    server.service.off('beforeResponse', answer)
  }
}

const withOtherEnd = (token: string) => token.replace(/.{8}$/, 'AAAAAAAA')
/** The same claims, with a header that says that nobody needs to sign. */
function unsigned(token: string) {
  const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  return `${head}.${token.split('.')[1]}.`
}

describe('signing in by a provider', () => {
  test('lets in who was invited and has accepted', async ({ desk, provider }) => {
    const accountId = await newAccount(desk, {
      municipalityId: TOWN,
      email: 'oidc@e.lv',
      role: 'councilMember',
    })
    const { back, browser, returned, started } = await goAround(desk, provider.server, 'oidc@e.lv')
    expect(back.origin + back.pathname).toBe(`${ADDRESS}/pieslegties/oidc`)
    const asked = new URL(started.url).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('response_type')).toBe('code')
    expect(asked.get('scope')?.split(' ').sort()).toEqual(['email', 'openid', 'profile'])
    expect(returned).toMatchObject({ outcome: 'in' })
    const visitor = await findVisitor(desk, withCookies(browser, returned.cookies))
    expect(visitor).toMatchObject({ user: { id: accountId }, hindrance: null })
  })

  test('knows nobody without an account', async ({ desk, provider }) => {
    const { returned } = await goAround(desk, provider.server, 'stranger@e.lv')
    expect(returned).toEqual({ outcome: 'wrong', cookies: [] })
  })

  test('asks for the second factor where the rights do, within the session', async ({ desk, provider }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'both@e.lv', role: 'dataAnalyst' })
    const { secret } = await setUpCodes(desk, (await enter(desk, 'both@e.lv')).asker)
    const { browser, returned } = await goAround(desk, provider.server, 'both@e.lv')
    const inside = withCookies(browser, returned.cookies)
    expect(await findVisitor(desk, inside)).toMatchObject({ hindrance: 'code', user: { grants: [] } })
    const shown = await signInByCode(desk, inside, codeOf(secret, 1))
    expect(shown.outcome).toBe('in')
    expect(await findVisitor(desk, withCookies(inside, shown.cookies))).toMatchObject({ hindrance: null })
    expect(await findVisitor(desk, inside)).toBeUndefined()
  })

  test('makes who guesses codes within the session wait, wherever they come from', async ({
    desk,
    provider,
  }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'guess@e.lv', role: 'dataAnalyst' })
    await setUpCodes(desk, (await enter(desk, 'guess@e.lv')).asker)
    const { browser, returned } = await goAround(desk, provider.server, 'guess@e.lv')
    const { cookie } = withCookies(browser, returned.cookies)
    const outcomes: string[] = []
    for (let index = 0; index < 6; index += 1)
      outcomes.push((await signInByCode(desk, newAsker({ cookie }), `00000${index}`)).outcome)
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait'])
  })

  test('takes no answer twice, and none that another browser began', async ({ desk, provider }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'replay@e.lv' })
    const { query, browser } = await goAround(desk, provider.server, 'replay@e.lv')
    expect((await returnFromProvider(desk, browser, query)).outcome).toBe('wrong')
    const fresh = await startAtProvider(desk, newAsker(), '/darbs')
    const state = new URL(fresh?.url ?? '').searchParams.get('state') ?? ''
    expect((await returnFromProvider(desk, newAsker(), { code: 'x', state })).outcome).toBe('wrong')
  })

  test.for<[what: string, odd: Parameters<typeof goAround>[3]]>([
    ['for somebody else', { claims: { aud: 'another-client' } }],
    ['by somebody else', { claims: { iss: 'https://evil.example' } }],
    ['for another sign-in', { claims: { nonce: 'another' } }],
    ['long ago', { claims: { exp: 1_700_000_000 } }],
    ['and altered', { alter: withOtherEnd }],
    ['by nobody', { alter: unsigned }],
    ['not at all', { alter: () => undefined }],
  ])('takes no word that was signed %s', async ([what, odd], { desk, provider }) => {
    const email = `${what.replaceAll(' ', '-')}@e.lv`
    await newAccount(desk, { municipalityId: TOWN, email })
    expect((await goAround(desk, provider.server, email)).returned.outcome).toBe('in')
    expect((await goAround(desk, provider.server, email, odd)).returned.outcome).toBe('wrong')
  })

  test('knows people by what the provider calls them, whatever address they have by now', async ({
    desk,
    provider,
  }) => {
    const accountId = await newAccount(desk, { municipalityId: TOWN, email: 'first@e.lv' })
    await newAccount(desk, { municipalityId: TOWN, email: 'second@e.lv' })
    await goAround(desk, provider.server, 'first@e.lv')
    const claims = { sub: 'sub-first@e.lv' }
    const { browser, returned } = await goAround(desk, provider.server, 'second@e.lv', { claims })
    const visitor = await findVisitor(desk, withCookies(browser, returned.cookies))
    expect(visitor?.user.id).toBe(accountId)
  })

  test('takes nobody for the owner of an address that the provider has not verified', async ({
    desk,
    provider,
  }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'taken@e.lv' })
    const thief = { sub: 'thief', email_verified: false }
    const { returned } = await goAround(desk, provider.server, 'taken@e.lv', { claims: thief })
    expect(returned.outcome).toBe('wrong')
    const silent = { email_verified: undefined }
    expect((await goAround(desk, provider.server, 'taken@e.lv', { claims: silent })).returned.outcome).toBe(
      'in',
    )
    const since = { email_verified: false }
    expect((await goAround(desk, provider.server, 'taken@e.lv', { claims: since })).returned.outcome).toBe(
      'in',
    )
  })

  test('goes to no provider that calls itself by another address', async ({ db, provider }) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => log.mockRestore())
    const oidc = { issuer: provider.issuer, clientId: 'izaugsme', clientSecret: 'secret', name: 'Cits' }
    const pretend = (description: { body: { issuer?: string } }) => {
      description.body.issuer = 'https://login.example.lv'
    }
    provider.server.service.on('beforeWellKnownOpenIdConfiguration', pretend)
    onTestFinished(() => void provider.server.service.off('beforeWellKnownOpenIdConfiguration', pretend))
    const { desk } = await openDesk(db, { address: ADDRESS, oidc })
    expect(await startAtProvider(desk, newAsker(), '/darbs')).toBeUndefined()
    expect(log.mock.calls.join()).toContain('IZAUGSME_OIDC_ISSUER')
  })

  test('says no more than that it failed when the provider refuses', async ({ desk }) => {
    const started = await startAtProvider(desk, newAsker(), '/darbs')
    const state = new URL(started?.url ?? '').searchParams.get('state') ?? ''
    const browser = withCookies(newAsker(), started?.cookies ?? [])
    expect(await returnFromProvider(desk, browser, { error: 'access_denied', state })).toEqual({
      outcome: 'wrong',
      cookies: [],
    })
  })
})
