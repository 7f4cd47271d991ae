import { sql } from 'kysely'
import { expect } from 'vitest'
import { migrate } from '#platform/database/migrate.server.ts'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { importFolder } from '../src/app/import.server.ts'
import { test as base } from './support/database.ts'
import { describeSchema } from './support/describe-schema.ts'
import { openOldDatabase } from './support/old-database.ts'

const test = base.extend(
  'upgraded',
  { scope: 'file' },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }): Promise<OpenDatabase> => {
    const old = await openOldDatabase()
    onCleanup(() => old.close())
    const { rows } = await sql<{ count: number }>`select count(*) from kysely_migration`.execute(old.db)
    if (rows[0]?.count !== 5) throw new Error('The fixture is not a database of version 0.1.0')
    await migrate(old.db)
    return old
  },
)

test('a database of version 0.1.0, brought up to date, has the schema of a new one', async ({
  upgraded,
  db,
}) => {
  const schema = await describeSchema(db)
  expect(schema.length).toBeGreaterThan(500)
  expect(await describeSchema(upgraded.db)).toEqual(schema)
})

test('and holds the same data: loading the country’s files once more changes nothing', async ({
  upgraded,
}) => {
  expect(await importFolder(upgraded.db, 'data/latvia')).toEqual({ added: 0, changed: 0 })
})

test('and takes the institutions of today’s files, which leave its series and figures what they were', async ({
  upgraded,
}) => {
  const before = await contentOf(upgraded)
  expect(before.series.map(({ breakdown }) => breakdown)).toContainEqual({ institution: 'lvt' })
  const { added, changed } = await importFolder(upgraded.db, 'data/liepaja-2020-2025')
  const after = await contentOf(upgraded)
  expect(added).toBe(after.aboutInstitutions - before.aboutInstitutions)
  expect(changed).toBe(3)
  expect(after.figures).toEqual(before.figures)
  expect(after.series.map(({ id, key }) => ({ id, key }))).toEqual(
    before.series.map(({ id, key }) => ({ id, key })),
  )
  const revised = after.series.filter(({ institution }) => institution !== null)
  expect(revised.map(({ key, revision, institution }) => [key, revision, institution])).toEqual([
    ['9/ljk', 2, 'ljk'],
    ['9/lvt', 2, 'lvt'],
    ['9/mikc', 2, 'mikc'],
  ])
  expect(await historyOf(upgraded, revised[0]?.key ?? '')).toEqual([{ institution: 'ljk' }, {}])
  expect(await importFolder(upgraded.db, 'data/liepaja-2020-2025')).toEqual({ added: 0, changed: 0 })
})

const ABOUT_INSTITUTIONS = [
  'sources.document',
  'registry.institution',
  'registry.institution_version',
  'registry.site',
  'registry.programme',
  'registry.institution_successor',
]

/** Series with their institutions, a mark of all figures, and how many rows are about institutions. */
async function contentOf({ db }: OpenDatabase) {
  const series = await sql<{
    id: string
    key: string
    revision: number
    breakdown: object
    institution: string | null
  }>`select series.id, series.key, series.revision, series.breakdown, institution.key as institution
    from indicators.series left join registry.institution on institution.id = series.institution_id
    order by series.key collate "C"`.execute(db)
  const figures = await sql`select md5(string_agg(o::text, '|' order by series_id, period, revision)) as sum
    from indicators.observation o`.execute(db)
  let aboutInstitutions = 0
  for (const table of ABOUT_INSTITUTIONS) {
    const { rows } = await sql<{
      count: number
    }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
    aboutInstitutions += rows[0]?.count ?? 0
  }
  return { series: series.rows, figures: figures.rows, aboutInstitutions }
}

/** The breakdowns that a series has had, the earliest first. */
async function historyOf({ db }: OpenDatabase, key: string) {
  const { rows } = await sql<{ breakdown: object }>`select content -> 'breakdown' as breakdown
    from platform.record_revision where table_name = 'indicators.series' and record_key = ${key}
    order by revision`.execute(db)
  return rows.map(({ breakdown }) => breakdown)
}
