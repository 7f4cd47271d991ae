import { readFileSync } from 'node:fs'
import { runTool } from './bootstrap.mjs'
import { createLaps } from './processor-time.mjs'

const lap = createLaps()

/**
 * Runs one of Vitest's projects to its end.
 *
 * @param report where Vitest may write its report
 * @returns `name`, `passed` and `skipped` tests, names of the `failed` ones, `seconds` and `cpu` seconds
 */
export function runProject(name, report) {
  lap()
  const began = performance.now()
  const tests = runTests(name, report)
  return { name, ...tests, seconds: (performance.now() - began) / 1000, cpu: lap() }
}

function runTests(name, report) {
  const args = [
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  // Where there is no PostgreSQL, its project has no tests.
  if (name === 'postgres') args.push('--passWithNoTests')
  try {
    const status = runTool('vitest', 'vitest', args, { stdio: ['ignore', 'inherit', 'inherit'] })
    return countTests(JSON.parse(readFileSync(report, 'utf8')), status)
  } catch (error) {
    return { passed: 0, failed: [`${name}: vitest ended without a report (${error.message})`], skipped: 0 }
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
