import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#platform/database/types.server.ts'
import { type ImportOptions, importFolder } from '../../src/app/import.server.ts'
import { test as databaseTest } from './database.ts'
import { type Rows, twice, writeRows } from './write-rows.ts'

/** A plan whose indicator, document, breakdown and series are called as those of the other plan. */
type Plan = { title: string; from: number; indicator: string; direction: string; label: string }
export const planRows = (key: string, { title, from, indicator, direction, label }: Plan): Rows => ({
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
  goals: [{ code: 'M1', position: '1', ...twice('title', `Mērķis: ${title}`) }],
  directions: [{ code: '1.1', goal: 'M1', position: '1', ...twice('title', `Virziens: ${title}`) }],
  actions: [{ code: '1.1.1', direction: '1.1', position: '1', ...twice('title', `Darbība: ${title}`) }],
  claims: [
    {
      key: 'gaita',
      kind: 'trend',
      ...twice('text', `Apgalvojums: ${title}`),
      subjects: '1',
      direction: direction,
      from_period: 'baseline',
      to_period: String(from + 5),
      source: 'parskats',
    },
  ],
})
export const figure = (period: string, number: string) => ({
  series: '1',
  period,
  value_kind: 'share',
  number,
  unit: 'percent',
})

export const OLD = 'kuldigas-novads-2018'
export const NEW = 'kuldigas-novads-2024'
export const PLANS: Record<string, Rows> = {
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

/** Writes the files of a plan into a folder and loads them. */
export const loadPlan = (db: Database, folder: string, key: string) => loadRows(db, folder, PLANS[key] ?? {})

/** Writes rows into the files of a folder and loads it; files that are named before stay as they were. */
export async function loadRows(db: Database, folder: string, files: Rows, options?: ImportOptions) {
  await writeRows(folder, files)
  const { added, changed, gone } = await importFolder(db, folder, options)
  return { added, changed, gone }
}

/** A database in which the plan that came first was loaded first, and then the other. */
export const test = databaseTest
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
    const first = await loadPlan(db, folder, OLD)
    return { first, second: await loadPlan(db, folder, NEW) }
  })
