import { describe, expect, onTestFinished, vi } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Site } from '#platform/http/site.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { codeOf, newAccount, openDesk, PASSWORD, tokenIn } from '../../../../tests/support/accounts.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { browse, browseAs } from '../../../../tests/support/visiting.ts'

type Door = { createSite: (serving: { db: AccountDesk['db']; accounts: AccountDesk }) => Site }

const test = databaseTest.extend('place', { scope: 'file' }, async ({ db }) => {
  const { desk, letters } = await openDesk(db)
  const town = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const door = '../../../../build/server/site.js'
  const { createSite } = (await import(door)) as Door
  return {
    db,
    desk,
    letters,
    createSite,
    municipalityId: town?.id ?? '',
    site: createSite({ db, accounts: desk }),
  }
})

describe('the sign-in page', () => {
  test('leads to what was asked for, and nowhere else', async ({ place }) => {
    const { desk, site, municipalityId } = place
    await newAccount(desk, { municipalityId, email: 'page@p.lv', name: 'Pēteris Lapa' })
    const typed = { email: 'page@p.lv', password: PASSWORD }
    const ask = browse(site)
    expect((await ask('/darbs')).to).toBe('/pieslegties?uz=%2Fdarbs')
    const signedIn = await ask('/pieslegties?uz=%2Fdarbs%2Fkonts', typed)
    expect(signedIn).toMatchObject({ status: 303, to: '/darbs/konts' })
    expect((await ask('/darbs/konts')).html).toContain('Pēteris Lapa')
    expect((await browse(site)('/pieslegties?uz=//evil.example', typed)).to).toBe('/darbs')
    expect((await browse(site)('/en/pieslegties?uz=https://evil.example', typed)).to).toBe('/en/darbs')
  })

  test('says the same of a wrong password and of an unknown address, and never shows what was typed', async ({
    place,
  }) => {
    const { desk, site, municipalityId } = place
    await newAccount(desk, { municipalityId, email: 'same@p.lv' })
    const wrong = await browse(site)('/pieslegties', { email: 'same@p.lv', password: 'not the right one' })
    const unknown = await browse(site)('/pieslegties', { email: 'none@p.lv', password: 'not the right one' })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    expect(wrong.html.replaceAll('same@p.lv', '')).toBe(unknown.html.replaceAll('none@p.lv', ''))
    expect(wrong.html).not.toContain('not the right one')
    expect(wrong.html).toContain('role="alert"')
  })

  test('answers 429 in its own look, and when to come again', async ({ place: { site } }) => {
    const ask = browse(site)
    const answers = []
    for (let index = 0; index < 6; index += 1)
      answers.push(await ask('/pieslegties', { email: 'limited@p.lv', password: `wrong ${index}` }))
    const last = answers.at(-1)
    expect(last?.status).toBe(429)
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(last?.html).toContain('Pārāk daudz mēģinājumu')
  })
})

test('the way to a provider is begun by a link of ours, and by no other page', async ({ db, place }) => {
  const oidc = { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'x', name: 'Cits' }
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => log.mockRestore())
  const { desk } = await openDesk(db, { oidc })
  const ask = browse(place.createSite({ db, accounts: desk }))
  const way = '/pieslegties/oidc?uz=%2Fdarbs%2Fkonts'
  const led = await ask(way, undefined, { 'sec-fetch-site': 'cross-site' })
  expect(led).toMatchObject({ status: 303, to: '/pieslegties?uz=%2Fdarbs%2Fkonts' })
  // This one goes on to the provider, which is not there.
  expect((await ask(way, undefined, { 'sec-fetch-site': 'same-origin' })).status).toBe(503)
})

