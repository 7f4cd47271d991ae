import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { test } from './support/database.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izaugsme-import-'))
  await cp('data/liepaja-2020-2025', folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function edit(file: string, from: string, to: string) {
  const path = join(folder, file)
  const content = await readFile(path, 'utf8')
  expect(content).toContain(from)
  await writeFile(path, content.replace(from, to))
}

async function liepajaOperator(db: Database) {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  return { user: operator(found?.id ?? ''), id: found?.id ?? '' }
}

/** Everything the import may touch, as one text: equal before and after means nothing was written. */
async function contentOf(db: Database) {
  const { user } = await liepajaOperator(db)
  const tables = ['indicators.observation', 'indicators.indicator', 'strategy.action', 'surveys.result']
  return readAs(db, user, async (tx) => {
    const sums = []
    for (const table of [...tables, 'platform.data_version', 'platform.change']) {
      const { rows } = await sql<{ sum: string }>`select md5(string_agg(t::text, '|' order by t::text)) as sum
        from ${sql.table(table)} t`.execute(tx)
      sums.push(`${table} ${rows[0]?.sum}`)
    }
    return sums.join('\n')
  })
}

describe('loading a folder', () => {
  test('changes nothing the second time, not even the version of the data', async ({ db }) => {
    const before = await contentOf(db)
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 0 })
    expect(await contentOf(db)).toBe(before)
  })

  test('makes a new revision of a changed figure and keeps the old one', async ({ db }) => {
    await edit('observations.csv', '78.25', '79.5')
    expect(await importFolder(db, folder)).toEqual({ added: 0, changed: 1 })
    const { user } = await liepajaOperator(db)
    const revisions = await readAs(db, user, (tx) =>
      tx
        .selectFrom('indicators.observation as o')
        .innerJoin('indicators.series as s', 's.id', 'o.series_id')
        .select(['o.revision', 'o.number', 'o.recorded_by', 'o.origin_file'])
        .where('s.key', '=', '5/guardian/preschool')
        .where('o.period', '=', '2024/2025')
        .orderBy('o.revision')
        .execute(),
    )
    expect(revisions).toEqual([
      { revision: 1, number: 78.25, recorded_by: 'operator', origin_file: 'observations.csv' },
      { revision: 2, number: 79.5, recorded_by: 'operator', origin_file: 'observations.csv' },
    ])
  })

  test('keeps each state of a descriptive row in the history', async ({ db }) => {
    const content = await readFile(join(folder, 'goals.csv'), 'utf8')
    const title = content.split('\n')[1]?.split(',')[2] ?? ''
    await edit('goals.csv', title, 'Cits nosaukums')
    expect((await importFolder(db, folder)).changed).toBeGreaterThan(0)
    const { user } = await liepajaOperator(db)
    const { rows } = await readAs(db, user, (tx) =>
      sql<{ revision: number; title: string }>`select revision, content ->> 'title_lv' as title
        from platform.record_revision where table_name = 'strategy.goal' and record_key like '%KP1' order by revision`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([
      { revision: 1, title },
      { revision: 2, title: 'Cits nosaukums' },
    ])
  })

  test('names every error of every file at once and writes nothing', async ({ db }) => {
    const before = await contentOf(db)
    await edit('observations.csv', '78.25', '78,25%')
    await edit('actions.csv', '1.1.1,1.1,', '1.1.1,9.9,')
    await edit('dataset.csv', 'liepaja,', 'atlantida,')
    await rm(join(folder, 'strategy.csv'))
    const refusal = await importFolder(db, folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ImportRefused)
    const { problems } = refusal as ImportRefused
    expect(problems.map(({ file, column, reason }) => ({ file, column, reason }))).toEqual(
      expect.arrayContaining([
        { file: 'strategy.csv', column: undefined, reason: 'platform.import.fileMissing' },
        { file: 'actions.csv', column: 'direction', reason: 'platform.import.reference' },
        { file: 'dataset.csv', column: 'municipality', reason: 'platform.import.reference' },
      ]),
    )
    expect(problems.filter((problem) => problem.file === 'observations.csv')).not.toEqual([])
    expect(
      problems.every((problem) => problem.reason === 'platform.import.fileMissing' || problem.line),
    ).toBe(true)
    expect(await contentOf(db)).toBe(before)
  })

  test('says on which line a cell is wrong, as an editor counts lines', async ({ db }) => {
    const lines = (await readFile(join(folder, 'targets.csv'), 'utf8')).split('\n')
    await writeFile(
      join(folder, 'targets.csv'),
      lines.map((line, index) => (index === 4 ? line.replace(/,20\d\d,/, ',soon,') : line)).join('\n'),
    )
    const { problems } = (await importFolder(db, folder).catch((error: unknown) => error)) as ImportRefused
    expect(problems).toEqual([
      {
        file: 'targets.csv',
        line: 5,
        column: 'target_year',
        reason: 'platform.import.whole',
        values: { found: 'soon' },
      },
    ])
  })
})

test('what the database alone refuses is a problem of the file that brought it', async ({ open, db }) => {
  await open.asOwner((owner) =>
    sql`alter table strategy.goal add constraint no_fifth check (code <> 'KP5')`.execute(owner),
  )
  await edit('goals.csv', 'KP1,', 'KP5,4,Mērķis,Goal,,,,\nKP1,')
  const refusal = await importFolder(db, folder).catch((error: unknown) => error)
  expect((refusal as ImportRefused).problems).toMatchObject([
    { file: 'goals.csv', reason: 'platform.import.database', values: { found: 'no_fifth' } },
  ])
})

test('a loading says what it does next, with how many rows', async ({ db }) => {
  const told: [stage: string, rows: number][] = []
  await importFolder(db, 'data/latvia', { tellStage: (...stage) => told.push(stage) })
  const rows = told[0]?.[1] ?? 0
  expect(rows).toBeGreaterThan(50)
  expect(told).toEqual([
    ['write', rows],
    ['workOut', rows],
  ])
})
