import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { startReading } from '#modules/findings'
import { findStrategyByKey, readTree } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { askJson } from './api/ask.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from './support/editors.ts'
import { loadRows, planRows } from './support/two-plans.ts'
import { type Rows, twice } from './support/write-rows.ts'

const KEY = 'kuldigas-novads-2024'
const PLACE = '/kuldigas-novads'
/** Days on which the plan was loaded as a draft, published, changed, and shortened. */
const [DRAFTED, PUBLISHED, CHANGED, SHORTENED] = ['2025-01-10', '2025-02-10', '2025-03-10', '2025-05-10']
const at = (day: string) => ({ at: new Date(`${day}T10:00:00Z`) })

const plain = planRows(KEY, {
  title: 'Plāns',
  from: 2024,
  indicator: 'Rinda',
  direction: 'down',
  label: 'pilsēta',
})
const action = { code: '1.1.1', direction: '1.1', position: '1', responsible: 'Izglītības pārvalde' }
const status = { action: '1.1.1', as_of: '2024/2025' }
const evidence = { action: '1.1.1', code: 'p1', as_of: '2024/2025', kind: 'document' }
const programme = { code: 'P1', position: '1', state: 'written' }

const indicator = { ...plain.indicators?.[0], goal: 'M1' }

const published: Rows = {
  ...plain,
  indicators: [indicator],
  targets: [{ series: '1', target_year: '2025', kind: 'absolute', value: '5', unit: 'percent' }],
  goals: [{ code: 'M1', position: '1', ...twice('title', 'Pirmais mērķis') }],
  directions: [{ code: '1.1', goal: 'M1', position: '1', ...twice('title', 'Pirmais virziens') }],
  actions: [{ ...action, ...twice('title', 'Pirmā darbība') }],
  actionStatus: [{ ...status, status: 'inProgress', ...twice('comment', 'Pirmais komentārs') }],
  actionEvidence: [{ ...evidence, title_lv: 'Pirmais protokols', url: 'https://example.lv/1' }],
  programmes: [{ ...programme, ...twice('title', 'Pirmā programma') }],
  programmeDirections: [{ programme: 'P1', direction: '1.1', link: 'yes' }],
}
const changed: Rows = {
  ...published,
  strategy: [{ ...plain.strategy?.[0], ...twice('title', 'Pārdēvēts plāns') }],
  indicators: [{ ...indicator, ...twice('title', 'Pārdēvēta rinda') }],
  goals: [{ code: 'M1', position: '1', ...twice('title', 'Otrais mērķis') }],
  directions: [{ code: '1.1', goal: 'M1', position: '1', ...twice('title', 'Otrais virziens') }],
  actions: [
    { ...action, ...twice('title', 'Otrā darbība'), responsible: 'Jaunais saimnieks', due_on: '2026-06-01' },
    { ...action, code: '1.1.2', position: '2', ...twice('title', 'Vēlākā darbība') },
  ],
  actionStatus: [{ ...status, status: 'implemented', ...twice('comment', 'Otrais komentārs') }],
  actionEvidence: [{ ...evidence, title_lv: 'Otrais protokols', url: 'https://example.lv/2' }],
  programmes: [{ ...programme, ...twice('title', 'Otrā programma') }],
}
const drafted: Rows = {
  ...published,
  dataset: [{ ...plain.dataset?.[0], public: 'no' }],
  actions: [{ ...action, ...twice('title', 'Melnraksta darbība') }],
}
const shortened: Rows = { ...changed, actions: changed.actions?.slice(0, 1) ?? [] }

const test = databaseTest.extend('loaded', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-as-of-'))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  await loadRows(db, folder, drafted, at(DRAFTED))
  await loadRows(db, folder, published, at(PUBLISHED))
  await loadRows(db, folder, changed, at(CHANGED))
  return loadRows(db, folder, shortened, { ...at(SHORTENED), withdraw: 1 })
})

const ask = async (db: Database, path: string) => (await openBuiltSite(db))(path)
/** What a page says below its heading. */
async function read(db: Database, path: string) {
  const html = await (await ask(db, path)).text()
  return html.slice(html.indexOf('<main'))
}
const PAGES = ['/ricibas-plans', '/ricibas-plans/1.1.1', '/programmas', '/strategija']
const NOW = /Otrais|Otrā|Jaunais saimnieks|Pārdēvēt|Vēlākā/