describe('from the invitation to work', () => {
  test('a person chooses a password, sets up codes, works, and signs out', async ({ place }) => {
    const { desk, site, municipalityId, letters } = place
    await newAccount(desk, { municipalityId, email: 'boss@p.lv', role: 'administrator' })
    const boss = browse(site)
    await boss('/pieslegties', { email: 'boss@p.lv', password: PASSWORD })
    // Nothing else is open before the second factor.
    expect((await boss('/darbs/liepaja/konti')).to).toBe('/darbs/konts/kodi')
    expect((await boss('/darbs/konts/kodi')).html).toContain('ar paroli vien nepietiek')
    expect((await boss('/darbs/konts/kodi', { before: 'not mine at all' })).status).toBe(422)
    expect((await boss('/darbs/konts/kodi', { before: PASSWORD })).status).toBe(303)
    const { html } = await boss('/darbs/konts/kodi')
    expect(html).toContain('<svg class="qr" role="img"')
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
    const codes = await boss('/darbs/konts/kodi', { code: codeOf(secret) })
    expect(codes.status).toBe(200)
    expect(codes.html.match(/<li><code>/g)).toHaveLength(10)
    expect((await boss('/darbs/konts/kodi')).html).not.toContain('<code>')

    const list = await boss('/darbs/liepaja/konti')
    expect(list.html).toContain('boss@p.lv')
    const wrong = await boss('/darbs/liepaja/konti/jauns', { name: 'Līga', email: 'nav', language: 'lv' })
    expect(wrong.status).toBe(422)
    const entry = { name: 'Līga Kalna', email: 'Liga@p.lv', language: 'lv' }
    const invited = await boss('/darbs/liepaja/konti/jauns', entry)
    expect(invited.status).toBe(303)
    const one = invited.to ?? ''
    expect((await boss(one)).html).toContain('Uzaicinājums nosūtīts')

    const link = /http\S+/.exec(letters.at(-1)?.text ?? '')?.[0] ?? ''
    const liga = browse(site)
    const page = `/pieslegties/uzaicinajums?kods=${tokenIn(link)}`
    expect((await liga(page)).html).toContain('Līga Kalna')
    expect((await liga(page, { chosen: 'parole123456' })).html).toContain('Šādu paroli izmanto daudzi')
    expect((await liga(page, { chosen: PASSWORD })).to).toBe('/pieslegties?stavoklis=gatavs')
    expect((await liga(page)).html).toContain('Šī saite vairs neder')
    await liga('/pieslegties', { email: 'liga@p.lv', password: PASSWORD })
    expect((await liga('/darbs/konts')).html).toContain('Līga Kalna')

    const ended = await boss(`${one.split('?')[0]}/izbeigt`, { why: 'Vairs te nestrādā' })
    expect(ended.status).toBe(303)
    expect((await liga('/darbs/konts')).to).toMatch(/^\/pieslegties/)
    expect((await boss('/darbs')).html).toContain('action="/pieslegties/iziet"')
    const left = await boss('/pieslegties/iziet', {})
    expect(left.to).toBe('/pieslegties?stavoklis=izgajis')
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect((await boss('/darbs')).to).toMatch(/^\/pieslegties/)
  })

  test('every answer is for one person and in the language of the address', async ({ place }) => {
    const { desk, site, municipalityId } = place
    await newAccount(desk, { municipalityId, email: 'english@p.lv', name: 'Ann English' })
    const ask = browse(site)
    await ask('/en/pieslegties', { email: 'english@p.lv', password: PASSWORD })
    const own = await ask('/en/darbs/konts')
    expect(own.html).toContain('My account')
    expect(own.html).toContain('action="/en/pieslegties/iziet"')
    expect((await ask('/en/darbs/konts', { name: 'Ann E.', language: 'en' })).to).toBe(
      '/en/darbs/konts?stavoklis=saglabats',
    )
    expect((await ask('/en/darbs/konts')).html).toContain('Ann E.')
    const changed = { before: PASSWORD, chosen: 'another long password of mine' }
    const page = await ask('/en/darbs/konts/parole')
    for (const field of ['before', 'chosen'])
      expect(secretField(page.html, field)).toContain('type="password"')
    expect(secretField(page.html, 'before')).toContain('autoComplete="current-password"')
    expect(secretField(page.html, 'chosen')).toContain('autoComplete="new-password"')
    expect(page.html).not.toMatch(/<script|onpaste/)
    expect((await ask('/en/darbs/konts/parole', { ...changed, before: 'not mine' })).status).toBe(422)
    expect((await ask('/en/darbs/konts/parole', changed)).status).toBe(303)
    expect((await ask('/en/darbs/konts')).status).toBe(200)
  })

  test('sessions elsewhere are ended by who gives the password', async ({ place }) => {
    const { desk, site, municipalityId } = place
    await newAccount(desk, { municipalityId, email: 'sessions@p.lv' })
    const [here, there] = [browse(site), browse(site)]
    const typed = { email: 'sessions@p.lv', password: PASSWORD }
    for (const ask of [here, there]) await ask('/pieslegties', typed)
    const [, one = ''] =
      /href="(\/darbs\/konts\/sesijas\?sesija=[^"]+)"/.exec((await here('/darbs/konts')).html) ?? []
    expect((await here(one)).html).toContain('Beigt sesiju, kas sākta')
    expect((await here(one, { before: 'not mine' })).status).toBe(422)
    expect((await there('/darbs/konts')).status).toBe(200)
    expect((await here(one, { before: PASSWORD })).to).toBe('/darbs/konts?stavoklis=saglabats')
    expect((await there('/darbs/konts')).to).toMatch(/^\/pieslegties/)
    expect((await here(one)).to).toBe('/darbs/konts')
  })

  test('who works elsewhere agrees in the own account, and is recovered by neither alone', async ({
    place,
  }) => {
    const { desk, site, municipalityId, db } = place
    const away = (await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'ventspils')))?.id ?? ''
    const accountId = await newAccount(desk, {
      municipalityId: away,
      email: 'both@p.lv',
      name: 'Ieva Divvietu',
    })
    await newAccount(desk, { municipalityId, email: 'chief@p.lv', role: 'administrator' })
    const chief = await browseAs(site, 'chief@p.lv')
    const typed = { name: 'Kāda Ieva', email: 'both@p.lv', language: 'lv' }
    const one = (await chief('/darbs/liepaja/konti/jauns', typed)).to ?? ''
    expect((await chief(one)).html).toContain('Uzaicinājums nosūtīts')
    expect((await chief('/darbs/liepaja/konti')).html).not.toContain('Ieva Divvietu')
    const ieva = browse(site)
    await ieva('/pieslegties', { email: 'both@p.lv', password: PASSWORD })
    expect((await ieva('/darbs/konts')).html).toContain('Liepāja aicina jūs strādāt arī tur')
    const agreed = await ieva('/darbs/konts/uzaicinajums', { place: 'liepaja', answer: 'accept' })
    expect(agreed.to).toBe('/darbs/konts?stavoklis=piekrists')
    expect((await ieva('/darbs/konts')).html).not.toContain('aicina jūs strādāt')
    expect((await chief('/darbs/liepaja/konti')).html).toContain('Ieva Divvietu')
    const recovering = await chief(`/darbs/liepaja/konti/${accountId}/atjaunot`)
    expect(recovering.status).toBe(403)
    expect(recovering.html).toContain('strādā arī citā pašvaldībā')
    // Who is refused a page is still signed in.
    const foreign = await chief('/en/darbs/ventspils')
    expect(foreign.status).toBe(404)
    expect(foreign.html).toContain('action="/en/pieslegties/iziet"')
    expect(foreign.html).not.toContain('>Sign in<')
  })

  test('a council member has no page of accounts', async ({ place }) => {
    const { desk, site, municipalityId } = place
    await newAccount(desk, { municipalityId, email: 'reads@p.lv', role: 'councilMember' })
    const ask = browse(site)
    await ask('/pieslegties', { email: 'reads@p.lv', password: PASSWORD })
    expect((await ask('/darbs/liepaja/konti')).status).toBe(403)
    expect(
      (await ask('/darbs/liepaja/konti/jauns', { name: 'X', email: 'x@p.lv', language: 'lv' })).status,
    ).not.toBe(303)
  })
})

const secretField = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0]

test('a forgotten password is answered alike', async ({ place: { site } }) => {
  const ask = browse(site)
  expect((await ask('/pieslegties/aizmirsta', { email: 'who@p.lv' })).to).toBe(
    '/pieslegties/aizmirsta?stavoklis=nosutits',
  )
  expect((await ask('/pieslegties/aizmirsta?stavoklis=nosutits')).html).toContain('Ja ar šo e-pastu ir konts')
})
