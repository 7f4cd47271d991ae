import { OAuth2Server } from 'oauth2-mock-server'
import { describe, expect } from 'vitest'
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

/** Goes to the provider and comes back, as a browser does. */
async function goAround(desk: AccountDesk, server: OAuth2Server, email: string, isVerified = true) {
  const claims = (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, {
      sub: `sub-${email}`,
      email,
      email_verified: isVerified,
      name: 'No Sniedzēja',
    })
  }
  server.service.on('beforeTokenSigning', claims)
  try {
    const asker = newAsker()
    const started = await startAtProvider(desk, asker, '/darbs')
    if (!started) throw new Error('goAround: the provider cannot be reached')
    const answer = await fetch(started.url, { redirect: 'manual' })
    const back = new URL(answer.headers.get('location') ?? '')
    const query = Object.fromEntries(back.searchParams)
    const browser = withCookies(asker, started.cookies)
    return { back, started, query, browser, returned: await returnFromProvider(desk, browser, query) }
  } finally {
    server.service.off('beforeTokenSigning', claims)
  }
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
  })

  test('takes no answer twice, and none that another browser began', async ({ desk, provider }) => {
    await newAccount(desk, { municipalityId: TOWN, email: 'replay@e.lv' })
    const { query, browser } = await goAround(desk, provider.server, 'replay@e.lv')
    expect((await returnFromProvider(desk, browser, query)).outcome).toBe('wrong')
    const fresh = await startAtProvider(desk, newAsker(), '/darbs')
    const state = new URL(fresh?.url ?? '').searchParams.get('state') ?? ''
    expect((await returnFromProvider(desk, newAsker(), { code: 'x', state })).outcome).toBe('wrong')
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