describe('a plan as it was on an earlier day', () => {
  test('has the wording, statuses, evidence and programmes of that day', async ({ db, loaded }) => {
    expect(loaded.added).toBe(0)
    const page = await read(db, `${PLACE}/ricibas-plans/1.1.1?asOf=2025-03-09`)
    for (const was of ['Pirmā darbība', 'Pirmais mērķis', 'Pirmais virziens', 'Izglītības pārvalde'])
      expect(page).toContain(was)
    for (const was of ['Pirmais komentārs', 'Pirmais protokols', 'https://example.lv/1'])
      expect(page).toContain(was)
    expect(/class="chip (\w+)"/.exec(page)?.[1]).toBe('inProgress')
    expect(await read(db, `${PLACE}/programmas?asOf=2025-03-09`)).toContain('Pirmā programma')
    expect(await read(db, `${PLACE}/ricibas-plans?asOf=2025-03-09`)).toContain('Pirmā darbība')
    const overview = await read(db, `${PLACE}/strategija?asOf=2025-03-09`)
    for (const was of ['Pirmais mērķis', '>Rinda<']) expect(overview).toContain(was)
  })

  test.for(PAGES)('says nothing of what came later: %s', async (page, { db, loaded }) => {
    expect(loaded.added).toBe(0)
    expect(await read(db, `${PLACE}${page}?asOf=2025-03-09`)).not.toMatch(NOW)
    expect(await read(db, `${PLACE}${page}`)).toMatch(NOW)
  })

  test.for(PAGES)('says so, and leads back to today: %s', async (page, { db, loaded }) => {
    expect(loaded.added).toBe(0)
    const lv = await read(db, `${PLACE}${page}?asOf=2025-03-09`)
    expect(lv).toContain('Agrāks stāvoklis: 2025. gada 9. marts')
    expect(lv).toContain(`<a href="${PLACE}${page}">Rādīt, kas zināms tagad</a>`)
    const en = await read(db, `/en${PLACE}${page}?asOf=2025-03-09`)
    expect(en).toContain(`<a href="/en${PLACE}${page}">Show what is known now</a>`)
    expect(await read(db, `${PLACE}${page}`)).not.toContain('Agrāks stāvoklis')
  })

  test('shows what was withdrawn since', async ({ db, loaded }) => {
    expect(loaded.added).toBe(0)
    expect(await read(db, `${PLACE}/ricibas-plans?asOf=2025-05-09`)).toContain('Vēlākā darbība')
    expect((await ask(db, `${PLACE}/ricibas-plans/1.1.2?asOf=2025-05-09`)).status).toBe(200)
    expect((await ask(db, `${PLACE}/ricibas-plans/1.1.2`)).status).toBe(404)
    expect((await ask(db, `${PLACE}/ricibas-plans/1.1.2?asOf=${SHORTENED}`)).status).toBe(404)
  })

  test('leads to pages of the same day', async ({ db, loaded }) => {
    expect(loaded.added).toBe(0)
    const list = await read(db, `${PLACE}/ricibas-plans?asOf=2025-03-09`)
    expect(list).toContain(`${PLACE}/ricibas-plans/1.1.1?asOf=2025-03-09`)
    expect(list).toContain('<input type="hidden" name="asOf" value="2025-03-09"/>')
    expect(list).toContain(`/api/v1/strategies/${KEY}/actions.csv?asOf=2025-03-09T21%3A59%3A59.999Z`)
    const one = await read(db, `${PLACE}/ricibas-plans/1.1.1?asOf=2025-05-09`)
    expect(one).toContain(`${PLACE}/ricibas-plans/1.1.2?asOf=2025-05-09`)
  })
})

