import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { exampleFile } from '#platform/import/examples.ts'
import { importFolder } from '../src/app/import.server.ts'
import { sheetsOf } from '../src/app/read-folder.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'

type Rows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>

const twice = (name: string, text: string) => ({ [`${name}_lv`]: text, [`${name}_en`]: text })

/** A plan whose indicator, document, breakdown and series are called as those of the other plan. */
type Plan = { title: string; from: number; indicator: string; direction: string; label: string }
const planRows = (key: string, { title, from, indicator, direction, label }: Plan): Rows => ({
  dataset: [{ municipality: 'kuldigas-novads', strategy: key, public: 'yes' }],
  strategy: [
    {
      ...twice('title', title),
      version: 'adopted',
      starts_on: `${from}-01-01`,
      ends_on: `${from + 5}-12-31`,
    },
  ],
  sources: [{ key: 'parskats', ...twice('title', `Pārskats: ${title}`) }],
  breakdowns: [
    {
      dimension: 'posms',
      ...twice('dimension', 'posms'),
      value: 'a',
      position: '1',
      ...twice('label', label),
    },
  ],
  indicators: [
    {
      code: '1',
      position: '1',
      ...twice('title', indicator),
      unit: 'percent',
      direction,
      value_kind: 'share',
      about_persons: 'no',
      data_minimum: 'no',
      source: 'parskats',
    },
  ],
  series: [{ key: '1', indicator: '1', position: '1', breakdown: 'posms=a' }],
})
const figure = (period: string, number: string) => ({
  series: '1',
  period,
  value_kind: 'share',
  number,
  unit: 'percent',
})

const OLD = 'kuldigas-novads-2018'
const NEW = 'kuldigas-novads-2024'
const PLANS: Record<string, Rows> = {
  [OLD]: {
    ...planRows(OLD, {
      title: 'Vecais plāns',
      from: 2018,
      indicator: 'Rinda uz pirmsskolām',
      direction: 'down',
      label: 'pilsēta',
    }),
    observations: [figure('2018', '20'), figure('2022/2023', '4')],
    baselines: [{ series: '1', period: '2018', recomputed: 'no' }],
    targets: [{ series: '1', target_year: '2023', kind: 'absolute', value: '5', unit: 'percent' }],
    periodRule: [{ period: '2022/2023', target_year: '2023' }],
  },
  [NEW]: {
    ...planRows(NEW, {
      title: 'Jaunais plāns',
      from: 2024,
      indicator: 'Matemātikas eksāmens',
      direction: 'up',
      label: 'pagasts',
    }),
    observations: [figure('2023', '55'), figure('2024/2025', '58')],
    baselines: [{ series: '1', period: '2023', recomputed: 'no' }],
    targets: [{ series: '1', target_year: '2025', kind: 'absolute', value: '60', unit: 'percent' }],
    periodRule: [{ period: '2024/2025', target_year: '2025' }],
  },
}

async function load(db: Database, folder: string, key: string) {
  const sheets = sheetsOf('municipality')
  for (const [name, rows] of Object.entries(PLANS[key] ?? {})) {
    const sheet = sheets[name]
    if (sheet)
      await writeFile(join(folder, sheet.file), exampleFile(sheet, { about: 'app.sheet.dataset', rows }))
  }
  const { added, changed, gone } = await importFolder(db, folder)
  return { added, changed, gone }
}

/** A database in which the plan that came first was loaded first, and then the other. */
const test = databaseTest
  .extend(
    'folder',
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
    async ({}, { onCleanup }) => {
      const folder = await mkdtemp(join(tmpdir(), 'izaugsme-plans-'))
      onCleanup(() => rm(folder, { recursive: true, force: true }))
      return folder
    },
  )
  .extend('loaded', { scope: 'file' }, async ({ db }, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-plans-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    const first = await load(db, folder, OLD)
    return { first, second: await load(db, folder, NEW) }
  })

const ask = async (db: Database, path: string) => (await (await openBuiltSite(db))(path)).text()

type Item = {
  code: string
  title: { lv: string }
  series: { verdict: { status: string }; label: { lv: string } }[]
}
const indicatorsOf = async (db: Database, key: string) =>
  (JSON.parse(await ask(db, `/api/v1/strategies/${key}/indicators`)) as { items: Item[] }).items

describe('two plans of a municipality that both have a no. 1', () => {
  test('stand side by side: the second changes nothing of the first', async ({ loaded }) => {
    expect(loaded.first.changed).toBe(0)
    expect(loaded.second).toEqual({ added: loaded.first.added, changed: 0, gone: undefined })
  })

  test('each have their own indicator, figures, verdict and words', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const [old, ...noOther] = await indicatorsOf(db, OLD)
    const [now, ...noMore] = await indicatorsOf(db, NEW)
    expect([noOther, noMore]).toEqual([[], []])
    expect([old?.code, old?.title.lv, now?.code, now?.title.lv]).toEqual([
      '1',
      'Rinda uz pirmsskolām',
      '1',
      'Matemātikas eksāmens',
    ])
    const standing = [old, now].map((one) =>
      one?.series.map(({ verdict, label }) => [verdict.status, label.lv]),
    )
    expect(standing).toEqual([[['met', 'Pilsēta']], [['missed', 'Pagasts']]])
  })

  test('loading either again changes nothing', async ({ db, loaded, folder }) => {
    expect(loaded.second.changed).toBe(0)
    expect(await load(db, folder, OLD)).toEqual({ added: 0, changed: 0, gone: undefined })
    expect(await load(db, folder, NEW)).toEqual({ added: 0, changed: 0, gone: undefined })
  })

  test('the pages of the municipality show the newest plan that is decided', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const page = await ask(db, '/kuldigas-novads/raditaji/1')
    expect(page).toContain('Matemātikas eksāmens')
    expect(page).not.toContain('Rinda uz pirmsskolām')
    expect(await ask(db, '/kuldigas-novads')).toContain('Jaunais plāns')
  })
})
