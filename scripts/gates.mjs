import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { availableParallelism, freemem } from 'node:os'
import { join } from 'node:path'
import { node, root, toolFile } from './bootstrap.mjs'
import { createLaps, inWords } from './processor-time.mjs'

const script = (name) => [process.execPath, join(root, 'scripts', name)]
const tool = (packageName, command, ...args) => [node, toolFile(packageName, command), ...args]

/**
 * What must hold besides the tests: commands that must all succeed, and the npm scripts that ask for it. The
 * longest gates come first. Tests ask for the fences in `npm test` and
 * `npm run test:near`, and whether they stop anybody.
 */
const GATES = {
  'types (tsc)': {
    of: ['test', 'check'],
    commands: () => [
      tool('@react-router/dev', 'react-router', 'typegen'),
      tool('typescript', 'tsc', '-p', '.', ...rememberedTypes()),
    ],
  },
  build: { of: ['test', 'near'], commands: () => [script('build.mjs')] },
  'format and lint (biome)': {
    of: ['test', 'check', 'near'],
    commands: () => [tool('@biomejs/biome', 'biome', 'ci', '--error-on-warnings', '--colors=off', '.')],
  },
  'fences (dependency-cruiser)': {
    of: ['check'],
    commands: () => [
      tool('dependency-cruiser', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'packages'),
    ],
  },
  'unused code (knip)': { of: ['test', 'check', 'near'], commands: () => [tool('knip', 'knip')] },
  'commit subjects': { of: ['test', 'check', 'near'], commands: () => [script('commit-subjects.mjs')] },
}

/** On a developer's machine only files that a change touches are checked again. */
function rememberedTypes() {
  if (process.env.TESTS_ANEW) return []
  mkdirSync(join(root, 'var'), { recursive: true })
  return ['--incremental', '--tsBuildInfoFile', join(root, 'var', 'types.tsbuildinfo')]
}

/** What the hungriest gate, the types, takes; so many gates run side by side as fit into free memory. */
const BYTES_OF_A_GATE = 1.5 * 1024 ** 3

/**
 * Runs the gates that an npm script asks for and shows the output of those that fail.
 *
 * @returns what is known of each: `name`, `passed`, `seconds` and, where the system counts them, `cpu` seconds
 */
export async function runGates(npmScript) {
  const waiting = Object.keys(GATES).filter((name) => GATES[name].of.includes(npmScript))
  const lap = createLaps()
  const done = []
  const takeFromList = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      done.push(await runGate(name, lap))
  }
  const lanes = Math.min(
    availableParallelism(),
    Math.floor((process.availableMemory?.() ?? freemem()) / BYTES_OF_A_GATE),
  )
  await Promise.all(Array.from({ length: Math.max(1, lanes) }, takeFromList))
  return done
}

async function runGate(name, lap) {
  const began = performance.now()
  const gate = { name, passed: true, cpu: 0 }
  let output = ''
  for (const command of GATES[name].commands()) {
    const run = await runQuietly(command, lap)
    gate.cpu = run.cpu === undefined ? undefined : gate.cpu + run.cpu
    output += run.output
    if (run.status !== 0) gate.passed = false
    if (!gate.passed) break
  }
  gate.seconds = (performance.now() - began) / 1000
  process.stdout.write(`${gate.passed ? '✓' : '✗'} ${name} ${inWords(gate)}\n`)
  if (!gate.passed) process.stdout.write(`${output.trim()}\n`)
  return gate
}

function runQuietly([command, ...args], lap) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const run = { status: 1, output: '', cpu: undefined }
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        run.output += text
      })
    child.on('error', (error) => {
      run.output += error.message
    })
    // Its time is in the sum from this moment, and no other child's has come in since the last lap.
    child.on('exit', () => {
      run.cpu = lap()
    })
    child.on('close', (status) => resolve({ ...run, status: status ?? 1 }))
  })
}
