import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { getIndicatorSet } from '#modules/indicators.server'
import { findMunicipality } from '#modules/registry.server'
import { readTree } from '#modules/strategy.server'
import { findSurveys } from '#modules/surveys.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { type ImportOptions, importFolder } from '../src/app/import.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'

const test = databaseTest.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-withdraw-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    await cp('data/liepaja-2020-2025', folder, { recursive: true })
    return folder
  },
)

const KEY = 'liepaja-2020-2025'

async function edit(folder: string, file: string, change: (lines: string[]) => string[]) {
  const path = join(folder, file)
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await writeFile(path, `${change(lines).join('\n')}\n`)
}

const without = (beginning: string) => (lines: string[]) =>
  lines.filter((line) => !line.startsWith(beginning))
/** Claims that rank answers speak of surveys, and go when those do. */
const withoutRankings = (lines: string[]) => lines.filter((line) => !line.includes(',ranking,'))
const headerOnly = (lines: string[]) => lines.slice(0, 1)

const refusalOf = (db: Database, folder: string, loading: ImportOptions) =>
  importFolder(db, folder, loading).catch((error: unknown) => {
    if (error instanceof ImportRefused) return error
    throw error
  })

async function liepajaIn(db: Database) {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  return found?.id ?? ''
}

async function figuresOf(db: Database, series: string, asOf?: Date) {
  const id = await liepajaIn(db)
  const { indicators } = await readAs(db, THE_PUBLIC, (tx) => getIndicatorSet(tx, id, KEY, { asOf }))
  const found = indicators.flatMap((one) => one.series).find((one) => one.key === series)
  return found?.results.map(({ period, revision }) => `${period} r${revision}`)
}

async function treeOf(db: Database) {
  const municipalityId = await liepajaIn(db)
  return readAs(db, THE_PUBLIC, (tx) =>
    readTree({ tx, municipalityId, strategy: KEY, asOf: undefined, once: (_, read) => read() }),
  )
}

async function surveysOf(db: Database) {
  const id = await liepajaIn(db)
  return readAs(db, THE_PUBLIC, (tx) => findSurveys(tx, id))
}

async function versionOf(db: Database) {
  const { rows } = await readAs(db, THE_PUBLIC, (tx) =>
    sql<{ version: number }>`select sum(version)::integer as version from platform.data_version`.execute(tx),
  )
  return rows[0]?.version
}

const shortly = (gone: readonly { file: string; key: string }[] = []) =>
  gone.map(({ file, key }) => `${file}: ${key}`)

describe('a figure that is no longer in its file', () => {
  const FIGURE = '5/guardian/preschool,2024/2025,'

  test('is named and stays', async ({ db, folder }) => {
    const version = await versionOf(db)
    await edit(folder, 'observations.csv', without(FIGURE))
    const { added, changed, gone } = await importFolder(db, folder)
    expect({ added, changed, gone: shortly(gone) }).toEqual({
      added: 0,
      changed: 0,
      gone: ['observations.csv: 5/guardian/preschool · 2024/2025'],
    })
    expect(await figuresOf(db, '5/guardian/preschool')).toContain('2024/2025 r1')
    expect(await versionOf(db)).toBe(version)
  })

  test('is not withdrawn by a wrong count, nor is anything else loaded', async ({ db, folder }) => {
    const version = await versionOf(db)
    await edit(folder, 'observations.csv', without(FIGURE))
    await edit(folder, 'goals.csv', (lines) =>
      lines.map((line) => line.replace(/^KP1,1,[^,]*/, 'KP1,1,Cits')),
    )
    const refusal = await refusalOf(db, folder, { withdraw: 2 })
    expect(refusal).toMatchObject({
      problems: [{ reason: 'platform.import.withdrawCount', values: { count: 1, given: 2 } }],
      notes: [{ file: 'observations.csv', reason: 'platform.import.gone' }],
    })
    expect(await versionOf(db)).toBe(version)
  })

  test('is withdrawn by the right one, and remembered', async ({ db, folder }) => {
    const before = new Date()
    await edit(folder, 'observations.csv', without(FIGURE))
    expect(await importFolder(db, folder, { withdraw: 1 })).toEqual({ added: 0, changed: 1, withdrawn: 1 })
    expect(await figuresOf(db, '5/guardian/preschool')).not.toContainEqual(expect.stringMatching('2024/2025'))
    expect(await figuresOf(db, '5/guardian/preschool', before)).toContain('2024/2025 r1')
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
    const user = operator(await liepajaIn(db))
    const { rows } = await readAs(db, user, (tx) =>
      sql`select o.revision, o.number, o.withdrawn_at is not null as withdrawn, o.revision_reason is not null as reasoned
        from indicators.observation o join indicators.series s on s.id = o.series_id
        where s.key = '5/guardian/preschool' and o.period = '2024/2025' order by o.revision`.execute(tx),
    )
    expect(rows).toEqual([
      { revision: 1, number: 78.25, withdrawn: false, reasoned: false },
      { revision: 2, number: 78.25, withdrawn: true, reasoned: true },
    ])
  })

  test('is there again when the file has it again', async ({ db, folder }) => {
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 1 })
    expect(await figuresOf(db, '5/guardian/preschool')).toContain('2024/2025 r3')
  })
})

