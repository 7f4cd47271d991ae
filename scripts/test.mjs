// npm test: gates, build and all tests; the last line printed is the sum.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, runTool } from './bootstrap.mjs'
import { buildGate, runGates } from './gates.mjs'

install()
const gates = runGates()
;(buildGate() ? gates.passed : gates.failed).push('build')
const tests = runTests()

const failed = [...gates.failed, ...tests.failed]
const passed = gates.passed.length + tests.passed
if (failed.length > 0) process.stdout.write(`\nFailed:\n${failed.map((name) => `  ${name}\n`).join('')}`)
process.stdout.write(`\n${passed} passed, ${failed.length} failed, ${tests.skipped} skipped\n`)
process.exitCode = failed.length > 0 ? 1 : 0

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'izaugsme-report-'))
  const file = join(folder, 'vitest.json')
  try {
    const status = runTool(
      'vitest',
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    )
    return countTests(JSON.parse(readFileSync(file, 'utf8')), status)
  } catch (error) {
    return { passed: 0, failed: [`vitest ended without a report (${error.message})`], skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Sums vitest's report. A file that could not run, or an error outside a test, counts as one failure. */
function countTests(report, status) {
  const failed = report.testResults.flatMap(({ name, status: ofFile, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (tests.length === 0 && ofFile === 'failed') return [name]
    return tests.map((test) => `${name}: ${test.fullName}`)
  })
  if (status !== 0 && failed.length === 0) failed.push('vitest: an error outside the tests, shown above')
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
}
