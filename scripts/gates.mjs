import { spawnSync } from 'node:child_process'
import { build, node, root, toolFile } from './bootstrap.mjs'

/** What must hold before tests are worth running. Each gate is one or more commands that must all succeed. */
const GATES = {
  'format and lint (biome)': [['@biomejs/biome', 'biome', 'ci', '--error-on-warnings', '--colors=off', '.']],
  'types (tsc)': [
    ['@react-router/dev', 'react-router', 'typegen'],
    ['typescript', 'tsc', '-p', '.'],
  ],
  'unused code (knip)': [['knip', 'knip']],
}

/**
 * Runs every gate, whatever the ones before said, and shows the output of those that fail.
 *
 * @returns names of the gates that passed and that failed
 */
export function runGates() {
  const passed = []
  const failed = []
  for (const [name, commands] of Object.entries(GATES)) {
    const began = performance.now()
    const broken = firstBroken(commands)
    report(name, broken === undefined, began)
    if (broken !== undefined) process.stdout.write(`${broken}\n`)
    ;(broken === undefined ? passed : failed).push(name)
  }
  return { passed, failed }
}

/** The build as one more gate, for tests that visit the built server. */
export function buildGate() {
  const began = performance.now()
  const succeeded = build() === 0
  report('build', succeeded, began)
  return succeeded
}

/** What the first failing command printed, undefined when all succeed. */
function firstBroken(commands) {
  for (const [packageName, tool, ...args] of commands) {
    const run = spawnSync(node, [toolFile(packageName, tool), ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (run.status !== 0) return `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim()
  }
  return undefined
}

function report(name, succeeded, began) {
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`${succeeded ? '✓' : '✗'} ${name} ${seconds} s\n`)
}
