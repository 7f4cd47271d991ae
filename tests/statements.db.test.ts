import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { importFolder } from '../src/app/import.server.ts'
import { MEASURED_PAGES } from './bench/pages.ts'
import { openBuiltSite } from './support/built-site.ts'
import { countStatements, test } from './support/database.ts'
import { writeCsv } from './support/write-csv.ts'

type Row = Record<string, string>

const API = ['summary', 'indicators', 'actions', 'findings'].map(
  (name) => `/api/v1/strategies/liepaja-2020-2025/${name}`,
)

async function statementsOfPages(db: Database) {
  const answer = await openBuiltSite(db)
  const counts: Record<string, number> = {}
  for (const path of ['/', ...MEASURED_PAGES, ...API]) {
    counts[path] = await countStatements(db, async () => {
      const response = await answer(path)
      expect(`${path} ${response.status}`).toBe(`${path} 200`)
    })
  }
  return counts
}

/** Writes the file again with `copies` more rows for each row, made by `copy`. */
async function multiply(
  folder: string,
  file: string,
  copies: number,
  copy: (row: Row, suffix: string) => Row,
) {
  const path = join(folder, file)
  const rows = parse(await readFile(path, 'utf8'), { columns: true }) as Row[]
  const more = rows.flatMap((row) => Array.from({ length: copies }, (_, index) => copy(row, `x${index}`)))
  await writeFile(path, writeCsv([...rows, ...more]))
}

test('a page asks the database as often for three times the rows', async ({ db }) => {
  const before = await statementsOfPages(db)
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-large-'))
  await cp('data/liepaja-2020-2025', folder, { recursive: true })
  await multiply(folder, 'actions.csv', 2, (row, suffix) => ({ ...row, code: `${row.code}${suffix}` }))
  await multiply(folder, 'action-status.csv', 2, (row, suffix) => ({
    ...row,
    action: `${row.action}${suffix}`,
  }))
  await multiply(folder, 'indicators.csv', 2, (row, suffix) => ({ ...row, code: `${row.code}${suffix}` }))
  await multiply(folder, 'series.csv', 2, (row, suffix) => ({
    ...row,
    key: `${row.key}/${suffix}`,
    indicator: `${row.indicator}${suffix}`,
  }))
  await multiply(folder, 'targets.csv', 2, (row, suffix) => ({ ...row, series: `${row.series}/${suffix}` }))
  await multiply(folder, 'survey-items.csv', 2, (row, suffix) => ({ ...row, item: `${row.item}${suffix}` }))
  await multiply(folder, 'survey-results.csv', 2, (row, suffix) => ({ ...row, item: `${row.item}${suffix}` }))
  const { added } = await importFolder(db, folder)
  await rm(folder, { recursive: true })
  expect(added).toBeGreaterThan(500)
  expect(await statementsOfPages(db)).toEqual(before)
})
