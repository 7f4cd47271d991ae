import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { fieldsIn, send } from '../../../../tests/support/forms.ts'
import { getIndicatorSet } from '../store.server.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  return found?.id ?? ''
})
const ADDRESS = '/liepaja/raditaji/14/labot'

const specialist = (municipalityId: string, id: string): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId } }],
})

const openAs = async (db: Database, user: User) => {
  const ask = await openSiteAs(db, user)
  return { ask, fields: async (address = ADDRESS) => fieldsIn(await (await ask(address)).text()) }
}

describe('the working twin of an indicator', () => {
  test('shows what will change, saves it for everybody at once, and says so', async ({ db, liepaja }) => {
    const { ask, fields } = await openAs(db, specialist(liepaja, 'anna'))
    const typed = {
      ...(await fields()),
      title_lv: 'Pulciņu apmeklētāji',
      official_lv: '',
      _why: 'Īsāks nosaukums',
    }
    const preview = await ask(ADDRESS, { ...typed, _do: 'preview' })
    expect(preview.status).toBe(200)
    const shown = await preview.text()
    expect(shown).toContain('Kas mainīsies')
    expect(shown).toContain('Pulciņu apmeklētāji')
    const publicPage = await openBuiltSite(db)
    expect(await (await publicPage('/liepaja/raditaji/14')).text()).not.toContain('Pulciņu apmeklētāji')

    const saved = await ask(ADDRESS, { ...fieldsIn(shown), _do: 'save' })
    expect(saved.status).toBe(303)
    expect(await (await publicPage('/liepaja/raditaji/14')).text()).toContain('Pulciņu apmeklētāji')
    const after = await ask(saved.headers.get('location') ?? '')
    expect(await after.text()).toContain('role="status">Saglabāts: ')
  })

  test('an earlier day has the title, the owner and the methodology of that day', async ({ db, liepaja }) => {
    const { ask, fields } = await openAs(db, specialist(liepaja, 'anna'))
    const address = '/liepaja/raditaji/5/labot'
    const before = new Date()
    const typed = await fields(address)
    const changed = {
      ...typed,
      official_lv: '',
      title_lv: 'Pavisam cits nosaukums',
      owner: 'Jauns saimnieks',
    }
    expect((await ask(address, { ...changed, _why: 'Jauns nosaukums', _do: 'save' })).status).toBe(303)
    const methods = `${address}?dala=metodes`
    const method = {
      ...(await fields(methods)),
      'new.text_lv': 'Jauna metode',
      'new.valid_from': '2025/2026',
      'new.comparability': 'no',
    }
    expect((await ask(methods, { ...method, _why: 'Jauna metode', _do: 'save' })).status).toBe(303)
    const setOf = (asOf?: Date) =>
      readAs(db, THE_PUBLIC, (tx) => getIndicatorSet(tx, liepaja, 'liepaja-2020-2025', { asOf }))
    const factsOf = async (asOf?: Date) => {
      const found = (await setOf(asOf)).indicators.find(({ code }) => code === '5')
      return { title: found?.title.lv, owner: found?.owner, methods: found?.methodologies.length }
    }
    const now = await factsOf()
    expect(now).toMatchObject({ title: 'Pavisam cits nosaukums', owner: 'Jauns saimnieks' })
    const was = await factsOf(before)
    expect(was.title).toBe(typed.official_lv || typed.title_lv)
    expect(was.owner ?? '').toBe(typed.owner)
    expect(was.methods).toBe(Number(now.methods) - 1)
    const dayBefore = new Date(before.getTime() - 86_400_000).toISOString().slice(0, 10)
    const page = await (await openBuiltSite(db))(`/liepaja/raditaji/5?asOf=${dayBefore}`)
    expect(await page.text()).not.toContain('Pavisam cits nosaukums')
  })

  test('says nothing is saved when the address names a change of somebody else', async ({ db, liepaja }) => {
    const { ask } = await openAs(db, specialist(liepaja, 'anna'))
    const page = await ask(`${ADDRESS}?saglabats=00000000-0000-7000-8000-000000000001`)
    expect(await page.text()).not.toContain('Saglabāts: ')
  })

  test('names everything that is wrong, each by its field, and keeps what was typed', async ({
    db,
    liepaja,
  }) => {
    const { ask, fields } = await openAs(db, specialist(liepaja, 'anna'))
    const typed = {
      ...(await fields()),
      title_lv: '',
      unit: 'ratio',
      direction: 'sideways',
      owner: 'Skola',
      _why: '',
    }
    const answer = await ask(ADDRESS, { ...typed, _do: 'save' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const field of ['title_lv', 'unit', 'direction', '_why'])
      expect(page).toContain(`href="#field-${field}"`)
    expect(page).toContain('value="Skola"')
  })

  test('lets two people collide and loses nobody’s text', async ({ db, liepaja }) => {
    const anna = await openAs(db, specialist(liepaja, 'anna'))
    const berta = await openAs(db, specialist(liepaja, 'berta'))
    const [first, second] = [await anna.fields(), await berta.fields()]
    const why = { _why: 'Precizēts', _do: 'save' }
    expect(
      (await anna.ask(ADDRESS, { ...first, owner: 'Annas skola', legal_basis: 'Likums A', ...why })).status,
    ).toBe(303)
    const answer = await berta.ask(ADDRESS, { ...second, owner: 'Bertas skola', ...why })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Annas skola')
    expect(page).toContain('value="Bertas skola"')
    // What only Anna has changed is taken over and said.
    expect(fieldsIn(page).legal_basis).toBe('Likums A')
    expect((await anna.fields()).owner).toBe('Annas skola')
    // Berta's text waits as a draft, and the next look shows what it would change.
    expect(await (await berta.ask(ADDRESS)).text()).toContain('nesaglabāts melnraksts')
    const preview = await berta.ask(ADDRESS, { ...fieldsIn(page), _do: 'preview' })
    expect(await preview.text()).toContain('Annas skola')
  })

  test('takes one of twenty that save the same version at once', async ({ db, liepaja }) => {
    const { ask, fields } = await openAs(db, specialist(liepaja, 'anna'))
    const typed = await fields()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(ADDRESS, { ...typed, owner: `Skola ${index}`, _why: 'Kurš pirmais', _do: 'save' }),
      ),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([303, ...Array.from({ length: 19 }, () => 409)])
  })

  test('is closed to readers and to editors of other municipalities', async ({ db, liepaja }) => {
    const reader: User = {
      id: 'reader',
      kind: 'member',
      grants: [{ role: 'councilMember', scope: { kind: 'municipality', municipalityId: liepaja } }],
    }
    const stranger = specialist('00000000-0000-7000-8000-0000000000aa', 'stranger')
    for (const user of [reader, stranger]) {
      const ask = await openSiteAs(db, user)
      const page = await ask(ADDRESS)
      expect(page.status).toBe(403)
      expect(await page.text()).not.toContain('method="post"')
      expect((await ask(ADDRESS, { _version: '1', _why: 'Kāpēc ne', _do: 'save' })).status).toBe(403)
    }
  })
})

