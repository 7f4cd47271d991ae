import { describe, expect } from 'vitest'
import { inAccountChange, writeAddress, writeHolder } from '#platform/accounts/holders.service.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator, type User } from '#platform/users.ts'
import { importPeople } from '../src/modules/people/import.service.server.ts'
import { employ, findUserWithWork, registerPerson } from '../src/modules/people/service.server.ts'
import { findDirectory } from '../src/modules/people/store.server.ts'
import { openSiteAs } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { plantTown, secrets, type Town } from './support/people-town.ts'

const test = databaseTest.extend('town', { scope: 'file' }, ({ db }) => plantTown(db))

const administrator = (town: Town, id = 'admin'): User => ({
  id,
  kind: 'member',
  grants: [{ role: 'administrator', scope: { kind: 'municipality', municipalityId: town.id } }],
})
const headOf = (town: Town): User => ({
  id: 'valda',
  kind: 'member',
  grants: [
    { role: 'institutionHead', scope: { kind: 'institution', municipalityId: town.id, id: town.schools[0] } },
  ],
})

/** An account of the town, as inviting leaves it. */
async function open(db: Database, town: Town, accountId: string, endedOn: string | null = null) {
  const what = { municipalityId: town.id, action: 'account.invited', subject: accountId }
  await inAccountChange(db, operator(town.id), what, async (tx, change) => {
    await writeHolder(tx, change, {
      accountId,
      name: `Konts ${accountId}`,
      language: 'lv',
      endedOn,
      isAccepted: true,
    })
    await writeAddress(tx, change, accountId, `${accountId}@example.lv`)
  })
}

/** Somebody of the first school who coordinates there, without an account. */
async function register(db: Database, town: Town, givenName: string) {
  const here = { municipalityId: town.id, institutionId: town.schools[0] }
  const registered = await registerPerson(db, secrets, operator(town.id), {
    ...here,
    kind: 'staff',
    groupId: null,
    givenName,
    familyName: 'Saistītā',
    nationalId: null,
    accountId: null,
    isInvented: true,
  })
  if ('problem' in registered) throw new Error(registered.problem)
  const { personId } = registered
  await employ(db, operator(town.id), {
    ...here,
    personId,
    accountId: null,
    job: 'coordinator',
    validFrom: '2020-09-01',
    validTo: null,
  })
  return personId
}

const pageOf = (personId: string) => `/darbs/liepaja/cilveki/${personId}`
/** The version in the form whose button does something. */
const versionIn = (html: string, act: string) =>
  /name="_version" value="(\d+)"/.exec(
    html
      .slice(0, html.indexOf(`value="${act}"`))
      .split('<form')
      .at(-1) ?? '',
  )?.[1] ?? ''
const asking = async (db: Database, account: string) =>
  openSiteAs(db, await findUserWithWork(db, account), { secrets })
const sees = async (db: Database, town: Town, account: string) =>
  (await readAs(db, await findUserWithWork(db, account), (tx) => findDirectory(tx, town.id))).length > 0

