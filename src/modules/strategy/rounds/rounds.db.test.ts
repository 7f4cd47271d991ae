import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import { fieldsIn } from '../../../../tests/support/forms.ts'
import { plantHolder } from '../../../../tests/support/plant-asked.ts'
import { makeLink, revokeLinks } from './links.service.server.ts'
import { findAsked } from './rounds-store.server.ts'
import { closeRound } from './run-round.service.server.ts'
import { guestOf, plantOpenRound } from './testing.server.ts'

const test = databaseTest.extend('town', { scope: 'file', auto: true }, async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const town = { municipalityId, slug: 'liepaja' }
  for (const id of ['anna', 'berta'])
    await plantHolder(db, municipalityId, id, { role: 'institutionCoordinator', institutionId: uuidv7() })
  await plantHolder(db, municipalityId, 'dace', { role: 'educationSpecialist' })
  return town
})
type Town = { municipalityId: string; slug: string }

const accountable = [
  { action: '1.1.1', accountId: 'anna', deputyId: null },
  { action: '1.1.2', accountId: 'anna', deputyId: 'berta' },
  { action: '1.1.3', accountId: 'berta', deputyId: null },
]
const typed = {
  act: 'report',
  status: 'inProgress',
  sentence: 'Iepirkums noslēdzies, līgums parakstīts.',
  evidence_url: 'https://www.liepaja.lv/iepirkums',
  evidence_title: 'Iepirkuma rezultāts',
  milestone: 'Darbu sākums',
  milestone_on: '2027-03-01',
}
const linkOf = (
  db: Database,
  { municipalityId }: Town,
  round: { id: string; key: string },
  accountId: string,
) => makeLink(db, operator(municipalityId), { municipalityId, round, accountId })
const askedOf = (db: Database, { municipalityId }: Town, roundId: string) =>
  readAs(db, operator(municipalityId), (tx) => findAsked(tx, municipalityId, roundId))
const journalOf = async (db: Database, { municipalityId }: Town, subject: string) => {
  const { rows } = await readAs(db, operator(municipalityId), (tx) =>
    sql<{ action: string; actor: string; detail: unknown }>`select action, actor, detail from platform.change
      where municipality_id = ${municipalityId} and subject = ${subject} order by at`.execute(tx),
  )
  return rows
}

describe('a round', () => {
  test('is lived from the letter to the public page', { timeout: 60_000 }, async ({ db, town }) => {
    const round = await plantOpenRound(db, town, { accountable })
    const link = await linkOf(db, town, round, 'anna')
    const phone = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    const page = await (await phone(link)).text()
    expect(page).toContain('1.1.1')
    expect(page).toContain('Atlicis ziņot par 2 no 2')
    const sent = await phone(link, { ...fieldsIn(page), ...typed, action: '1.1.1' })
    expect(sent.status).toBe(303)
    const next = await (await phone(sent.headers.get('location') ?? '')).text()
    expect(next).toContain('Ziņojums par 1.1.1 ir saņemts')
    expect(next).toContain('Atlicis ziņot par 1 no 2')
    expect(next).toContain('name="action" value="1.1.2"')
    expect(await journalOf(db, town, `${round.key}/1.1.1`)).toMatchObject([
      { action: 'round.reportedByLink', actor: 'anna', detail: { by: 'link' } },
    ])
    const dace = await openSiteAs(db, memberOf(town.municipalityId, 'educationSpecialist', 'dace'))
    const address = `/darbs/liepaja/statusa-kartas/${round.key}/1.1.1`
    const looked = await (await dace(address)).text()
    expect(looked).toContain(typed.sentence)
    expect(looked).toContain('ziņoja ar saiti vēstulē')
    const everybody = await openBuiltSite(db)
    const before = await (await everybody('/liepaja/ricibas-plans/1.1.1')).text()
    expect(before).not.toContain(typed.sentence)
    const accepted = await dace(address, { act: 'accept', seen: '1.0' })
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, `${address}?lemts=1`])
    const after = await (await everybody('/liepaja/ricibas-plans/1.1.1')).text()
    expect(after).toContain(typed.sentence)
    expect(after).toContain('Iepirkuma rezultāts')
    expect((await phone(link, { ...typed, action: '1.1.1', _version: '1' })).status).toBe(422)
  })

  test('says what of a report is wrong, all of it at once, and keeps what was typed', async ({
    db,
    town,
  }) => {
    const round = await plantOpenRound(db, town, { accountable })
    const phone = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    const link = await linkOf(db, town, round, 'anna')
    const back = await phone(link, {
      action: '1.1.1',
      act: 'report',
      evidence_url: 'liepaja.lv',
      sentence: 'Nē',
    })
    const page = await back.text()
    expect(back.status).toBe(422)
    expect(page).toContain('Saitei jāsākas ar https://')
    expect(page).toContain('value="liepaja.lv"')
    expect(page.match(/class="problem"/g)).toHaveLength(3)
    const half = await phone(link, { ...typed, action: '1.1.1', milestone_on: '' })
    expect(half.status).toBe(422)
  })
})

