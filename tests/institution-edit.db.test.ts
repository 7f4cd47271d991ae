import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from './support/built-site.ts'
import { test } from './support/database.ts'

const ADDRESS = '/liepaja/iestades/livupe/labot'

async function specialistOf(db: Database, slug: string): Promise<User> {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  const scope = { kind: 'municipality', municipalityId: municipality?.id ?? '' } as const
  return { id: `specialist-${slug}`, kind: 'member', grants: [{ role: 'educationSpecialist', scope }] }
}

type Ask = Awaited<ReturnType<typeof openSiteAs>>
const read = async (ask: (path: string) => Promise<Response>, path: string) => (await ask(path)).text()

/** What a form says before anything is typed. */
function filledIn(html: string): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name) typed[name] = unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? '')
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    typed[name] = unescaped(/value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  return typed
}
const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

async function edit(ask: Ask, address: string, typed: Record<string, string>, step = 'save') {
  const form = filledIn(await read(ask, address))
  return ask(address, { ...form, _why: 'Pārbaudīts reģistrā', ...typed, _do: step })
}

describe('an institution', () => {
  test('is corrected with a reason, seen first, then public at once', async ({ db }) => {
    const ask = await openSiteAs(db, await specialistOf(db, 'liepaja'))
    const site = await openBuiltSite(db)
    const typed = { short_name_lv: 'Līvupes pamatskola' }
    const preview = await (await edit(ask, ADDRESS, typed, 'preview')).text()
    expect(preview).toContain('Līvupes pamatskola')
    expect(await read(site, '/liepaja/iestades/livupe')).not.toContain('>Līvupes pamatskola<')
    const saved = await edit(ask, ADDRESS, typed)
    expect(saved.status).toBe(303)
    expect(filledIn(await read(ask, ADDRESS)).short_name_lv).toBe('Līvupes pamatskola')
  })

  test('becomes something else on a day, and keeps what it was', async ({ db }) => {
    const ask = await openSiteAs(db, await specialistOf(db, 'liepaja'))
    const site = await openBuiltSite(db)
    const typed = { valid_from: '2026-09-01', name_lv: 'Liepājas Ziemeļu skola', reason_lv: 'Pārdēvēta' }
    expect((await edit(ask, `${ADDRESS}?dala=change`, typed)).status).toBe(303)
    expect(await read(site, '/liepaja/iestades/livupe?on=2026-10-01')).toContain(
      'Liepājas Ziemeļu skola</h1>',
    )
    expect(await read(site, '/liepaja/iestades/livupe?on=2026-08-31')).not.toContain(
      'Liepājas Ziemeļu skola</h1>',
    )
    const early = await edit(ask, `${ADDRESS}?dala=change`, { ...typed, valid_from: '2026-08-01' })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('2026-08-01')
  })

  test('gets a place and a programme there, checked as loading checks them', async ({ db }) => {
    const ask = await openSiteAs(db, await specialistOf(db, 'liepaja'))
    const site = await openBuiltSite(db)
    expect((await edit(ask, `${ADDRESS}?dala=site`, {})).status).toBe(422)
    expect((await edit(ask, `${ADDRESS}?dala=site`, { address: 'Ganību iela 106' })).status).toBe(303)
    expect(await read(site, '/liepaja/iestades/livupe')).toContain('Ganību iela 106')
    const programme = { name_lv: 'Pamatizglītības programma', name_en: 'Basic education', code: '2101' }
    const wrong = await edit(ask, `${ADDRESS}?dala=programme`, programme)
    expect([wrong.status, filledIn(await wrong.text()).code]).toEqual([422, '2101'])
    const right = await edit(ask, `${ADDRESS}?dala=programme`, { ...programme, code: '21011111' })
    expect(right.status).toBe(303)
    expect(await read(site, '/liepaja/iestades/livupe')).toContain('21011111')
  })

  test('ends, and goes on in another', async ({ db }) => {
    const ask = await openSiteAs(db, await specialistOf(db, 'liepaja'))
    const site = await openBuiltSite(db)
    const half = await edit(ask, `${ADDRESS}?dala=end`, { valid_to: '2027-09-01', successor: 'lvg' })
    expect(half.status).toBe(422)
    const typed = { valid_to: '2027-09-01', end_reason_lv: 'Apvienota', successor: 'lvg', kind: 'mergedInto' }
    expect((await edit(ask, `${ADDRESS}?dala=end`, typed)).status).toBe(303)
    expect(await read(site, '/liepaja/iestades/livupe?on=2027-10-01')).toContain('/liepaja/iestades/lvg')
  })

  test('is added once under a word of its own', async ({ db }) => {
    const ask = await openSiteAs(db, await specialistOf(db, 'liepaja'))
    const site = await openBuiltSite(db)
    const typed = {
      name_lv: 'Jaunā sākumskola',
      name_en: 'New primary school',
      key: 'jauna',
      type: 'primarySchool',
    }
    expect((await edit(ask, '/liepaja/iestades/labot', typed)).status).toBe(303)
    expect(await read(site, '/liepaja/iestades/jauna')).toContain('Jaunā sākumskola')
    expect((await edit(ask, '/liepaja/iestades/labot', typed)).status).toBe(422)
  })

  test('is nobody’s who works elsewhere, and of two at once one is asked to look again', async ({ db }) => {
    const elsewhere = await openSiteAs(db, await specialistOf(db, 'ventspils'))
    expect((await elsewhere(ADDRESS)).status).toBe(403)
    const ask = await openSiteAs(db, await specialistOf(db, 'liepaja'))
    const address = '/liepaja/iestades/lvg/labot'
    const form = filledIn(await read(ask, address))
    const send = (short_name_lv: string) =>
      ask(address, { ...form, _why: 'Abi reizē raksta', short_name_lv, _do: 'save' })
    const answers = await Promise.all(['Viens', 'Otrs'].map(send))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const loser = await answers.find(({ status }) => status === 409)?.text()
    expect(loser).toContain('Viens')
    expect(loser).toContain('Otrs')
  })
})
