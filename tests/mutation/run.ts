// npm run mutation -- <package> [file …]: plants faults in a package and writes docs/mutation/<package>.md.
// With files it tries only those and writes nothing.
import { mkdir, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { renderReport, scoreOf, tally } from './report.ts'
import { isPackageName, ONE_IN, sampledFiles } from './sample.ts'

const LEAST_SCORE = 80

const [name = '', ...files] = process.argv.slice(2)
if (!isPackageName(name)) {
  console.error(
    `npm run mutation -- <package> [file …], where the package is ${Object.keys(ONE_IN).join(', ')}; not "${name}".`,
  )
  process.exit(2)
}

process.env.MUTATED_PACKAGE = name
const results = await new Stryker({
  mutate: files.length > 0 ? files : sampledFiles(name),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
  timeoutMS: 5_000,
  timeoutFactor: 1.5,
  // The compiler has no interface that Stryker could call; the sources need no compiling.
  tsconfigFile: 'none',
  ignorePatterns: ['/build', '/data', '/docs', '/public', '/src', '/tests/journeys', '/var'],
  tempDirName: `var/mutation/tmp-${name}`,
  incremental: process.env.MUTATION_ANEW === undefined,
  incrementalFile: `var/mutation/${name}.json`,
  reporters: ['clear-text', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: false },
  htmlReporter: { fileName: `var/mutation/${name}.html` },
}).runMutationTest()

const mutants = results.map(({ fileName, status }) => ({ fileName: relative('.', fileName), status }))
const score = scoreOf(tally(mutants))
console.log(`${name}: ${score.toFixed(1)} % of ${mutants.length} mutants noticed`)
if (files.length === 0) {
  await mkdir('docs/mutation', { recursive: true })
  await writeFile(`docs/mutation/${name}.md`, renderReport(name, mutants))
}
process.exitCode = score >= LEAST_SCORE ? 0 : 1