describe('a descriptive row', () => {
  test('is taken out of what is shown and kept in the history', async ({ db, folder }) => {
    await edit(folder, 'recommendations.csv', without('9,'))
    expect(await importFolder(db, folder, { withdraw: 1 })).toMatchObject({ withdrawn: 1 })
    const tree = await treeOf(db)
    expect(tree?.recommendations.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    const user = operator(await liepajaIn(db))
    const { rows } = await readAs(db, user, (tx) =>
      sql`select revision, content ->> 'withdrawn_at' is not null as withdrawn from platform.record_revision
        where table_name = 'strategy.recommendation' and record_key like '%·9' order by revision`.execute(tx),
    )
    expect(rows).toEqual([
      { revision: 1, withdrawn: false },
      { revision: 2, withdrawn: true },
    ])
  })

  test('and comes back with the file', async ({ db, folder }) => {
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 1 })
    expect((await treeOf(db))?.recommendations).toHaveLength(9)
  })

  test('a report on an action that is withdrawn leaves the one before it', async ({ db, folder }) => {
    await edit(folder, 'action-status.csv', without('1.1.2,'))
    expect(await importFolder(db, folder, { withdraw: 1 })).toMatchObject({ withdrawn: 1 })
    const actions = (await treeOf(db))?.goals.flatMap(({ directions }) =>
      directions.flatMap((one) => one.actions),
    )
    expect(actions?.find(({ code }) => code === '1.1.2')?.history).toEqual([])
    await cp('data/liepaja-2020-2025/action-status.csv', join(folder, 'action-status.csv'))
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 1 })
  })
})

describe('a file', () => {
  test('with a header only says that all its rows are gone', async ({ db, folder }) => {
    for (const file of ['survey-results.csv', 'survey-means.csv']) await edit(folder, file, headerOnly)
    expect((await importFolder(db, folder)).gone).toHaveLength(97)
  })

  test('that is absent says nothing', async ({ db, folder }) => {
    for (const file of ['survey-results.csv', 'survey-means.csv', 'recommendations.csv'])
      await rm(join(folder, file))
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
  })

  test('all surveys can be withdrawn together', async ({ db, folder }) => {
    const files = [
      'surveys.csv',
      'survey-groups.csv',
      'survey-items.csv',
      'survey-results.csv',
      'survey-means.csv',
    ]
    for (const file of files) await edit(folder, file, headerOnly)
    await edit(folder, 'claims.csv', withoutRankings)
    const { gone = [] } = await importFolder(db, folder)
    expect(await importFolder(db, folder, { withdraw: gone.length })).toMatchObject({
      withdrawn: gone.length,
    })
    expect(await surveysOf(db)).toEqual([])
    for (const file of [...files, 'claims.csv'])
      await cp(join('data/liepaja-2020-2025', file), join(folder, file))
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: gone.length })
    expect(await surveysOf(db)).toHaveLength(2)
  })
})

test('everything can be withdrawn together, and come back', async ({ db, folder }) => {
  const files = (await readdir(folder)).filter((file) => !['dataset.csv', 'strategy.csv'].includes(file))
  const sources = await readFile(join(folder, 'sources.csv'), 'utf8')
  for (const file of files) await edit(folder, file, headerOnly)
  // The strategy itself stays, and cites one.
  await writeFile(join(folder, 'sources.csv'), sources)
  await edit(folder, 'sources.csv', (lines) => lines.filter((line) => /^(key|evaluation),/.test(line)))
  const before = await treeOf(db)
  const { gone = [] } = await importFolder(db, folder)
  expect(gone.length).toBeGreaterThan(900)
  expect(await importFolder(db, folder, { withdraw: gone.length })).toMatchObject({ withdrawn: gone.length })
  expect(await treeOf(db)).toMatchObject({ goals: [], programmes: [], claims: [], recommendations: [] })
  const id = await liepajaIn(db)
  const set = await readAs(db, THE_PUBLIC, (tx) => getIndicatorSet(tx, id, KEY))
  expect(set).toMatchObject({ indicators: [], sources: [{ key: 'evaluation' }] })
  expect(set.periodRule.size).toBe(0)

  await cp('data/liepaja-2020-2025', folder, { recursive: true })
  await importFolder(db, folder)
  expect((await treeOf(db))?.goals.map(({ code }) => code)).toEqual(before?.goals.map(({ code }) => code))
  expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
})

