import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { exportPlan, tableCsv } from '../src/app/export.server.ts'
import { importFolder } from '../src/app/import.server.ts'
import { checkFolder } from '../src/app/read-folder.server.ts'
import { ask } from './api/ask.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { municipalityIdOf } from './support/editors.ts'
import { loadRows, planRows } from './support/two-plans.ts'
import { type Rows, twice, writeRows } from './support/write-rows.ts'

const KEY = 'kuldigas-novads-2024'
const PLACE = '/kuldigas-novads'
const at = (day: string) => ({ at: new Date(`${day}T10:00:00Z`) })

const plain = planRows(KEY, {
  title: 'Plāns',
  from: 2024,
  indicator: 'Rinda',
  direction: 'down',
  label: 'pilsēta',
})
const money = { action: '1.1.1', fund: 'municipality', year: '2024' }
const first: Rows = {
  ...plain,
  indicators: [{ ...plain.indicators?.[0], goal: 'M1' }],
  externalFactors: [{ code: 'A1', position: '1', ...twice('title', 'Dzimstība') }],
  actionParties: [
    {
      action: '1.1.1',
      code: 'd1',
      name_lv: 'Jaunatnes centrs',
      name_en: 'Jaunatnes centrs',
      part_lv: 'palīdz',
    },
  ],
  actionMilestones: [
    { action: '1.1.1', code: 's1', kind: 'deliverable', title_lv: 'Pirmais ziņojums', due_on: '2025-12-31' },
  ],
  actionFunding: [
    { ...money, code: 'f1', planned: '100.25', spent: '0' },
    { ...money, code: 'f2', fund: 'state' },
  ],
  risks: [{ code: 'K1', position: '1', ...twice('title', 'Pirmais risks'), state: 'open', impact: 'high' }],
  riskLinks: [
    { code: 'a', risk: 'K1', goal: 'M1' },
    { code: 'b', factor: 'A1', indicator: '1' },
  ],
  nationalLinks: [{ code: 'n', action: '1.1.1', plan: 'IAP2027', national_goal: '3' }],
}
const second: Rows = {
  ...first,
  actionMilestones: [{ ...first.actionMilestones?.[0], title_lv: 'Otrais ziņojums', done_on: '2025-04-01' }],
  actionFunding: [{ ...money, code: 'f1', planned: '900' }],
  risks: [{ ...first.risks?.[0], ...twice('title', 'Otrais risks') }],
  nationalLinks: [],
}

const test = databaseTest
  .extend(
    'folder',
    { scope: 'file' },
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
    async ({}, { onCleanup }) => {
      const folder = await mkdtemp(join(tmpdir(), 'izaugsme-attached-'))
      onCleanup(() => rm(folder, { recursive: true, force: true }))
      return folder
    },
  )
  .extend('loaded', { scope: 'file' }, async ({ db, folder }) => {
    await loadRows(db, folder, first, at('2025-02-10'))
    return loadRows(db, folder, second, { ...at('2025-05-10'), withdraw: 2 })
  })

async function read(db: Database, path: string) {
  const html = await (await (await openBuiltSite(db))(path)).text()
  return html.slice(html.indexOf('<main'))
}

describe('what hangs on a plan', () => {
  test('is loaded from files, and read as it is now', async ({ db, loaded }) => {
    expect(loaded).toMatchObject({ added: 0 })
    const page = await read(db, `${PLACE}/ricibas-plans/1.1.1`)
    for (const said of ['Jaunatnes centrs', 'Otrais ziņojums', 'Otrais risks', '900'])
      expect(page).toContain(said)
    expect(page).not.toContain('Atbalsts ikviena izaugsmei')
    const overview = await read(db, `${PLACE}/strategija`)
    expect(overview).toContain('Otrais risks')
    expect(overview).toContain('href="/kuldigas-novads/raditaji/1"')
  })

  test('is read as it was on an earlier day', async ({ db, loaded }) => {
    expect(loaded).toMatchObject({ added: 0 })
    const was = await read(db, `${PLACE}/ricibas-plans/1.1.1?asOf=2025-03-01`)
    for (const said of ['Pirmais ziņojums', 'Pirmais risks', '100,25', 'Atbalsts ikviena izaugsmei'])
      expect(was).toContain(said)
    expect(was).toContain('1 darbībai zināma daļa')
    expect(was).not.toMatch(/Otrais|termiņš nokavēts/)
    const later = await read(db, `${PLACE}/strategija?asOf=2025-03-01`)
    expect(later).toContain('Pirmais risks')
    expect(later).not.toContain('Otrais risks')
  })

  test('comes back from an export and from the API without a difference', async ({ db, folder, loaded }) => {
    expect(loaded).toMatchObject({ added: 0 })
    const id = await municipalityIdOf(db, 'kuldigas-novads')
    const place = { id, slug: 'kuldigas-novads' }
    const { tables } = await exportPlan(db, operator(id), place, KEY)
    const back = join(folder, 'back')
    await mkdir(back)
    for (const table of tables) await writeFile(join(back, table.sheet.file), tableCsv(table, 'machine'))
    for (const [list, file] of [
      ['parties', 'action-parties'],
      ['milestones', 'action-milestones'],
      ['funding', 'action-funding'],
      ['works', 'action-works'],
      ['risks', 'risks'],
      ['risk-links', 'risk-links'],
      ['national-links', 'national-links'],
    ]) {
      const csv = await (await ask(db, `/strategies/${KEY}/${list}.csv`)).text()
      await writeFile(join(back, `${file}.csv`), csv)
    }
    const { notes, ...done } = await importFolder(db, back)
    expect(done).toEqual({ added: 0, changed: 0 })
  })
})

describe('a folder is refused', () => {
  const problemsOf = async (folder: string, rows: Rows) => {
    const inside = join(folder, 'wrong')
    await rm(inside, { recursive: true, force: true })
    await mkdir(inside)
    await writeRows(inside, { ...first, ...rows })
    return inside
  }

  test('when links have no end or two, and when money that is not needed has a sum', async ({ folder }) => {
    const inside = await problemsOf(folder, {
      riskLinks: [
        { code: 'a', risk: 'K1', factor: 'A1', goal: 'M1' },
        { code: 'b', risk: 'K1' },
      ],
      actionFunding: [{ action: '1.1.1', code: 'f1', fund: 'none', planned: '5' }],
    })
    const { problems } = await checkFolder(inside)
    expect(problems.map(({ file, line, column }) => `${file} ${line} ${column}`).sort()).toEqual([
      'action-funding.csv 2 planned',
      'risk-links.csv 2 factor',
      'risk-links.csv 3 goal',
    ])
  })

  test('when a national goal is not known, where it says so', async ({ db, folder, loaded }) => {
    expect(loaded).toMatchObject({ added: 0 })
    const inside = await problemsOf(folder, {
      nationalLinks: [{ code: 'n', action: '1.1.1', plan: 'IAP2027', national_goal: '99' }],
    })
    await expect(importFolder(db, inside)).rejects.toMatchObject({
      problems: [{ file: 'national-links.csv', line: 2, column: 'national_goal' }],
    })
  })
})
