import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { keepUpWith } from '../src/app/keepers.server.ts'
import { tallyFindings } from '../src/modules/findings/tally-store.server.ts'
import { openBuiltSite, openSiteAs } from './support/built-site.ts'
import { beginTestChange } from './support/change.ts'
import { test as databaseTest } from './support/database.ts'

/** Liepāja, with everything kept of its newest data. */
const test = databaseTest.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  if (!municipality) throw new Error('Liepāja is not loaded')
  await keepUpWith(db, municipality.id)
  return municipality.id
})

const member = (id: string, municipalityId: string, role: Role): User => ({
  id,
  kind: 'member',
  grants: [{ role, scope: { kind: 'municipality', municipalityId } }],
})

/** Makes a figure a year's another one, as a correction, so that it jumps or no longer does. */
async function correct(db: Database, municipalityId: string, number: number) {
  await writeAs(db, operator(municipalityId), async (tx) => {
    const change = await beginTestChange(tx, { municipalityId })
    await sql`insert into indicators.observation (municipality_id, series_id, period, value_kind, number, unit,
        revision, recorded_at, recorded_by, change_id, is_public)
      select municipality_id, series_id, period, value_kind, ${number}, unit, revision + 1, now(), 'test', ${change.id}, is_public
      from indicators.observation
      where municipality_id = ${municipalityId} and period = '2023/2024' and series_id = (
        select id from indicators.series where municipality_id = ${municipalityId} and key = '1/school')
      order by revision desc limit 1`.execute(tx)
  })
  await keepUpWith(db, municipalityId)
}

const find = (db: Database, municipalityId: string, where: ReturnType<typeof sql>) =>
  readAs(db, THE_PUBLIC, async (tx) => {
    const { rows } = await sql<{ identity: string; state: string; said_lv: string | null; rule: string }>`
      select identity, state, said_lv, rule from findings.finding
      where municipality_id = ${municipalityId} and ${where} order by rank, number`.execute(tx)
    return rows
  })

/** The jump that the correction makes. */
const jump = sql`rule = 'value-jump' and subjects::text like '%"1/school"%'`

const WORDS = 'Skaitlis mainījās, jo divas skolas apvienoja vienā.'
const addressOf = (identity: string | undefined) => `/darbs/liepaja/atradumi/${identity}`