describe('a link', () => {
  test('opens just the actions of its account, and changes nothing by being visited', async ({
    db,
    town,
  }) => {
    const round = await plantOpenRound(db, town, { accountable })
    const link = await linkOf(db, town, round, 'anna')
    const phone = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    const changes = () =>
      readAs(db, operator(town.municipalityId), async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.change
          where municipality_id = ${town.municipalityId}`.execute(tx)
        return rows[0]?.n
      })
    const before = await changes()
    const page = await (await phone(`${link}&darbiba=1.1.3`)).text()
    expect(page).not.toContain('1.1.3 ')
    expect(page).toContain('name="action" value="1.1.1"')
    expect(await changes()).toBe(before)
    const other = await phone(link, { ...typed, action: '1.1.3', _version: '0' })
    expect(other.status).toBe(422)
    expect(await other.text()).toContain('Par šo darbību jūs neatbildat')
    expect((await askedOf(db, town, round.id)).every(({ reports }) => reports.length === 0)).toBe(true)
    const [path, search] = link.split('?')
    expect((await phone(`/en${path}?${search}`)).status).toBe(200)
    const altered = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    // Without any mark it is a page like others, which says where the link is to be found.
    for (const [wrong, status] of [
      [path ?? '', 200],
      [`${path}?zime=x`, 404],
      [altered, 404],
    ] as const) {
      const refused = await phone(wrong)
      expect([refused.status, (await refused.text()).includes('1.1.1')]).toEqual([status, false])
      expect((await phone(wrong, { ...typed, action: '1.1.1' })).status).toBe(422)
    }
  })

  test('is refused once it is revoked, and once the round is over', async ({ db, town }) => {
    const round = await plantOpenRound(db, town, { accountable })
    const [first, second] = [await linkOf(db, town, round, 'anna'), await linkOf(db, town, round, 'berta')]
    const phone = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    const dace = memberOf(town.municipalityId, 'educationSpecialist', 'dace')
    const ofAnna = { municipalityId: town.municipalityId, round, accountId: 'anna' }
    expect(await revokeLinks(db, dace, ofAnna)).toBe(1)
    const refused = await phone(first)
    expect(refused.status).toBe(409)
    const words = await refused.text()
    expect(words).toContain('Šī saite ir atsaukta')
    expect(words).not.toContain('1.1.1')
    expect((await phone(first, { ...typed, action: '1.1.1' })).status).toBe(422)
    expect((await phone(second)).status).toBe(200)
    await closeRound(db, dace, town, round.key, new Date())
    expect((await phone(second)).status).toBe(409)
    expect((await phone(second, { ...typed, action: '1.1.3', _version: '0' })).status).toBe(422)
    const rows = await askedOf(db, town, round.id)
    const outcomes = Object.fromEntries(rows.map(({ action, outcome }) => [action, outcome]))
    expect([outcomes['1.1.1'], outcomes['2.1.1']]).toEqual(['silent', 'unasked'])
  })

  test('is kept as a digest only, and shown once to who hands it over', async ({ db, town }) => {
    const round = await plantOpenRound(db, town, { accountable })
    const dace = await openSiteAs(db, memberOf(town.municipalityId, 'educationSpecialist', 'dace'))
    const address = `/darbs/liepaja/statusa-kartas/${round.key}`
    const shown = await (await dace(address, { act: 'link', account: 'anna', _once: uuidv7() })).text()
    const [, mark = ''] = /zime=([\w.-]+)/.exec(shown) ?? []
    expect(mark).not.toBe('')
    const [, secret = ''] = mark.split('.')
    expect(await (await dace(address)).text()).not.toContain(secret)
    const { rows } = await readAs(db, operator(town.municipalityId), (tx) =>
      sql`select * from strategy.round_link where round_id = ${round.id}`.execute(tx),
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
    // Whoever has seen the secret could have written it: they do not accept it alone.
    const phone = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    const sent = await phone(`/zinot/darbibas?zime=${mark}`, { ...typed, action: '1.1.2', _version: '0' })
    expect(sent.status).toBe(303)
    const refused = await dace(`${address}/1.1.2`, { act: 'accept', seen: '1.0' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/class="problems".*redzējāt saiti.*<form/s)
  })
})

describe('whoever has signed in', () => {
  test('reports on just their own actions, without any other right', async ({ db, town }) => {
    const round = await plantOpenRound(db, town, { accountable })
    const berta = await openSiteAs(db, guestOf(town.municipalityId, 'berta'))
    const address = `/darbs/liepaja/statusa-kartas/${round.key}`
    const own = await (await berta(address)).text()
    expect(own).toContain('1.1.3')
    expect(own).toContain('1.1.2')
    expect(own).not.toContain('1.1.1')
    expect((await berta(`${address}/1.1.1`)).status).toBe(403)
    expect((await berta(`${address}/1.1.1`, { ...typed, action: '1.1.1', _version: '0' })).status).toBe(422)
    const form = await (await berta(`${address}/1.1.2`)).text()
    expect((await berta(`${address}/1.1.2`, { ...fieldsIn(form), ...typed })).status).toBe(303)
    expect(await journalOf(db, town, `${round.key}/1.1.2`)).toMatchObject([
      { action: 'round.reported', actor: 'berta', detail: { by: 'page' } },
    ])
    expect((await berta(address, { act: 'remind' })).status).toBe(403)
    expect((await berta(`${address}/1.1.2`, { act: 'accept', seen: '1.0' })).status).toBe(403)
    const stranger = await openSiteAs(db, guestOf(town.municipalityId, 'stranger'))
    expect((await stranger(address)).status).toBe(403)
  })
})

describe('the database', () => {
  test('lets nobody alone accept what they have reported', async ({ db, town }) => {
    const round = await plantOpenRound(db, town, { accountable })
    const { municipalityId } = town
    const phone = await openSiteAs(db, { id: 'public', kind: 'public', grants: [] })
    await phone(await linkOf(db, town, round, 'anna'), { ...typed, action: '1.1.1', _version: '0' })
    const insert = (by: string, voices: string | null, present: number, author = 'anna') =>
      writeAs(db, operator(municipalityId), (tx) =>
        sql`insert into strategy.round_decision (municipality_id, round_id, action, number, version, author, handed_by,
          kind, decided_by, group_name, decided_on, voices, present, change_id) select municipality_id, round_id, action, 1,
          1, ${author}, handed_by, 'accepted', ${by}, 'Grupa', ${municipalDay()}, ${voices}, ${present}, change_id
          from strategy.round_report where round_id = ${round.id} and action = '1.1.1'`.execute(tx),
      )
    await expect(insert('anna', null, 0)).rejects.toThrow(/check/)
    await expect(insert('anna', 'Anna | agreed', 1)).rejects.toThrow(/check/)
    await expect(insert('anna', 'Anna | agreed', 2)).rejects.toThrow(/check/)
    await expect(insert('anna', null, 0, 'somebody')).rejects.toThrow(/foreign key/)
    await insert('anna', 'Anna | agreed\nIlze | agreed', 2)
  })
})