describe('the history of a row', () => {
  const historyOf = async (db: Database, table: string, ...key: string[]) => {
    const municipalityId = await municipalityIdOf(db, 'kuldigas-novads')
    const anna = await openEditor(db, memberOf(municipalityId, 'educationSpecialist', 'anna'))
    return anna.read(historyAddress('kuldigas-novads', table, key))
  }
  const idOfPlan = async (db: Database) =>
    (await readAs(db, THE_PUBLIC, (tx) => findStrategyByKey(tx, KEY)))?.id ?? ''

  test('leads from each state to the page of that day', async ({ db, loaded }) => {
    expect(loaded.added).toBe(0)
    const id = await idOfPlan(db)
    const history = await historyOf(db, 'strategy.action', id, '1.1.1')
    const page = `${PLACE}/ricibas-plans/1.1.1`
    expect(history).toContain(`href="${page}?asOf=${PUBLISHED}"`)
    expect(history).toContain(`href="${page}?asOf=${CHANGED}"`)
    expect(await read(db, `${page}?asOf=${PUBLISHED}`)).toContain('Pirmā darbība')
    const goal = await historyOf(db, 'strategy.goal', id, 'M1')
    expect(goal).toContain(`href="${PLACE}/strategija/m1?asOf=${CHANGED}"`)
    const indicator = await historyOf(db, 'indicators.indicator', KEY, '1')
    expect(indicator).toContain(`href="${PLACE}/raditaji/1?asOf=${PUBLISHED}"`)
  })

  test('leads nowhere where the public could see nothing', async ({ db, loaded }) => {
    expect(loaded.added).toBe(0)
    const id = await idOfPlan(db)
    expect(await historyOf(db, 'strategy.action', id, '1.1.1')).not.toContain(`asOf=${DRAFTED}`)
    const withdrawn = await historyOf(db, 'strategy.action', id, '1.1.2')
    expect(withdrawn).toContain(`asOf=${CHANGED}`)
    expect(withdrawn).not.toContain(`asOf=${SHORTENED}`)
  })
})

describe('a day on which the public could not see the plan', () => {
  test.for(['2024-12-31', DRAFTED, '2025-02-09'])('shows nothing of it: %s', async (day, { db, loaded }) => {
    expect(loaded.added).toBe(0)
    for (const page of ['/ricibas-plans', '/programmas', '/strategija']) {
      const html = await read(db, `${PLACE}${page}?asOf=${day}`)
      expect(html).toContain('Tajā dienā plāns šeit vēl nebija publicēts')
      expect(html).not.toMatch(/Melnraksta|Pirmais|Pirmā|Otrais|Otrā/)
    }
    const answer = await ask(db, `${PLACE}/ricibas-plans/1.1.1?asOf=${day}`)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(html).toContain('Tajā dienā šādas darbības šeit nebija')
    expect(html).not.toMatch(/Melnraksta|Pirmā|Otrā/)
  })

  test('does not show drafts either when it was published the same day', async ({ db, loaded }) => {
    expect(loaded.added).toBe(0)
    expect(await read(db, `${PLACE}/ricibas-plans?asOf=${PUBLISHED}`)).toContain('Pirmā darbība')
    const municipalityId = await municipalityIdOf(db, 'kuldigas-novads')
    const asOf = new Date(`${PUBLISHED}T09:59:59Z`)
    expect(
      await readAs(db, THE_PUBLIC, (tx) =>
        readTree(startReading(tx, { municipalityId, strategy: KEY, asOf })),
      ),
    ).toBeUndefined()
  })
})

describe('a day that is none', () => {
  test.for([...PAGES, '/raditaji/1'])('is refused in words: %s', async (page, { db, loaded }) => {
    expect(loaded.added).toBe(0)
    for (const day of ['vakar', '2025-02-30']) {
      const answer = await ask(db, `${PLACE}${page}?asOf=${day}`)
      expect(answer.status).toBe(400)
      const html = await answer.text()
      expect(html).toContain('Vajadzīga diena, kas jau pienākusi')
      expect(html).toContain(day)
    }
    const future = await ask(db, `${PLACE}${page}?asOf=2999-01-01`)
    expect(future.status).toBe(400)
    expect(await future.text()).toContain('Vajadzīga diena, kas jau pienākusi')
  })
})

describe('the API', () => {
  const list = (asOf: string) => `/strategies/${KEY}/actions?asOf=${asOf}`

  test('answers with the plan of an instant', async ({ db, loaded }) => {
    expect(loaded.added).toBe(0)
    const { items } = await askJson(db, list('2025-03-09T12:00:00Z'))
    expect(items).toMatchObject([
      {
        code: '1.1.1',
        title: { lv: 'Pirmā darbība' },
        status: 'inProgress',
        evidence: [
          { code: 'p1', title: { lv: 'Pirmais protokols' }, url: 'https://example.lv/1', file: null },
        ],
        history: [{ shownBy: ['p1'] }],
      },
    ])
    expect((await askJson(db, list('2025-05-09T12:00:00Z'))).items).toHaveLength(2)
    expect((await askJson(db, list('2025-01-20T12:00:00Z'))).items).toEqual([])
    const { goals } = await askJson(db, `/strategies/${KEY}/summary?asOf=2025-03-09T12:00:00Z`)
    expect(goals).toMatchObject([{ code: 'M1', title: { lv: 'Pirmais mērķis' } }])
  })
})