describe('a finding', () => {
  test('is explained by the department, and everybody reads the explanation at once', async ({
    db,
    liepaja,
  }) => {
    const [first] = await find(db, liepaja, sql`not is_covered and rule <> 'value-jump'`)
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationSpecialist'))
    const queue = await ask('/darbs/liepaja/atradumi')
    expect(queue.status).toBe(200)
    expect(await queue.text()).toContain(addressOf(first?.identity))
    const answer = await ask(addressOf(first?.identity), {
      state: 'explained',
      words_lv: WORDS,
      words_en: 'Two schools became one.',
      account: 'anna',
      _version: '0',
    })
    expect(answer.status).toBe(303)
    const { rows } = await readAs(db, operator(liepaja), (tx) =>
      sql<{ actor: string }>`select actor from platform.change where municipality_id = ${liepaja}
        and action in ('finding.explained', 'kept.renewed') and at > now() - interval '5 minutes'
        and (action <> 'kept.renewed' or subject = 'findings') order by at desc, id desc limit 2`.execute(tx),
    )
    expect(rows).toEqual([{ actor: 'izaugsme' }, { actor: 'anna' }])
    const everybody = await openBuiltSite(db)
    const list = await (await everybody('/liepaja/datu-kvalitate?state=explained')).text()
    expect(list).toContain(WORDS)
    expect(list).toContain('Izglītības pārvaldes skaidrojums')
    expect(list).toContain('1 ir izskaidrots')
    expect(list).not.toContain('anna')
    expect(await (await everybody('/en/liepaja/datu-kvalitate?state=explained')).text()).toContain(
      'Two schools',
    )
    const file = await (await everybody('/api/v1/municipalities/liepaja/findings.csv?state=explained')).text()
    expect(file).toContain(WORDS)
    const answered = await everybody('/api/v1/municipalities/liepaja/findings?state=explained')
    expect((await answered.json()).items).toMatchObject([
      { state: 'explained', response: { kind: 'explained', words: { lv: WORDS }, isEarlier: false } },
    ])
    const mine = await (await ask('/darbs/liepaja/atradumi?whose=mine')).text()
    expect(mine).toContain(addressOf(first?.identity))
    expect(mine).toContain('Uzticēts: jums')
  })

  test('is explained while what is kept is counted by others', async ({ db, liepaja }) => {
    const [first] = await find(db, liepaja, sql`not is_covered and state = 'open' and rule <> 'value-jump'`)
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationSpecialist'))
    const entry = { state: 'accepted', words_lv: WORDS, account: '', _version: '0' }
    const counting = Array.from({ length: 6 }, () =>
      writeAs(db, operator(liepaja), (tx) => tallyFindings(tx, liepaja)),
    )
    const [answer] = await Promise.all([ask(addressOf(first?.identity), entry), ...counting])
    expect(answer.status).toBe(303)
    await ask(addressOf(first?.identity), { state: 'open', _version: '1' })
  })

  test('needs a reason, and new words need a state', async ({ db, liepaja }) => {
    const [, second] = await find(
      db,
      liepaja,
      sql`not is_covered and state = 'open' and rule <> 'value-jump'`,
    )
    const ask = await openSiteAs(db, member('anna', liepaja, 'dataAnalyst'))
    const unsaid = await ask(addressOf(second?.identity), { state: 'accepted', _version: '0' })
    expect(unsaid.status).toBe(422)
    const unmarked = await ask(addressOf(second?.identity), { state: 'open', words_lv: WORDS, _version: '0' })
    expect(unmarked.status).toBe(422)
    expect(await unmarked.text()).toContain(WORDS)
  })

  test('of two who explain it at once, the second sees both texts and overwrites nothing', async ({
    db,
    liepaja,
  }) => {
    const found = await find(db, liepaja, sql`not is_covered and state = 'open' and rule <> 'value-jump'`)
    const address = addressOf(found[2]?.identity)
    const first = await openSiteAs(db, member('anna', liepaja, 'educationHead'))
    const second = await openSiteAs(db, member('berta', liepaja, 'dataAnalyst'))
    expect((await first(address, { state: 'explained', words_lv: WORDS, _version: '0' })).status).toBe(303)
    const answer = await second(address, { state: 'accepted', words_lv: 'Bertas citi vārdi.', _version: '0' })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain(WORDS)
    expect(page).toContain('Bertas citi vārdi.')
    expect(
      (await second(address, { state: 'accepted', words_lv: 'Bertas citi vārdi.', _version: '1' })).status,
    ).toBe(303)
    expect(await (await first(address)).text()).toContain('Vēsture (2 ieraksti)')
  })

  test('closes when the data no longer show it, and comes back with what was said before', async ({
    db,
    liepaja,
  }) => {
    await correct(db, liepaja, 1000)
    const [found] = await find(db, liepaja, jump)
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationHead'))
    const everybody = await openBuiltSite(db)
    await ask(addressOf(found?.identity), {
      state: 'fixed',
      words_lv: 'Kļūda ievadē, izlabota.',
      _version: '0',
    })
    await correct(db, liepaja, 11)
    expect(await find(db, liepaja, jump)).toEqual([])
    const closed = await (await ask('/darbs/liepaja/atradumi?state=closed')).text()
    expect(closed).toContain(addressOf(found?.identity))
    expect(await (await ask(addressOf(found?.identity))).text()).toContain('Dati to nerāda kopš')
    expect(await (await everybody('/liepaja/datu-kvalitate')).text()).toContain('dati vairs nerāda')
    await correct(db, liepaja, 1000)
    const [again] = await find(db, liepaja, jump)
    expect(again).toMatchObject({
      identity: found?.identity,
      state: 'open',
      said_lv: 'Kļūda ievadē, izlabota.',
    })
    const list = await (await everybody('/liepaja/datu-kvalitate?code=value-jump&state=open')).text()
    expect(list).toContain('Iepriekš izglītības pārvalde teica, ka cēlonis ir novērsts')
    await correct(db, liepaja, 11)
  })

  test('is answered by nobody who may not', async ({ db, liepaja }) => {
    const [first] = await find(db, liepaja, sql`state = 'open'`)
    const ask = await openSiteAs(db, member('dace', liepaja, 'councilMember'))
    expect((await ask(addressOf(first?.identity))).status).toBe(200)
    const answer = await ask(addressOf(first?.identity), {
      state: 'explained',
      words_lv: WORDS,
      _version: '0',
    })
    expect(answer.status).toBe(403)
    expect((await ask('/liepaja/datu-kvalitate/labot')).status).toBe(403)
  })

  test('has a working twin of its list that leads to the answer', async ({ db, liepaja }) => {
    const ask = await openSiteAs(db, member('anna', liepaja, 'educationHead'))
    const page = await (await ask('/liepaja/datu-kvalitate/labot?severity=contradiction')).text()
    const [first] = await find(db, liepaja, sql`severity = 'contradiction'`)
    expect(page).toContain(addressOf(first?.identity))
  })
})