describe('a draft', () => {
  test('is kept while somebody types, offered to them alone, and restored', async ({ db, liepaja }) => {
    const carla = await openAs(db, specialist(liepaja, 'carla'))
    const typed = { ...(await carla.fields()), owner: 'Pusuzrakst' }
    const kept = await carla.ask('/darbs/liepaja/melnraksti', { ...typed, _address: ADDRESS })
    expect(kept.status).toBe(204)
    // The server that was killed has kept nothing in its memory: another one knows as much.
    const again = await openAs(db, specialist(liepaja, 'carla'))
    expect(await (await again.ask(ADDRESS)).text()).toContain('nesaglabāts melnraksts')
    expect((await again.fields(`${ADDRESS}?melnraksts=1`)).owner).toBe('Pusuzrakst')
    const other = await openAs(db, specialist(liepaja, 'anna'))
    expect((await other.fields(`${ADDRESS}?melnraksts=1`)).owner).not.toBe('Pusuzrakst')
    expect((await again.ask(ADDRESS, { _do: 'discard' })).status).toBe(303)
    expect(await (await again.ask(ADDRESS)).text()).not.toContain('nesaglabāts melnraksts')
  })

  test('outlives a session that ended, for who signs in next in that browser', async ({ db, liepaja }) => {
    const stranger = await openSiteAs(db, THE_PUBLIC)
    const answer = await stranger(ADDRESS, {
      _version: '1',
      owner: 'Pēc pauzes',
      _why: 'Labojums',
      _do: 'save',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('/pieslegties?')
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(cookie).toMatch(/^izaugsme_sent=/)
    const ask = await openSiteAs(db, specialist(liepaja, 'dace'))
    expect(await (await ask(ADDRESS)).text()).not.toContain('nesaglabāts melnraksts')
    expect(await (await send(db, specialist(liepaja, 'dace'), ADDRESS, cookie)).text()).toContain(
      'nesaglabāts melnraksts',
    )
    const { owner } = fieldsIn(await (await ask(`${ADDRESS}?melnraksts=1`)).text())
    expect(owner).toBe('Pēc pauzes')
    // The token is good for one time.
    const next = await send(db, specialist(liepaja, 'erna'), ADDRESS, cookie)
    expect(await next.text()).not.toContain('nesaglabāts melnraksts')
  })
})

test('what the database keeps of a lost post cannot be read there', async ({ db }) => {
  const stranger = await openSiteAs(db, THE_PUBLIC)
  await stranger(ADDRESS, { owner: 'Slepenais vārds', _do: 'save' })
  const { operator } = await import('#platform/users.ts')
  const rows = await writeAs(db, operator(), (tx) =>
    tx.selectFrom('platform.lost_post').select('content').execute(),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ content }) => Buffer.from(content).includes('Slepenais'))).toBe(false)
})