describe('a person and an account', () => {
  test('are connected: rights follow from the post at once, and end on the day of moving', async ({
    db,
    town,
  }) => {
    await open(db, town, 'dita')
    const page = pageOf(await register(db, town, 'Dita'))
    const ask = await openSiteAs(db, administrator(town), { secrets })
    expect((await (await asking(db, 'dita'))(page)).status).toBe(404)
    const shown = await (await ask(page)).text()
    expect(shown).toContain('Konts dita (dita@example.lv)')
    expect(shown).toContain('Iestādes koordinators')
    const form = { act: 'account', account: 'dita', _version: versionIn(shown, 'account') }
    expect((await ask(page, form)).status).toBe(303)
    expect((await (await asking(db, 'dita'))(page)).status).toBe(200)
    expect(await sees(db, town, 'dita')).toBe(true)
    const [, other] = town.schools
    const move = { act: 'move', institution: other, on: municipalDay(), reason: 'Maina darba vietu' }
    expect((await ask(page, move)).status).toBe(303)
    expect((await (await asking(db, 'dita'))(page)).status).toBe(404)
    expect((await (await asking(db, 'dita'))('/darbs/liepaja/cilveki')).status).toBe(404)
    expect(await sees(db, town, 'dita')).toBe(false)
    const post = { act: 'post', institution: other, job: 'coordinator', from: municipalDay() }
    expect((await ask(page, post)).status).toBe(303)
    const there = await asking(db, 'dita')
    expect((await there(page)).status).toBe(200)
    expect((await there(pageOf(town.persons.ilze))).status).toBe(404)
  })

  test('are parted: rights from posts are gone at once', async ({ db, town }) => {
    await open(db, town, 'lita')
    const page = pageOf(await register(db, town, 'Lita'))
    const ask = await openSiteAs(db, administrator(town), { secrets })
    const version = versionIn(await (await ask(page)).text(), 'account')
    await ask(page, { act: 'account', account: 'lita', _version: version })
    expect(await sees(db, town, 'lita')).toBe(true)
    const late = await ask(page, { act: 'account.away', _version: version })
    expect(late.status).toBe(409)
    expect(await sees(db, town, 'lita')).toBe(true)
    const now = versionIn(await (await ask(page)).text(), 'account.away')
    expect((await ask(page, { act: 'account.away', _version: now })).status).toBe(303)
    expect(await sees(db, town, 'lita')).toBe(false)
    const journal = await (await ask('/darbs/liepaja/zurnals')).text()
    expect(journal).toContain('cilvēks saistīts ar kontu')
    expect(journal).toContain('cilvēkam atvienots konts')
  })

  test('are not connected when the account has ended, is of elsewhere, another’s or one’s own', async ({
    db,
    town,
  }) => {
    await open(db, town, 'past', '2026-01-01')
    await open(db, town, 'ilze')
    await open(db, town, 'admin')
    const page = pageOf(await register(db, town, 'Gita'))
    const ask = await openSiteAs(db, administrator(town), { secrets })
    const shown = await (await ask(page)).text()
    expect(shown).not.toContain('ilze@example.lv')
    const _version = versionIn(shown, 'account')
    const saying = async (account: string) => {
      const answer = await ask(page, { act: 'account', account, _version })
      return [answer.status, await answer.text()] as const
    }
    expect(await saying('past')).toEqual([422, expect.stringContaining('konts ir izbeigts')])
    expect(await saying('nobody')).toEqual([422, expect.stringContaining('konta šajā pašvaldībā nav')])
    expect(await saying('ilze')).toEqual([422, expect.stringContaining('jau ir saistīts ar citu')])
    expect(await saying('admin')).toEqual([422, expect.stringContaining('Savu kontu nevar saistīt')])
  })

  test('are connected by nobody who does not administer accounts, and no address is shown to them', async ({
    db,
    town,
  }) => {
    await open(db, town, 'vija')
    const page = pageOf(await register(db, town, 'Vija'))
    const head = await openSiteAs(db, headOf(town), { secrets })
    const shown = await (await head(page)).text()
    expect(shown).not.toContain('vija@example.lv')
    expect((await head(page, { act: 'account', account: 'vija', _version: '1' })).status).toBe(403)
    expect(await sees(db, town, 'vija')).toBe(false)
  })

  test('of an administrator give them no more than they have, whatever post they add', async ({
    db,
    town,
  }) => {
    await open(db, town, 'chief')
    const page = pageOf(await register(db, town, 'Chief'))
    const ask = await openSiteAs(db, administrator(town), { secrets })
    const _version = versionIn(await (await ask(page)).text(), 'account')
    await ask(page, { act: 'account', account: 'chief', _version })
    const own = await openSiteAs(db, administrator(town, 'chief'), { secrets })
    const post = { act: 'post', institution: town.schools[1], job: 'head', from: municipalDay() }
    const answer = await own(page, post)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Sev nevar piešķirt')])
  })

  test('are connected: what was given by hand over the school that is left ends that day too', async ({
    db,
    town,
  }) => {
    await open(db, town, 'rita')
    const page = pageOf(await register(db, town, 'Rita'))
    const [school, other] = town.schools
    const ask = await openSiteAs(db, administrator(town), { secrets })
    const _version = versionIn(await (await ask(page)).text(), 'account')
    expect((await ask(page, { act: 'account', account: 'rita', _version })).status).toBe(303)
    await giveRole(db, operator(town.id), {
      accountId: 'rita',
      role: 'institutionHead',
      scope: { kind: 'institution', municipalityId: town.id, id: school },
      validFrom: municipalDay(),
      validTo: null,
    })
    const colleague = pageOf(town.persons.ilze)
    expect((await (await asking(db, 'rita'))(colleague)).status).toBe(200)
    const move = { act: 'move', institution: other, on: municipalDay(), reason: 'Maina darba vietu' }
    expect((await ask(page, move)).status).toBe(303)
    expect((await (await asking(db, 'rita'))(colleague)).status).toBe(404)
    expect((await findUserWithWork(db, 'rita')).grants.filter((grant) => !grant.validTo)).toEqual([])
  })

  test('stay connected when people are loaded from files, and posts that are new there give rights', async ({
    db,
    town,
  }) => {
    await open(db, town, 'zane')
    const personId = await register(db, town, 'Zane')
    const ask = await openSiteAs(db, administrator(town), { secrets })
    const _version = versionIn(await (await ask(pageOf(personId))).text(), 'account')
    await ask(pageOf(personId), { act: 'account', account: 'zane', _version })
    const asked = {
      municipalityId: town.id,
      institutions: new Map([['skola', town.schools[0]]]),
      isInvented: true,
      why: 'tests',
    }
    const who = { line: 2, institution: 'skola', person: personId }
    const person = { ...who, kind: 'staff', given_name: 'Zane', family_name: 'Saistītā' } as const
    const post = { ...who, job: 'teacher', valid_from: '2021-09-01', valid_to: null } as const
    const rows = { groups: [], persons: [{ ...person, group: null, national_id: null }], posts: [post] }
    expect(await importPeople(db, secrets, operator(town.id), asked, rows)).toEqual({ added: 1, changed: 0 })
    const roles = (await findUserWithWork(db, 'zane')).grants.map((grant) => 'role' in grant && grant.role)
    expect(roles).toEqual(['institutionCoordinator', 'teacher'])
  })
})
