import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { COVERED } from '#platform/covered.ts'
import type { Database } from '#platform/database/types.server.ts'
import { ABOUT_COLUMNS } from '#platform/table-files/about-columns.ts'
import { importFolder } from '../src/app/import.server.ts'
import { checkFolder, sheetsOf } from '../src/app/read-folder.server.ts'
import { ask, STRATEGY } from './api/ask.ts'
import { test as base } from './support/database.ts'
import { writeCsv } from './support/write-csv.ts'

/** Lists of the API by the file whose columns they have; several lists where a file holds what is in all of them. */
const MACHINE_FORMS: Record<string, readonly string[]> = {
  'actions.csv': [`${STRATEGY}/actions`],
  'action-evidence.csv': [`${STRATEGY}/evidence`],
  'action-parties.csv': [`${STRATEGY}/parties`],
  'action-milestones.csv': [`${STRATEGY}/milestones`],
  'action-funding.csv': [`${STRATEGY}/funding`],
  'action-works.csv': [`${STRATEGY}/works`],
  'risks.csv': [`${STRATEGY}/risks`],
  'risk-links.csv': [`${STRATEGY}/risk-links`],
  'national-links.csv': [`${STRATEGY}/national-links`],
  'observations.csv': [`${STRATEGY}/observations`],
  'targets.csv': [`${STRATEGY}/targets`],
  'survey-results.csv': [
    '/surveys/liepaja-strategy-in-practice/results',
    '/surveys/liepaja-needs-in-practice/results',
  ],
}
const FORMS = Object.entries(MACHINE_FORMS)

/** A folder of Liepāja’s files. */
const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-round-trip-'))
    onCleanup(() => rm(folder, { recursive: true }))
    await cp('data/liepaja-2020-2025', folder, { recursive: true })
    return folder
  },
)

/** What the public does not see is put back from the file that ships, as whoever has it would. */
async function withoutCovered(file: string, text: string) {
  const rows = rowsIn(text)
  const isCovered = (row: Row) => Object.values(row).includes(COVERED)
  if (!rows.some(isCovered)) return text
  const sheet = Object.values(sheetsOf('municipality')).find((one) => one.file === file)
  const keyOf = (row: Row) => sheet?.key.map((column) => row[column]).join()
  const shipped = new Map(
    rowsIn(await readFile(`data/liepaja-2020-2025/${file}`, 'utf8')).map((row) => [keyOf(row), row]),
  )
  expect(rows.filter(isCovered).length).toBeLessThan(rows.length / 3)
  return writeCsv(rows.map((row) => (isCovered(row) ? { ...row, ...shipped.get(keyOf(row)) } : row)))
}

type Row = Readonly<Record<string, string>>
const rowsIn = (text: string) => parse(text, { columns: true, bom: true }) as Row[]

/** The lists as one file: header and rows. */
async function download(db: Database, lists: readonly string[]) {
  const files = await Promise.all(lists.map(async (list) => (await ask(db, `${list}.csv?limit=5000`)).text()))
  const [header = ''] = files[0]?.split('\r\n', 1) ?? []
  const bodies = files.map((file) => file.slice(header.length + 2).trimEnd()).filter((body) => body !== '')
  return [header, ...bodies, ''].join('\r\n')
}

test.for(FORMS)(
  '%s has the columns that loading reads, then those that it passes over',
  async ([file, lists], { db }) => {
    const sheet = Object.values(sheetsOf('municipality')).find((one) => one.file === file)
    const [header] = (await download(db, lists)).split('\r\n')
    expect(header?.split(',')).toEqual([
      ...Object.keys(sheet?.columns ?? {}),
      ...(sheet?.computed ?? []),
      ...ABOUT_COLUMNS,
    ])
  },
)

test('what was downloaded changes nothing when it is loaded, and no row is missed', async ({
  db,
  folder,
}) => {
  for (const [file, lists] of FORMS)
    await writeFile(join(folder, file), await withoutCovered(file, await download(db, lists)))
  expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
})

test('a download in which numbers are protected is refused in words', async ({ db, folder }) => {
  const text = await download(db, MACHINE_FORMS['observations.csv'] ?? [])
  await writeFile(join(folder, 'observations.csv'), text)
  const { problems } = await checkFolder(folder)
  const [first] = problems
  expect(first).toMatchObject({
    file: 'observations.csv',
    column: 'number',
    reason: 'platform.import.protected',
    values: { found: 'c' },
  })
  expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(['platform.import.protected']))
})

test('survey results of few people are refused in words as well', async ({ db, folder }) => {
  const lists = MACHINE_FORMS['survey-results.csv'] ?? []
  await writeFile(join(folder, 'survey-results.csv'), await download(db, lists))
  const { problems } = await checkFolder(folder)
  expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(['platform.import.protected']))
})
