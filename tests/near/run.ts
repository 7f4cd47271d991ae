// npm run test:near -- [commit]: runs the tests and visits the pages that the changes of this branch, or since a commit, touch.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { readPageTable } from '../pages/site-table.ts'
import { readExamples } from '../support/examples.ts'
import { Imports } from '../support/imports.ts'
import { postgresBinaries } from '../support/postgres-server.ts'
import { affectedTests } from './affected-tests.ts'
import { changedFiles } from './changed-files.ts'
import { Passed } from './passed.ts'
import { touchedPages } from './touched-pages.ts'

const JOURNEYS = 'tests/journeys/'
/** What fills the database of a database test. */
const FILLING = 'tests/support/kept-databases.ts'

const imports = new Imports()
const passed = new Passed(imports)
const changed = changedFiles(process.argv[2])
const all = globSync(['src/**/*.test.{ts,tsx}', 'packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'])
const affected = affectedTests(imports, all, changed, (test) => (test.includes('.db.test.') ? [FILLING] : []))
const chosen = affected.filter((test) => !test.startsWith(JOURNEYS) && !passed.has(test))
const pages = touchedPages(imports, await readPageTable(), await readExamples(), changed)

console.log(
  `${changed.length} changed files: ${chosen.length} of ${all.length} test files and ${pages.length} pages are near.`,
)
if (chosen.length > 0 || pages.length > 0) {
  const engine = process.env.DATABASE_URL || postgresBinaries() ? 'postgres' : 'pglite'
  const projects = ['unit', 'processes', engine, ...(pages.length > 0 ? ['journeys'] : [])]
  const journeys = pages.length > 0 ? [`${JOURNEYS}every-`] : []
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...chosen,
      ...journeys,
    ],
    { stdio: 'inherit', env: { ...process.env, TESTS_PAGES: pages.join(' ') } },
  )
  if (status === 0) passed.add(chosen)
  process.exitCode = status ?? 1
}
