import { globSync, readFileSync } from 'node:fs'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'
import { postgresBinaries } from './tests/support/postgres-server.ts'

/**
 * All database tests run on PostgreSQL. These run on the embedded engine too, each for what may differ there; the
 * others do so with `npm test -- --all`, and where there is no PostgreSQL.
 */
const DIFFERENT_WHEN_EMBEDDED = {
  'src/platform/**/*.db.test.ts': 'transactions and listening are its own driver’s',
  'src/modules/*/store.db.test.ts': 'its own driver makes values of what stores read',
  'tests/{rights/*,schema}.db.test.ts': 'roles and policies: its user is a superuser',
  'tests/{migrations,upgrade}.db.test.ts': 'migrations, statement by statement',
  'tests/restore.db.test.ts': 'rows are copied in and out by its own driver',
  'tests/saved-page.db.test.ts': 'whoever reads within reading waits for themselves on one connection',
  'tests/import.db.test.ts': 'all that is written, and undone when it is refused',
  'tests/api/answers.db.test.ts': 'every address of the API once',
}
const databaseTests = ['src/**/*.db.test.ts', 'tests/**/*.db.test.ts']
/** Tests of what only a server has, such as logins; each starts one of its own. */
const serverTests = ['src/**/*.postgres.test.ts', 'tests/**/*.postgres.test.ts']
const journeys = 'tests/journeys/**/*.test.ts'
const otherTests = {
  include: ['src/**/*.test.{ts,tsx}', 'packages/**/*.test.ts', 'tests/**/*.test.ts'],
  exclude: ['**/node_modules/**', ...databaseTests, ...serverTests, journeys],
}
/** Tests that start processes, or have them killed, have one of their own, in which signals and ends mean what they say. */
const processTests = globSync(otherTests.include, { exclude: otherTests.exclude }).filter(
  (file) =>
    readFileSync(file, 'utf8').includes("from 'node:child_process'") || file.startsWith('tests/kill/'),
)

/**
 * Files of a project share their worker and what it has loaded: a test leaves nothing behind in a module.
 * The limits of time are for what hangs; no test may fail because the machine is busy.
 */
const shared = {
  isolate: false,
  pool: 'threads' as const,
  maxWorkers: 2,
  setupFiles: ['tests/support/patience.ts', 'tests/support/given-seed.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
}

/** Database tests on one of the engines that must give the same answers. */
function databaseProject(
  engine: 'pglite' | 'postgres',
  include: readonly string[],
  groupOrder: number,
): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      ...shared,
      name: engine,
      include: [...include],
      globalSetup: 'tests/support/global-setup.ts',
      provide: { engine },
      sequence: { groupOrder },
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  }
}

const hasPostgres = process.env.DATABASE_URL !== undefined || postgresBinaries() !== undefined
if (!hasPostgres) {
  console.warn(
    'No PostgreSQL for this platform in node_modules: set DATABASE_URL to test on a server as well.',
  )
}
const isAllAsked = Boolean(process.env.TESTS_ALL) || !hasPostgres
const embeddedTests = isAllAsked ? databaseTests : Object.keys(DIFFERENT_WHEN_EMBEDDED)

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: otherTests.include,
          exclude: [...otherTests.exclude, ...processTests],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'processes',
          include: processTests,
          isolate: true,
          pool: 'forks',
          // They wait for what they have started most of the time.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
        },
      },
      databaseProject('pglite', embeddedTests, 2),
      ...(hasPostgres
        ? [databaseProject('postgres', [...databaseTests, ...(postgresBinaries() ? serverTests : [])], 3)]
        : []),
      {
        extends: true,
        test: {
          ...shared,
          name: 'journeys',
          include: [journeys],
          globalSetup: 'tests/journeys/global-setup.ts',
          sequence: { groupOrder: 4 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
