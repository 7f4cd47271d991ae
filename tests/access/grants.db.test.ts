import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { operator, type User } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { findUserWithWork } from '../../src/modules/people/service.server.ts'
import { openSiteAs } from '../support/built-site.ts'
import { test } from '../support/database.ts'
import { plantTown } from '../support/people-town.ts'
import { plantAccounts } from '../support/plant-account.ts'

const withRole = (role: Role, municipalityId: string): User => ({
  id: 'admin',
  kind: 'member',
  grants: [{ role, scope: { kind: 'municipality', municipalityId } }],
})
const rights = '/darbs/liepaja/tiesibas'
const today = municipalDay()

describe('the page of rights', () => {
  test('lists who holds what, where it comes from, and finds by name', async ({ db }) => {
    const town = await plantTown(db)
    const ask = await openSiteAs(db, withRole('administrator', town.id))
    const page = await (await ask(rights)).text()
    expect(page).toContain('Ilze Ozola')
    expect(page).toContain('Klases audzinātājs')
    expect(page).toContain('Izriet no pienākuma un beidzas reizē ar to.')
    expect(page).toContain('Izriet no amata un beidzas reizē ar to.')
    const found = await (await ask(`${rights}?vards=ilze`)).text()
    expect(found).toContain('Ilze Ozola')
    expect(found).not.toContain('Valda Kalna')
    expect((await (await openSiteAs(db, withRole('dataAnalyst', town.id)))(rights)).status).toBe(403)
    expect((await ask('/darbs/tiesibas')).status).toBe(403)
  })

  test('a role is given only after it was said what it lets one see and do, and can be ended', async ({
    db,
  }) => {
    const town = await plantTown(db)
    await plantAccounts(db, town.id, ['new-one'])
    const ask = await openSiteAs(db, withRole('administrator', town.id))
    const form = `${rights}/dot?loma=dataAnalyst`
    expect(await (await ask(form)).text()).toContain('Datu analītiķis')
    const typed = {
      account: 'new-one',
      scope: 'municipality',
      from: today,
      until: '2020-01-01',
      _once: uuidv7(),
    }
    expect((await ask(form, typed)).status).toBe(422)
    const right = { ...typed, until: addDays(today, 30) }
    const preview = await ask(form, right)
    expect(preview.status).toBe(200)
    const said = await preview.text()
    expect(said).toContain('maina rādītājus, sasniedzamās vērtības un skaitļus')
    expect((await findUserWithWork(db, 'new-one')).grants).toEqual([])
    expect((await ask(form, { ...right, _confirmed: 'yes' })).status).toBe(303)
    expect((await findUserWithWork(db, 'new-one')).grants).toMatchObject([
      { role: 'dataAnalyst', validTo: addDays(today, 31) },
    ])
    const [, id] =
      /tiesibas\/([0-9a-f-]{36})\/beigt/.exec(await (await ask(`${rights}?vards=new-one`)).text()) ?? []
    const end = `${rights}/${id}/beigt`
    expect((await ask(end, { why: 'Darba attiecības beigušās', _version: '9' })).status).toBe(409)
    expect((await ask(end, { why: 'Darba attiecības beigušās', _version: '1' })).status).toBe(303)
    expect((await findUserWithWork(db, 'new-one')).grants).toMatchObject([{ validTo: today }])
  })

  test('a right is given, and somebody stands in, only where the account works here', async ({ db }) => {
    const [town, other] = [await plantTown(db), await plantTown(db, 'ventspils')]
    await plantAccounts(db, town.id, ['ended'], 'ended')
    await plantAccounts(db, town.id, ['invited'], 'invited')
    await plantAccounts(db, other.id, ['neighbour'])
    const ask = await openSiteAs(db, withRole('administrator', town.id))
    const typed = { scope: 'municipality', from: today, _confirmed: 'yes' }
    const give = (account: string) => ask(`${rights}/dot?loma=councilMember`, { ...typed, account })
    const days = { from: today, until: addDays(today, 3), _confirmed: 'yes' }
    const lend = (deputy: string) => ask(`${rights}/aizvietotajs`, { ...days, lender: 'ilze', deputy })
    for (const account of ['nonsense', 'ended', 'neighbour'])
      for (const answer of [await give(account), await lend(account)]) {
        expect(answer.status).toBe(422)
        expect(await answer.text()).toMatch(
          /id="field-(account|deputy)-problem"[^>]*>Šim cilvēkam te nav konta, kas darbojas\./,
        )
      }
    expect((await findUserWithWork(db, 'nonsense')).grants).toEqual([])
    expect((await give('invited')).status).toBe(303)
    expect((await lend('invited')).status).toBe(303)
    const form = await (await ask(`${rights}/dot?loma=councilMember`)).text()
    expect(form).toContain('value="invited"')
    expect(form).not.toContain('value="ended"')
  })

  test('nobody gives themselves a right, and is told so', async ({ db }) => {
    const town = await plantTown(db)
    const ask = await openSiteAs(db, withRole('administrator', town.id))
    const typed = { account: 'admin', scope: 'municipality', from: today, _confirmed: 'yes' }
    const answer = await ask(`${rights}/dot?loma=educationHead`, typed)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Sev pašam tiesības nedod.')
  })

  test('a teacher has somebody stand in, and no longer than sixty days', async ({ db }) => {
    const town = await plantTown(db)
    await plantAccounts(db, town.id, ['valda'])
    const teacher = await findUserWithWork(db, 'ilze')
    const ask = await openSiteAs(db, teacher)
    const form = `${rights}/aizvietotajs`
    const typed = { lender: 'ilze', deputy: 'valda', from: today, until: addDays(today, 60) }
    expect((await ask(form, typed)).status).toBe(422)
    const right = { ...typed, until: addDays(today, 13) }
    expect(await (await ask(form, right)).text()).toContain('Klases audzinātājs')
    const done = await ask(form, { ...right, _confirmed: 'yes' })
    expect(done.status).toBe(303)
    expect(await (await ask(done.headers.get('location') ?? '')).text()).toContain('Aizvietotājs ir iecelts.')
    const deputy = await findUserWithWork(db, 'valda')
    expect(deputy.grants).toContainEqual(
      expect.objectContaining({ role: 'classTeacher', delegatedFrom: 'ilze', validTo: addDays(today, 14) }),
    )
    expect((await ask(form, { ...right, lender: 'admin' })).status).toBe(403)
  })

  test('a lender sees who stands in, appoints nobody twice, and ends it', async ({ db }) => {
    const town = await plantTown(db)
    await plantAccounts(db, town.id, ['standin', 'later'])
    const ask = await openSiteAs(db, await findUserWithWork(db, 'ilze'))
    // The list of rights is not hers to see.
    expect((await ask(rights)).status).toBe(403)
    const form = `${rights}/aizvietotajs`
    const days = { from: today, until: addDays(today, 5), _confirmed: 'yes' }
    expect((await ask(form, { ...days, lender: 'ilze', deputy: 'standin' })).status).toBe(303)
    const page = await (await ask(form)).text()
    expect(page).toContain('<h3>standin</h3>')
    expect(page).toMatch(/<button [^>]*value="standin"/)
    const again = { ...days, from: addDays(today, 5), until: addDays(today, 9), lender: 'ilze' }
    const twice = await ask(form, { ...again, deputy: 'standin' })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('jau aizvieto to pašu cilvēku')
    const { _confirmed, ...unconfirmed } = again
    expect((await ask(form, { ...unconfirmed, deputy: 'standin' })).status).toBe(422)
    expect((await ask(form, { ...again, deputy: 'later' })).status).toBe(303)
    const ended = await ask(form, { _end: 'standin' })
    expect(ended.status).toBe(303)
    const after = await (await ask(ended.headers.get('location') ?? '')).text()
    expect(after).toContain('Aizvietošana ir izbeigta.')
    expect(after).not.toContain('<h3>standin</h3>')
    expect(after).toContain('<h3>later</h3>')
    const { grants } = await findUserWithWork(db, 'standin')
    expect(grants.map(({ validTo }) => validTo)).toEqual(grants.map(() => today))
    expect((await ask(form, { _end: 'standin' })).status).toBe(422)
    // What another has lent is not hers to end.
    expect(
      (await (await openSiteAs(db, await findUserWithWork(db, 'valda')))(form, { _end: 'later' })).status,
    ).toBe(422)
  })

  test('country rights are given by an administrator of the country only', async ({ db }) => {
    const ruler: User = {
      id: 'ruler',
      kind: 'member',
      grants: [{ role: 'administrator', scope: { kind: 'country' } }],
    }
    await plantAccounts(db, COUNTRY, ['reader'])
    const ask = await openSiteAs(db, ruler)
    const form = '/darbs/tiesibas/dot?loma=ministryReader'
    const typed = { account: 'reader', scope: 'country', from: today, _confirmed: 'yes' }
    expect((await ask(form, { ...typed, account: 'nonsense' })).status).toBe(422)
    expect((await ask(form, { ...typed, _confirmed: '' })).status).toBe(200)
    expect((await ask(form, typed)).status).toBe(303)
    expect(await (await ask('/darbs/tiesibas')).text()).toContain('Ministrijas lasītājs')
    expect(await (await ask('/en/darbs/tiesibas')).text()).toContain('Reader of the ministry')
    await giveRole(db, operator(), {
      accountId: 'x',
      role: 'researcher',
      scope: { kind: 'country' },
      validFrom: today,
      validTo: null,
    })
  })

  test('a right over what belongs to another municipality is given by nobody', async ({ db }) => {
    const [own, other] = [await plantTown(db), await plantTown(db, 'ventspils')]
    await plantAccounts(db, own.id, ['spy'])
    const ask = await openSiteAs(db, withRole('administrator', own.id))
    const typed = { account: 'spy', from: today, _confirmed: 'yes' }
    const give = async (role: Role, scope: string) =>
      (await ask(`${rights}/dot?loma=${role}`, { ...typed, scope })).status
    expect(await give('teacher', `group:${other.classId}`)).toBe(422)
    expect(await give('institutionHead', `institution:${other.schools[0]}`)).toBe(422)
    expect(await give('mentor', `person:${other.persons.anna}`)).toBe(422)
    expect(await give('teacher', `group:${own.classId}`)).toBe(303)
    expect(await give('institutionHead', `institution:${own.schools[1]}`)).toBe(303)
    expect(await give('mentor', `person:${own.persons.anna}`)).toBe(303)
    expect((await findUserWithWork(db, 'spy')).grants).toHaveLength(3)
  })
})
