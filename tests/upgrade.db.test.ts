import { sql } from 'kysely'
import { expect } from 'vitest'
import { migrate } from '#platform/database/migrate.server.ts'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { beginAsSealer, readAs } from '#platform/database/scope.server.ts'
import { findLostChanges } from '#platform/journal/lost-changes.server.ts'
import { findJournalFaults } from '#platform/journal/verify.server.ts'
import { operator } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { everyReach } from '../src/app/reach.server.ts'
import { sheetsOf } from '../src/app/read-folder.server.ts'
import { sealEverything } from './support/change.ts'
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
    const { rows } = await old.asOwner((owner) =>
      sql<{ count: number }>`select count(*) from kysely_migration`.execute(owner),
    )
    if (rows[0]?.count !== 5) throw new Error('The fixture is not a database of version 0.1.0')
    await migrate(old)
    return old
  },
)

test('a database of version 0.1.0, brought up to date, has the schema of a new one', async ({
  upgraded,
  open,
}) => {
  const schema = await open.asOwner(describeSchema)
  expect(schema.length).toBeGreaterThan(500)
  expect(await upgraded.asOwner(describeSchema)).toEqual(schema)
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
  const gains = Object.entries(after.counts).map(([table, count]) => ({
    table,
    had: before.counts[table] ?? 0,
    gained: count - (before.counts[table] ?? 0),
  }))
  // One figure has another note than it had and two other codes of categories, each one more revision and no new row.
  expect(added + 3).toBe(gains.reduce((sum, { gained }) => sum + gained, 0))
  const gaining = gains.filter(({ gained }) => gained !== 0)
  expect(gaining.map(({ table }) => table)).toEqual(expect.arrayContaining(ABOUT_INSTITUTIONS))
  // Of what version 0.1.0 knew, only sources, claims, codes of categories and those revisions are more than there were; what came
  // since has tables of its own.
  expect(
    gaining
      .filter(({ had }) => had > 0)
      .map(({ table }) => table)
      .sort(),
  ).toEqual(['indicators.dimension_value', 'indicators.observation', 'sources.document', 'strategy.claim'])
  // Besides three series, those revisions and six claims, which speak of other figures than they were bound to, the
  // 33 indicators that now say what their figures rest on, and nine groups that say whether they are minors.
  expect(changed).toBe(54)
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
  const again = await importFolder(upgraded.db, 'data/liepaja-2020-2025')
  expect(again).toMatchObject({ added: 0, changed: 0 })
  // What institutions and ratings were called as parts of a breakdown is named as gone, and nothing else is.
  expect(again.gone?.map(({ file, key }) => `${file} ${key}`)).toEqual([
    'breakdowns.csv institution · lvt',
    'breakdowns.csv institution · ljk',
    'breakdowns.csv institution · mikc',
    'breakdowns.csv rating · excellent',
    'breakdowns.csv rating · good',
    'breakdowns.csv rating · needsImprovement',
  ])
})

test('what was journalled before is carried over with its hashes, and the journal is whole', async ({
  upgraded,
}) => {
  const { rows } = await readAs(upgraded.db, operator(), (tx) =>
    sql`select stream, actor, origin, action, subject, added, is_public,
        detail #>> '{carriedOver,hash}' ~ '^[0-9a-f]{64}$' as has_hash
      from platform.change where detail ? 'carriedOver' order by at`.execute(tx),
  )
  const carried = { actor: 'operator', origin: 'import', is_public: true, has_hash: true }
  expect(rows).toEqual([
    { ...carried, stream: 'register', action: 'registry.imported', subject: 'registry', added: 0 },
    { ...carried, stream: 'figures', action: 'data.imported', subject: 'liepaja-2020-2025', added: 1007 },
  ])
  expect(await sealEverything(upgraded.db)).toBeGreaterThan(rows.length)
  expect(await beginAsSealer(upgraded.db, (tx) => findJournalFaults(tx))).toEqual([])
  expect(await readAs(upgraded.db, operator(), (tx) => findLostChanges(tx, everyReach))).toEqual([])
})

const ABOUT_INSTITUTIONS = [
  'sources.document',
  'registry.institution',
  'registry.institution_version',
  'registry.site',
  'registry.institution_successor',
]

/** Every table that a municipality's files fill. */
const FILLED = new Set(
  Object.values(sheetsOf('municipality')).flatMap(({ kept }) =>
    kept ? [kept.table, ...(kept.statesOf ? [kept.statesOf.table] : [])] : [],
  ),
)

/** Series with their institutions, a mark of all figures as they first came, and how many rows the filled tables have. */
async function contentOf({ db: upgraded }: OpenDatabase) {
  return readAs(upgraded, operator(), async (db) => {
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
    from indicators.observation o where revision = 1`.execute(db)
    const counts: Record<string, number> = {}
    for (const table of FILLED) {
      const { rows } = await sql<{
        count: number
      }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
      counts[table] = rows[0]?.count ?? 0
    }
    return { series: series.rows, figures: figures.rows, counts }
  })
}

/** The breakdowns that a series has had, the earliest first. */
async function historyOf({ db: upgraded }: OpenDatabase, key: string) {
  const { rows } = await readAs(upgraded, operator(), (db) =>
    sql<{ breakdown: object }>`select content -> 'breakdown' as breakdown
    from platform.record_revision where table_name = 'indicators.series' and record_key like ${`%·${key}`}
    order by revision`.execute(db),
  )
  return rows.map(({ breakdown }) => breakdown)
}
