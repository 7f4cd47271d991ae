import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { migrateTables } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import {
  type Exported,
  exportCountry,
  exportPlan,
  exportWorkbook,
  findPlans,
  tableCsv,
  textRows,
} from '../../src/app/export.server.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { test as base } from '../support/database.ts'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-export-'))
    onCleanup(() => rm(folder, { recursive: true }))
    return folder
  },
)

async function placeOf(db: Database, slug: string) {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  if (!found) throw new Error(`no ${slug}`)
  return { id: found.id, slug }
}

async function exportOf(db: Database, slug: string): Promise<Exported> {
  const place = await placeOf(db, slug)
  const [plan = ''] = await findPlans(db, operator(place.id), place)
  return exportPlan(db, operator(place.id), place, plan)
}

const FORMS = {
  'CSV for machines': (folder: string, { tables }: Exported) =>
    Promise.all(tables.map((table) => writeFile(join(folder, table.sheet.file), tableCsv(table, 'machine')))),
  'CSV for Excel in Latvian': (folder: string, { tables }: Exported) =>
    Promise.all(tables.map((table) => writeFile(join(folder, table.sheet.file), tableCsv(table, 'excel')))),
  'one workbook': async (folder: string, exported: Exported) =>
    writeFile(join(folder, 'visi-dati.xlsx'), await exportWorkbook(exported)),
}

test.for(Object.entries(FORMS))(
  'everything that is stored comes back from %s without a difference',
  async ([, write], { db, folder }) => {
    for (const slug of ['liepaja', 'ventspils']) {
      const inside = join(folder, slug)
      await mkdir(inside)
      const exported = await exportOf(db, slug)
      expect(exported.tables.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(5)
      await write(inside, exported)
      const { notes, ...done } = await importFolder(db, inside)
      expect(done, slug).toEqual({ added: 0, changed: 0 })
    }
  },
)

test.for(Object.entries(FORMS))(
  'the registers of the country do too: %s',
  async ([, write], { db, folder }) => {
    await write(folder, await exportCountry(db))
    const { notes, ...done } = await importFolder(db, folder)
    expect(done).toEqual({ added: 0, changed: 0 })
  },
)

test('no column of any table is left out', async ({ db }) => {
  const { tables } = await exportOf(db, 'liepaja')
  for (const { sheet, rows } of tables) {
    for (const row of textRows({ sheet, rows })) expect(row).toHaveLength(Object.keys(sheet.columns).length)
  }
})

test('everything comes to an empty installation, and out of it again byte by byte', {
  timeout: 240_000,
}, async ({ db, folder }) => {
  const elsewhere = await openDatabase({ databaseUrl: undefined, dataFolder: join(folder, 'var') })
  try {
    await elsewhere.asOwner(async (owner) => {
      await elsewhere.prepare(owner)
      await migrateTables(owner)
    })
    const country = join(folder, 'latvija')
    const first = join(folder, 'liepaja')
    for (const inside of [country, first]) await mkdir(inside)
    await FORMS['CSV for machines'](country, await exportCountry(db))
    await importFolder(elsewhere.db, country)
    const exported = await exportOf(db, 'liepaja')
    await FORMS['one workbook'](first, exported)
    await importFolder(elsewhere.db, first)
    const again = await exportOf(elsewhere.db, 'liepaja')
    for (const [index, table] of exported.tables.entries()) {
      const other = again.tables[index]
      expect(other && tableCsv(other, 'machine'), table.sheet.file).toBe(tableCsv(table, 'machine'))
    }
  } finally {
    await elsewhere.close()
  }
})
