import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { openWorkbook } from '#platform/workbook/read-workbook.server.ts'
import { carryOut } from '../../src/app/uploads/load-upload.job.server.ts'
import { openBuiltSite, openSiteAs } from '../support/built-site.ts'
import { test } from '../support/database.ts'
import { fieldsIn, placeOf } from '../support/upload-pages.ts'

const PLAN = 'liepaja-2020-2025'
const HOME = '/darbs/liepaja/dati'

async function userIn(db: Database, role: Role, slug = 'liepaja'): Promise<User> {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  const scope = { kind: 'municipality', municipalityId: found?.id ?? '' } as const
  return { id: role, kind: 'member', grants: [{ role, scope }] }
}

const siteAs = async (db: Database, role: Role) => openSiteAs(db, await userIn(db, role))

type Ask = Awaited<ReturnType<typeof openSiteAs>>

async function send(ask: Ask, files: Record<string, string | Uint8Array<ArrayBuffer>>) {
  const form = new FormData()
  form.set('plan', PLAN)
  for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name))
  return ask(HOME, form)
}

describe('the page of data', () => {
  test('is for whoever may load something, and leads to every table', async ({ db }) => {
    const ask = await siteAs(db, 'educationHead')
    const html = await (await ask(HOME)).text()
    expect(html).toContain('Dati failos')
    expect(html).toContain(`${HOME}/fails/observations.xlsx?plans=${PLAN}`)
    expect((await (await siteAs(db, 'councilMember'))(HOME)).status).toBe(403)
    expect((await (await openBuiltSite(db))(HOME)).status).toBeGreaterThanOrEqual(300)
  })

  test('gives every file in its promised form', async ({ db }) => {
    const ask = await siteAs(db, 'educationHead')
    const machine = new Uint8Array(await (await ask(`${HOME}/fails/values.csv?plans=${PLAN}`)).arrayBuffer())
    const excel = new Uint8Array(
      await (await ask(`${HOME}/fails/excel-values.csv?plans=${PLAN}`)).arrayBuffer(),
    )
    const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text(machine)).toMatch(/^code,position,title_lv,title_en,meaning_lv,meaning_en,source,locator\r\n/)
    expect(text(excel)).toMatch(
      /^\uFEFFcode;position;title_lv;title_en;meaning_lv;meaning_en;source;locator\r\n/,
    )
    const book = openWorkbook(new Uint8Array(await (await ask(`${HOME}/fails/viss.xlsx`)).arrayBuffer()))
    expect('sheets' in book && book.sheets.map(({ name }) => name)).toContain('observations')
    const template = openWorkbook(
      new Uint8Array(await (await ask(`${HOME}/fails/veidne-actions.xlsx`)).arrayBuffer()),
    )
    expect('sheets' in template && template.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Kā aizpildīt', false],
      ['actions', false],
      ['Saraksti', true],
    ])
    for (const name of ['viss.zip', 'veidne.xlsx', 'excel-observations.csv']) {
      expect((await ask(`${HOME}/fails/${name}`)).status, name).toBe(200)
    }
    for (const name of ['nav.csv', 'observations.exe', '..%2Fx.csv']) {
      expect((await ask(`${HOME}/fails/${name}`)).status, name).toBe(404)
    }
  })
})

