import { describe, expect } from 'vitest'
import { askJson, STRATEGY } from '../../../../tests/api/ask.ts'
import {
  askedOf,
  headOf,
  plantAsking,
  plantFormula,
  plantHandingIn,
  plantPromise,
  plantSchools,
  specialistOf,
} from '../../../../tests/support/answered-calls.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'

const HOME = '/darbs/liepaja/datu-vaksana/vaksana'
const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipality = { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }
  return plantSchools(db, municipality, ['result-a', 'result-b', 'result-c'])
})

/** The plan that ships, whose indicators everybody sees. */
const CATALOGUE = 'liepaja-2020-2025'

describe('the results of a call', () => {
  test('agree on every page, in the API, in totals and in what they are made of', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'results', period: '2024/2025' })
    const indicator = await plantFormula(db, town, { catalogue: CATALOGUE, code: '970' })
    await plantPromise(db, town, { catalogue: CATALOGUE, code: '970', indicator })
    await plantFormula(db, town, { catalogue: CATALOGUE, code: '971', level: 'institution' })
    const given = [
      { taking_part: 40, pupils: 50 },
      { taking_part: 10, pupils: 20 },
      { taking_part: 'n/a', pupils: 'n/a' },
    ]
    for (const [place, school] of town.schools.entries()) {
      await plantHandingIn(db, town, { call: 'results', school, given: given[place] ?? {} })
    }
    const ask = await openSiteAs(db, specialistOf(town))
    const address = `${HOME}/results/rezultats`
    const page = await (await ask(address)).text()
    const boxes = [...page.matchAll(/name="iestade"[^>]* value="([^"]+)"/g)].map(([, value = '']) => value)
    expect(boxes).toEqual(['result-a 1.0', 'result-b 1.0', 'result-c 1.0'])
    const chosen = new FormData()
    for (const value of boxes) chosen.append('iestade', value)
    const done = await ask(address, chosen)
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('Pieņemti 3 iestāžu dati.')

    const results = await (await ask(address)).text()
    expect(results).toContain('71,4')
    expect(results).toContain('2 no 3 iestādēm')
    expect(results).toContain('neattiecas')
    expect(results).toMatch(/Piedalās<\/t[hd]><td[^>]*>50<\/td>/)
    const review = await (await ask(`${HOME}/results/result-a/parskats`)).text()
    expect(review).toContain('71,4')
    expect(review).toMatch(/80/)
    const openly = await openBuiltSite(db)
    const publicly = await (await openly('/liepaja/raditaji/970')).text()
    expect(publicly).toContain('71,4')
    expect(publicly).toContain('2 no 3 iestādēm')
    expect(publicly).toContain('href="/liepaja/datu-vaksana/results"')
    const listed = await askJson(db, `${STRATEGY}/indicators?limit=200`)
    const told = listed.items.find(({ code }: { code: string }) => code === '970')
    expect(JSON.stringify(told)).toContain('71.4')
    expect(JSON.stringify(told)).toContain('"numerator":50')
  })

  test('are for who may see them together; each institution only for who may see that', async ({
    db,
    town,
  }) => {
    await plantAsking(db, town, { key: 'guarded', period: '2017' })
    await plantFormula(db, town, { catalogue: 'guarded', code: 'g' })
    const [school = { id: '', key: '' }] = town.schools
    await plantHandingIn(db, town, { call: 'guarded', school, given: { taking_part: 1, pupils: 3 } })
    const ask = await openSiteAs(db, specialistOf(town))
    const form = new FormData()
    form.append('iestade', 'result-a 1.0')
    form.append('iestade', 'result-b 1.0')
    const done = await (await ask(`${HOME}/guarded/rezultats`, form)).text()
    expect(done).toContain('Skola result-b: kopš skatījāties, kaut kas ir mainījies')
    expect((await askedOf(db, town, 'guarded', school)).submission.state).toBe('accepted')
    const head = await openSiteAs(db, headOf(town, school))
    expect((await head(`${HOME}/guarded/rezultats`)).status).toBe(403)
    expect((await head(`${HOME}/guarded/rezultats`, form)).status).toBe(403)
    const guarded = await openSiteAs(db, {
      id: 'reader',
      kind: 'member',
      grants: [
        {
          capabilities: ['collection.totals.read', 'collection.read'],
          scope: { kind: 'municipality', municipalityId: town.id },
        },
      ],
    })
    const page = await (await guarded(`${HOME}/guarded/rezultats`)).text()
    expect(page).toContain('Kopsummas')
    expect(page).not.toContain('No kā veidots')
  })
})
