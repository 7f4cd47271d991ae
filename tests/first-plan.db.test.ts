import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { findOpenTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from './support/built-site.ts'
import { test } from './support/database.ts'

/** A municipality about which nothing was ever loaded. */
const SLUG = 'kuldigas-novads'
const GUIDE = `/darbs/${SLUG}/sakums`

let municipalityId = ''
const headCalled = (id: string): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'educationHead', scope: { kind: 'municipality', municipalityId } }],
})

type Ask = Awaited<ReturnType<typeof openSiteAs>>
const read = async (ask: Ask, path: string) => (await ask(path)).text()
const versionIn = (html: string) => /name="_version" value="(\d+)"/.exec(html)?.[1] ?? '0'

/** Fills a step in as a person does: opens it, types, sends. */
async function fillIn(ask: Ask, step: string, typed: Readonly<Record<string, string>>) {
  const version = versionIn(await read(ask, `${GUIDE}${step}`))
  return ask(`${GUIDE}${step}`, { _version: version, ...typed })
}

const PLAN = { title: 'Izglītības stratēģija 2026.–2029. gadam', from: '2026', to: '2029', isAdopted: 'no' }

async function begin(db: Database) {
  municipalityId = (await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, SLUG)))?.id ?? ''
}

describe('a municipality’s first plan', () => {
  test('goes from nothing to a public page, by two people', async ({ db }) => {
    await begin(db)
    const [anna, berta] = [headCalled('anna'), headCalled('berta')]
    const give = { role: 'educationHead', scope: { kind: 'municipality', municipalityId } } as const
    for (const { id } of [anna, berta])
      await giveRole(db, operator(), { accountId: id, ...give, validFrom: '2026-01-01', validTo: null })
    const asAnna = await openSiteAs(db, anna)
    const asPublic = await openBuiltSite(db)
    expect(await read(asAnna, `/darbs/${SLUG}`)).toContain(GUIDE)

    const saved = await fillIn(asAnna, '/plans', PLAN)
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${GUIDE}/iestades`])
    const school = { name: 'Kuldīgas 2. vidusskola', type: 'nothing' }
    expect((await fillIn(asAnna, '/iestades', school)).status).toBe(422)
    await fillIn(asAnna, '/iestades', { ...school, type: 'secondarySchool' })
    expect(await read(asAnna, `${GUIDE}/iestades`)).toContain('Kuldīgas 2. vidusskola')
    await fillIn(asAnna, '/merki', { goals: 'Pieejama izglītība\n\nDroša vide' })
    await fillIn(asAnna, '/raditaji', {
      'pick.preschool-queue': 'yes',
      'goal.preschool-queue': 'M1',
      'pick.not-harmed': 'yes',
    })
    const own = {
      do: 'add',
      title: 'Velosipēdu novietnes',
      unit: 'count',
      direction: 'up',
      aboutPersons: 'no',
    }
    await fillIn(asAnna, '/raditaji', own)
    const figures = await fillIn(asAnna, '/skaitli', {
      'period.1': '2025/2026',
      'value.1': '120',
      'target.1': '60',
      'year.1': '2029',
      'period.2': '2025/2026',
      'missing.2': 'notMeasured',
      'period.3': '2025',
      'value.3': '14',
    })
    expect([figures.status, figures.headers.get('location')]).toEqual([303, GUIDE])

    const preview = await read(asAnna, `${GUIDE}/prieksskats/raditaji/1`)
    expect(preview).toContain('120')
    expect(preview).toContain('Priekšskats')
    expect(preview).toContain(`href="${GUIDE}/prieksskats/raditaji`)
    expect(await read(asPublic, `/${SLUG}`)).not.toContain('Pieejama izglītība')

    const asked = await fillIn(asAnna, '', { do: 'ask' })
    expect(asked.headers.get('location')).toBe(`${GUIDE}?aicinati=1`)
    const tasks = await readAs(db, berta, (tx) => findOpenTasks(tx, 'berta'))
    expect(tasks.map(({ address }) => address)).toEqual([GUIDE])
    const asBerta = await openSiteAs(db, berta)
    const seen = versionIn(await read(asBerta, GUIDE))
    expect((await asAnna(GUIDE, { _version: seen, do: 'publish' })).status).toBe(403)
    expect((await fillIn(asBerta, '', { do: 'publish' })).status).toBe(303)
    const page = await read(asPublic, `/${SLUG}/raditaji/3`)
    expect(page).toContain('Velosipēdu novietnes')
    expect(await read(asPublic, `/${SLUG}`)).toContain('Pieejama izglītība')
    expect(await readAs(db, berta, (tx) => findOpenTasks(tx, 'berta'))).toEqual([])
    expect(await read(asAnna, GUIDE)).toContain('Plāns ir publicēts')
  })

  test('two people at once: nobody’s step is lost, and the loser sees both', async ({ db }) => {
    await begin(db)
    const other = 'talsu-novads'
    const id = (await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, other)))?.id ?? ''
    const head: User = {
      id: 'cilda',
      kind: 'member',
      grants: [{ role: 'educationHead', scope: { kind: 'municipality', municipalityId: id } }],
    }
    const ask = await openSiteAs(db, head)
    const step = `/darbs/${other}/sakums/merki`
    const [first, second] = await Promise.all(
      ['Mūsu mērķis', 'Cits mērķis'].map((goals) => ask(step, { _version: '0', goals })),
    )
    expect([first?.status, second?.status].toSorted()).toEqual([303, 409])
    const loser = await (first?.status === 409 ? first : second)?.text()
    expect(loser).toContain('Mūsu mērķis')
    expect(loser).toContain('Cits mērķis')
  })

  test('is nobody’s who may not write it', async ({ db }) => {
    await begin(db)
    const guardian: User = {
      id: 'dace',
      kind: 'member',
      grants: [{ role: 'councilMember', scope: { kind: 'municipality', municipalityId } }],
    }
    expect((await (await openSiteAs(db, guardian))(GUIDE)).status).toBe(403)
    const stranger = { ...headCalled('emma'), grants: [] }
    expect((await (await openSiteAs(db, stranger))(GUIDE)).status).toBe(404)
  })
})