describe('an upload through the pages', () => {
  test('goes from files to what was done, without scripts', async ({ db }) => {
    const ask = await siteAs(db, 'educationHead')
    const text = (await readFile('data/liepaja-2020-2025/values.csv', 'utf8')).trimEnd()
    const [head, first = '', ...rest] = text.split('\n')
    const changed = [head, first.replace(/^([^,]*,\d+,)/, '$1Jauna '), ...rest].join('\n')
    const sent = await send(ask, { 'values.csv': changed })
    expect(sent.status).toBe(303)
    const here = placeOf(sent)
    const one = await (await ask(here)).text()
    expect(one).toContain('1. solis')
    expect((await ask(here, { ...fieldsIn(one), step: 'recognised' })).status).toBe(303)
    const two = await (await ask(here)).text()
    expect(two).toContain('2. solis')
    expect((await ask(here, { ...fieldsIn(two), step: 'mapping' })).status).toBe(303)
    const three = await (await ask(here)).text()
    expect(three).toContain('Jaunas rindas: 0; mainītas: 1')
    const refused = await ask(here, { step: 'commit' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Ierakstiet, kāpēc dati mainās.')
    expect((await ask(here, { step: 'commit', why: 'precizēts' })).status).toBe(303)
    const waiting = await (await ask(here)).text()
    expect(waiting).toContain('Ielāde gaida savu kārtu.')
    expect(waiting).toContain('http-equiv="refresh"')
    const user = await userIn(db, 'educationHead')
    const [scope] = user.grants.map((grant) => grant.scope)
    const id = scope?.kind === 'municipality' ? scope.municipalityId : ''
    const upload = here.split('/').at(-1) ?? ''
    await carryOut(db, user, { municipality: { id, slug: 'liepaja' }, id: upload })
    expect(await (await ask(here)).text()).toContain('mainītas: 1')
  })

  test('names every error by row and column, and gives the file back with them', async ({ db }) => {
    const ask = await siteAs(db, 'educationHead')
    const sent = await send(ask, {
      'observations.csv': 'series;period;number\nnav;2024/2025;12,5\n3;kaut kad;abc\n',
    })
    const here = placeOf(sent)
    for (const step of ['recognised', 'mapping']) {
      const html = await (await ask(here)).text()
      expect((await ask(here, { ...fieldsIn(html), step })).status, step).toBe(303)
    }
    const html = await (await ask(here)).text()
    expect(html).toContain('observations.csv, 2. rinda, kolonna “series”')
    expect(html).toContain('observations.csv, 3. rinda, kolonna “number”')
    expect(html).not.toContain('value="commit"')
    const file = await (await ask(`${here}/kludas/0`)).text()
    expect(file.split('\r\n')[0]).toContain('kļūda')
    expect(file).toContain('kaut kad')
    expect((await ask(here, { step: 'commit', why: 'tomēr' })).status).toBe(422)
    expect((await ask(here, { step: 'drop' })).status).toBe(303)
    expect((await ask(here)).status).toBe(404)
  })

  test('asks whether letters of Windows-1257 are right before it reads by them', async ({ db }) => {
    const ask = await siteAs(db, 'educationHead')
    const ours = 'code;position;title_lv;title_en\nV9;9;Cie\u0146a;Respect\n'
    // ņ is 0xF2 in Windows-1257.
    const bytes = Uint8Array.from([...ours].map((letter) => (letter === 'ņ' ? 0xf2 : letter.charCodeAt(0))))
    const here = placeOf(await send(ask, { 'values.csv': bytes }))
    const html = await (await ask(here)).text()
    expect(html).toContain('Cieņa')
    const unconfirmed = await ask(here, { ...fieldsIn(html), step: 'recognised' })
    expect(unconfirmed.status).toBe(422)
    expect(await unconfirmed.text()).toContain('apstipriniet, ka burti ir pareizi')
    expect((await ask(here, { ...fieldsIn(html), 'p0.encoding': 'yes', step: 'recognised' })).status).toBe(
      303,
    )
  })

  test('refuses by name a table that one may not load', async ({ db }) => {
    const ask = await siteAs(db, 'dataAnalyst')
    const here = placeOf(
      await send(ask, { 'goals.csv': await readFile('data/liepaja-2020-2025/goals.csv', 'utf8') }),
    )
    const html = await (await ask(here)).text()
    const refused = await ask(here, { ...fieldsIn(html), step: 'recognised' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('goals.csv: jums nav tiesību ielādēt šo tabulu')
  })

  test('refuses what is no table, and a workbook that would unpack to too much', async ({ db }) => {
    const ask = await siteAs(db, 'educationHead')
    const broken = await send(ask, { 'dati.xlsx': 'PK not really' })
    expect(broken.status).toBe(422)
    expect(await broken.text()).toContain('darbgrāmatu nevar atvērt')
    expect((await send(ask, {})).status).toBe(422)
  })
})

describe('a municipality without a plan', () => {
  /** Goes through every question with what is proposed, and loads. */
  async function load(db: Database, plan: string, files: Record<string, string>) {
    const user = await userIn(db, 'educationHead', 'kuldigas-novads')
    const ask = await openSiteAs(db, user)
    const home = '/darbs/kuldigas-novads/dati'
    const form = new FormData()
    form.set('plan', plan)
    for (const [name, content] of Object.entries(files)) form.append('files', new File([content], name))
    const sent = await ask(home, form)
    if (sent.status !== 303) return { status: sent.status, html: await sent.text() }
    const here = placeOf(sent)
    for (const step of ['recognised', 'mapping']) {
      const answer = await ask(here, { ...fieldsIn(await (await ask(here)).text()), step })
      expect(answer.status, step).toBe(303)
    }
    const committed = await ask(here, { step: 'commit', why: 'sākam' })
    if (committed.status !== 303) return { status: committed.status, html: await committed.text() }
    const [scope] = user.grants.map((grant) => grant.scope)
    const id = scope?.kind === 'municipality' ? scope.municipalityId : ''
    await carryOut(db, user, {
      municipality: { id, slug: 'kuldigas-novads' },
      id: here.split('/').at(-1) ?? '',
    })
    return { status: 303, html: await (await ask(here)).text() }
  }
  const PLAN_OF_TOWN = 'kuldigas-novads-2026'
  const folder = 'data/liepaja-2020-2025'

  test('takes institutions first, and then its first plan as a draft', async ({ db }) => {
    const wrong = await load(db, 'liepaja-2030', { 'institutions.csv': 'key\n' })
    expect(wrong).toMatchObject({
      status: 422,
      html: expect.stringContaining('jāsākas ar pašvaldības adresi'),
    })
    const goals = await load(db, PLAN_OF_TOWN, {
      'values.csv': await readFile(`${folder}/values.csv`, 'utf8'),
    })
    expect(goals.status).toBe(422)
    expect(goals.html).toContain('strategy.csv')
    const [head = '', row = ''] = (await readFile(`${folder}/institutions.csv`, 'utf8')).split('\n')
    const institutions = await load(db, PLAN_OF_TOWN, {
      'institutions.csv': [head, row.replace(/,evaluation,.*$/, ',,')].join('\n'),
    })
    expect(institutions.html).toContain('Ielādēts')
    const strategy = (await readFile(`${folder}/strategy.csv`, 'utf8')).trimEnd()
    const plan = await load(db, PLAN_OF_TOWN, {
      'strategy.csv': strategy,
      'sources.csv': await readFile(`${folder}/sources.csv`, 'utf8'),
    })
    expect(plan.html).toContain('Ielādēts')
    const ask = await openSiteAs(db, await userIn(db, 'educationHead', 'kuldigas-novads'))
    expect(await (await ask('/darbs/kuldigas-novads/dati')).text()).toContain(`plans=${PLAN_OF_TOWN}`)
    const seen = await (await (await openBuiltSite(db))('/kuldigas-novads/strategija')).text()
    expect(seen).not.toContain('attīstības koncepcija')
  })
})
