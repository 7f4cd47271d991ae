import { describe, expect } from 'vitest'
import { findInstitution, findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { secretsOf } from '#platform/secrets.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { findUserWithWork } from '../src/modules/people/service.server.ts'
import { openSiteAs } from './support/built-site.ts'
import { test } from './support/database.ts'

const secrets = secretsOf('a secret of at least thirty-two characters')
const PEOPLE = '/darbs/liepaja/cilveki'

async function placeOf(db: Database) {
  return readAs(db, THE_PUBLIC, async (tx) => {
    const municipalityId = (await findMunicipality(tx, 'liepaja'))?.id ?? ''
    const schoolOf = async (key: string) => (await findInstitution(tx, municipalityId, key))?.id ?? ''
    return { municipalityId, school: await schoolOf('livupe'), other: await schoolOf('lvg') }
  })
}
type Place = Awaited<ReturnType<typeof placeOf>>
const headOf = ({ municipalityId }: Place, ...schools: string[]): User => ({
  id: `head-${schools.length}`,
  kind: 'member',
  grants: schools.map((id) => ({
    role: 'institutionHead',
    scope: { kind: 'institution', municipalityId, id },
  })),
})
const PERSON = { givenName: 'Zenta', familyName: 'Paraudziņa', kind: 'staff' }
const text = async (answer: Promise<Response>) => (await answer).text()

describe('the people of a municipality', () => {
  test('are registered, given a post and a class, renamed, and found', async ({ db }) => {
    const place = await placeOf(db)
    const ask = await openSiteAs(db, headOf(place, place.school), { secrets })
    expect((await ask(`${PEOPLE}/jauns`, { ...PERSON, institution: place.other })).status).toBe(403)
    const wrong = await ask(`${PEOPLE}/jauns`, { familyName: 'Paraudziņa', nationalId: '12' })
    expect(wrong.status).toBe(422)
    const again = await wrong.text()
    expect(again).toContain('11 cipari')
    expect(again).toContain('value="Paraudziņa"')
    const made = await ask(`${PEOPLE}/jauns`, { ...PERSON, institution: place.school })
    expect(made.status).toBe(303)
    const page = made.headers.get('location') ?? ''
    expect(await text(ask(page))).toContain('Zenta Paraudziņa')

    const klase = { institution: place.school, kind: 'class', name: '5.b', grade: '5', from: '2026-09-01' }
    expect((await ask('/darbs/liepaja/klases', klase)).status).toBe(303)
    expect(await text(ask('/darbs/liepaja/klases'))).toContain('5.b')
    const post = { act: 'post', institution: place.school, job: 'teacher', from: '2026-09-01' }
    expect((await ask(page, { ...post, until: '2026-01-01' })).status).toBe(422)
    expect((await ask(page, post)).status).toBe(303)
    const group = /<option value="([^"]+)">5\.b</.exec(await text(ask(page)))?.[1] ?? ''
    const charge = { act: 'charge', charge: 'leadsClass', group, from: '2026-09-01' }
    expect((await ask(page, charge)).status).toBe(303)
    const shown = await text(ask(page))
    expect(shown).toContain('klases audzinātājs')
    expect(shown).toContain('pedagogs')

    const version = /name="_version" value="(\d+)"/.exec(shown)?.[1] ?? ''
    const name = { act: 'name', _version: version, givenName: 'Zenta', familyName: 'Jaunā' }
    expect((await ask(page, name)).status).toBe(303)
    const late = await ask(page, { ...name, familyName: 'Cita' })
    expect([late.status, (await late.text()).includes('Jaunā')]).toEqual([409, true])
    expect(await text(ask(`${PEOPLE}?q=jaun`))).toContain('Jaunā Zenta')
    expect(await text(ask(`${PEOPLE}?q=nebija`))).not.toContain('Jaunā Zenta')
  })

  test('end what they work as on a day, and with it what they may', async ({ db }) => {
    const place = await placeOf(db)
    const ask = await openSiteAs(db, headOf(place, place.school), { secrets })
    const made = await ask(`${PEOPLE}/jauns`, {
      ...PERSON,
      familyName: 'Beidzēja',
      institution: place.school,
    })
    const page = made.headers.get('location') ?? ''
    await ask(page, { act: 'post', institution: place.school, job: 'coordinator', from: '2026-01-01' })
    const id = /name="id" value="([^"]+)"/.exec(await text(ask(page)))?.[1] ?? ''
    expect((await ask(page, { act: 'end.post', id, on: municipalDay() })).status).toBe(303)
    expect((await ask(page, { act: 'end.post', id, on: municipalDay() })).status).toBe(422)
    expect((await findUserWithWork(db, 'nobody')).grants).toEqual([])
  })

  test('go to another institution, whose head then sees them', async ({ db }) => {
    const place = await placeOf(db)
    const both = await openSiteAs(db, headOf(place, place.school, place.other), { secrets })
    const made = await both(`${PEOPLE}/jauns`, { ...PERSON, familyName: 'Gājēja', institution: place.school })
    const page = made.headers.get('location') ?? ''
    const other = await openSiteAs(db, headOf(place, place.other), { secrets })
    expect((await other(page)).status).toBe(404)
    const move = { act: 'move', institution: place.other, on: municipalDay(), reason: 'Maina darba vietu' }
    expect((await both(page, move)).status).toBe(303)
    expect((await other(page)).status).toBe(200)
    const before = await openSiteAs(db, headOf(place, place.school), { secrets })
    expect((await before(page)).status).toBe(404)
  })

  test('are nobody’s who may not know them', async ({ db }) => {
    const place = await placeOf(db)
    const scope = { kind: 'municipality', municipalityId: place.municipalityId } as const
    const councillor: User = { id: 'c', kind: 'member', grants: [{ role: 'councilMember', scope }] }
    expect((await (await openSiteAs(db, councillor))(PEOPLE)).status).toBe(403)
  })
})