test('what is withdrawn is on no page, in no file and no list', { timeout: 120_000 }, async ({
  db,
  folder,
}) => {
  const site = await openBuiltSite(db)
  const ask = async (path: string) => {
    const response = await site(path)
    return `${response.status} ${await response.text()}`
  }
  const strategy = `/api/v1/strategies/${KEY}`
  const paths = ['', '/raditaji', '/strategija', '/datu-kvalitate', '/parskati'].map(
    (path) => `/liepaja${path}`,
  )
  paths.push(
    ...['indicators', 'observations', 'targets', 'summary', 'findings'].map((list) => `${strategy}/${list}`),
  )
  const TITLE = 'Sasniegums ko te atsauc'
  await edit(folder, 'indicators.csv', (lines) => [
    ...lines,
    `99,99,KP1,${TITLE},Achievement withdrawn here,,,,percent,up,share,,no,,,,,,no,,,,,`,
  ])
  await edit(folder, 'series.csv', (lines) => [...lines, '99,99,1,,'])
  await edit(folder, 'observations.csv', (lines) => [
    ...lines,
    '99,2021,share,11.11,percent,,,,,,,,,,,,,',
    '99,2024/2025,share,72.72,percent,,,,,,,,,,,,,',
  ])
  await edit(folder, 'baselines.csv', (lines) => [...lines, '99,2021,no'])
  await edit(folder, 'targets.csv', (lines) => [...lines, '99,2025,absolute,83.83,percent,,,,,'])
  await importFolder(db, folder)
  const before = await Promise.all(paths.map(ask))
  expect(
    before.filter((answer) => answer.includes(TITLE) || answer.includes('72.72')).length,
  ).toBeGreaterThan(2)
  expect(await ask('/liepaja/raditaji/99')).toMatch(/^200 /)

  expect(await importFolder(db, 'data/liepaja-2020-2025', { withdraw: 6 })).toMatchObject({ withdrawn: 6 })
  const after = await Promise.all(paths.map(ask))
  expect(after.map((answer) => answer.slice(0, 3))).toEqual(paths.map(() => '200'))
  // No time of day has such parts.
  const TRACES = /ko te atsauc|withdrawn here|raditaji\/99|72[.,]72|83[.,]83/
  expect(paths.filter((_, index) => TRACES.test(after[index] ?? ''))).toEqual([])
  expect(await ask('/liepaja/raditaji/99')).toMatch(/^404 /)
})

describe('a row at which others still point', () => {
  test('is refused by name', async ({ db, folder }) => {
    const survey = [
      'surveys.csv',
      'survey-groups.csv',
      'survey-items.csv',
      'survey-results.csv',
      'survey-means.csv',
    ]
    for (const file of survey) await rm(join(folder, file))
    await edit(folder, 'goals.csv', without('KP4,'))
    await edit(folder, 'directions.csv', (lines) => lines.map((line) => line.replaceAll(',KP4,', ',KP3,')))
    await edit(folder, 'indicators.csv', (lines) => lines.map((line) => line.replaceAll(',KP4,', ',KP3,')))
    await edit(folder, 'claims.csv', (lines) =>
      withoutRankings(lines).filter((line) => !line.includes('KP4')),
    )
    const { gone = [] } = await importFolder(db, folder)
    expect(shortly(gone)).toContain('goals.csv: KP4')
    expect(await refusalOf(db, folder, { withdraw: gone.length })).toMatchObject({
      problems: [
        {
          file: 'goals.csv',
          reason: 'platform.import.stillNeeded',
          values: { found: 'KP4', from: 'survey-items.csv' },
        },
      ],
    })
    await cp('data/liepaja-2020-2025', folder, { recursive: true })
    await importFolder(db, folder)
  })
})

test('a goal that is no longer named beside an indicator is no longer its goal', async ({ db, folder }) => {
  const measured = async () => (await treeOf(db))?.goalOfIndicator.size ?? 0
  const before = await measured()
  const emptied = (line: string) => line.replace(/^31,(\d+),KP\d,/, '31,$1,,')
  await edit(folder, 'indicators.csv', (lines) => lines.map(emptied))
  expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 1 })
  expect(await measured()).toBe(before - 1)
  expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
})

test('another plan of the same municipality is not asked for its rows', async ({ db, folder }) => {
  await cp('tests/data/ventspils-2024-2027', folder, { recursive: true })
  await edit(folder, 'dataset.csv', (lines) =>
    lines.map((line) => line.replace('ventspils-2024-2027', 'ventspils-2028-2031')),
  )
  const theirs = new Set(await readdir('tests/data/ventspils-2024-2027'))
  for (const file of ['observations', 'series', 'targets', 'baselines', 'claims'])
    theirs.delete(`${file}.csv`)
  const emptied = (await readdir(folder)).filter((file) => !theirs.has(file))
  for (const file of emptied) await edit(folder, file, headerOnly)
  expect((await importFolder(db, folder)).gone).toBeUndefined()
  expect((await importFolder(db, 'tests/data/ventspils-2024-2027')).gone).toBeUndefined()
})
