import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { postgresBinaries } from './tests/support/postgres-server.ts'

const WORKERS = 2
const databaseTests = ['src/**/*.db.test.ts', 'tests/**/*.db.test.ts']
/** Tests of what only a server has, such as logins; each starts one of its own. */
const serverTests = ['src/**/*.postgres.test.ts', 'tests/**/*.postgres.test.ts']
const journeys = 'tests/journeys/**/*.test.ts'

/** The database tests once more, on one of the engines that must give the same answers. */
function databaseProject(engine: 'pglite' | 'postgres', groupOrder: number): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: engine,
      include: [...databaseTests, ...(engine === 'postgres' && postgresBinaries() ? serverTests : [])],
      globalSetup: 'tests/support/global-setup.ts',
      provide: { engine },
      sequence: { groupOrder },
      maxWorkers: WORKERS,
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  }
}

const hasPostgres = process.env.DATABASE_URL !== undefined || postgresBinaries() !== undefined
if (!hasPostgres) {
  console.warn(
    'No PostgreSQL for this platform in node_modules: set DATABASE_URL to test on a server as well.',
  )
}

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'packages/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['**/node_modules/**', ...databaseTests, ...serverTests, journeys],
          sequence: { groupOrder: 0 },
          maxWorkers: WORKERS,
        },
      },
      databaseProject('pglite', 1),
      ...(hasPostgres ? [databaseProject('postgres', 2)] : []),
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          sequence: { groupOrder: 3 },
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
