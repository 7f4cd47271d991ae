import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import {
  askedOf,
  headOf,
  plantAsking,
  plantFormula,
  plantHandingIn,
  plantSchools,
  specialistOf,
} from '../../../../tests/support/answered-calls.ts'
import { openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipality = { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }
  return plantSchools(db, municipality, ['review-a', 'review-b'])
})

const addressOf = (call: string, school: string) =>
  `/darbs/liepaja/datu-vaksana/vaksana/${call}/${school}/parskats`

/** What the form for an act would send. */
const formOf = async (ask: Awaited<ReturnType<typeof openSiteAs>>, address: string) => {
  const page = await (await ask(address)).text()
  return { page, seen: /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '' }
}

const open = (db: Database, user: User) => openSiteAs(db, user)

describe('the review page', () => {
  test('gives back with remarks, and comes back with all that was typed', async ({ db, town }) => {
    const [school = { id: '', key: '' }] = town.schools
    await plantAsking(db, town, { key: 'page-back', period: '2012', schools: [school] })
    await plantHandingIn(db, town, { call: 'page-back', school, given: { taking_part: 1, pupils: 2 } })
    const ask = await open(db, specialistOf(town))
    const address = addressOf('page-back', school.key)
    const { seen, page } = await formOf(ask, address)
    expect(page).toContain('name="remark:pupils"')
    const empty = await ask(address, { act: 'return', seen })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Uzrakstiet vismaz vienu piezīmi')
    const typed = { 'remark:pupils': 'Par maz', 'remark:taking_part': 'x' }
    const short = await ask(address, { act: 'return', seen, ...typed })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('value="Par maz"')
    const foreign = await ask(address, { act: 'return', seen, 'remark:elsewhere': 'Nav tāda' })
    expect(foreign.status).toBe(422)
    const done = await ask(address, { act: 'return', seen, 'remark:pupils': 'Par maz' })
    expect(done.status).toBe(303)
    const { submission } = await askedOf(db, town, 'page-back', school)
    expect(submission.decision?.remarks).toEqual([{ field: 'pupils', text: 'Par maz' }])
    expect(await (await ask(address)).text()).toContain('Par maz')
  })

  test('shows the second of two who decide what the first has decided', async ({ db, town }) => {
    const [, school = { id: '', key: '' }] = town.schools
    await plantAsking(db, town, { key: 'page-two', period: '2013', schools: [school] })
    await plantFormula(db, town, { catalogue: 'review', code: 'two' })
    await plantHandingIn(db, town, { call: 'page-two', school, given: { taking_part: 1, pupils: 2 } })
    const address = addressOf('page-two', school.key)
    const [first, second] = [
      await open(db, specialistOf(town, 'first')),
      await open(db, specialistOf(town, 'second')),
    ]
    const { seen } = await formOf(first, address)
    const returning = { act: 'return', seen, reason: 'Skaitļi nesakrīt' }
    expect((await first(address, returning)).status).toBe(303)
    const late = await second(address, { act: 'return', seen, reason: 'Cits iemesls' })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Skaitļi nesakrīt')
    expect(page).toContain('Cits iemesls')
    const accepting = await second(address, { act: 'accept', seen })
    expect(accepting.status).toBe(409)
  })

  test('has the button off, with the reason, for who handed in', async ({ db, town }) => {
    const [school = { id: '', key: '' }] = town.schools
    await plantAsking(db, town, { key: 'page-self', period: '2014', schools: [school] })
    const both = specialistOf(town, 'both')
    await plantHandingIn(db, town, {
      call: 'page-self',
      school,
      given: { taking_part: 1, pupils: 2 },
      by: both,
    })
    const ask = await open(db, both)
    const address = addressOf('page-self', school.key)
    const { page, seen } = await formOf(ask, address)
    expect(page).toMatch(/<button type="submit" disabled="" aria-describedby="why-not-accept">/)
    expect(page).toContain('savus datus neviens neapstiprina viens pats')
    const posted = await ask(address, { act: 'accept', seen })
    expect(posted.status).toBe(422)
    expect(await posted.text()).toContain('Šos datus iesniedzāt jūs')
    expect((await askedOf(db, town, 'page-self', school)).submission.state).toBe('submitted')
  })

  test('lets nobody of the institution decide', async ({ db, town }) => {
    const [school = { id: '', key: '' }] = town.schools
    await plantAsking(db, town, { key: 'page-head', period: '2015', schools: [school] })
    await plantHandingIn(db, town, { call: 'page-head', school, given: { taking_part: 1, pupils: 2 } })
    const ask = await open(db, headOf(town, school))
    const address = addressOf('page-head', school.key)
    expect(await (await ask(address)).text()).not.toContain('name="act"')
    expect((await ask(address, { act: 'accept', seen: '1.0' })).status).toBe(403)
  })
})
