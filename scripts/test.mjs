// npm test: gates, build and all tests; the last line printed is their sum.
// With --all every heavy case is tried as often as it says, and every database test on both engines.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from './bootstrap.mjs'
import { runGates } from './gates.mjs'
import { printTimes } from './processor-time.mjs'
import { runProject } from './projects.mjs'

install()
if (process.argv.includes('--all')) process.env.TESTS_ALL = 'yes'
const folder = mkdtempSync(join(tmpdir(), 'izaugsme-test-'))
// What tests make once is then shared by the projects of this run, and by no other run.
if (process.env.TESTS_ANEW) process.env.TESTS_KEPT = join(folder, 'kept')

const gates = await runGates('test')
const projects = ['unit', 'processes', 'pglite', 'postgres', 'journeys'].map((name) =>
  runProject(name, join(folder, `${name}.json`)),
)
rmSync(folder, { recursive: true, force: true })
printTimes([...gates, ...projects])

const brokenGates = gates.filter(({ passed }) => !passed).map(({ name }) => name)
const failed = [...brokenGates, ...projects.flatMap((project) => project.failed)]
const passed = gates.length - brokenGates.length + projects.reduce((sum, project) => sum + project.passed, 0)
const skipped = projects.reduce((sum, project) => sum + project.skipped, 0)
if (failed.length > 0) process.stdout.write(`\nFailed:\n${failed.map((name) => `  ${name}\n`).join('')}`)
process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${skipped} skipped\n`)
process.exitCode = failed.length > 0 ? 1 : 0
