// npm run bench:tests -- [modules]: what a new module adds to `npm test`, and what ten of them would make of it.
import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { copyRepository } from './copy-repository.ts'
import { plantModule } from './plant-module.ts'

const MANY = 10
/** How long all tests may take on two cores, in minutes. */
const MOST_MINUTES = 15
const CORES = 2

type Row = { tests: number; seconds: number; cpu: number }
type Measured = Map<string, Row>

const planted = Number(process.argv[2] ?? 1)
const folder = await copyRepository()
try {
  const before = measure('without')
  let touched: string[] = []
  for (let number = 1; number <= planted; number += 1) touched = await plantModule(folder, number)
  run('node_modules/@biomejs/biome/bin/biome', 'check', '--write', 'src')
  run('tests/docs/write.ts')
  const after = measure(`with ${planted}`)
  print(before, after, touched)
} finally {
  await rm(folder, { recursive: true, force: true })
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`)
}

/** Everything anew, as on a build server: what is kept between runs would hide what a module costs. */
function measure(what: string): Measured {
  console.error(`npm test ${what} …`)
  const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TESTS_ANEW: 'yes' },
    maxBuffer: 256 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`The tests failed:\n${stdout.slice(-4000)}`)
  // The table at the end: a name, tests unless it is a gate, seconds, processor seconds.
  const lines = stdout.matchAll(/^(\S.*?) {2,}(\d+)? +([\d.]+) +([\d.]+)$/gm)
  return new Map(
    [...lines].map(([, name = '', tests, seconds, cpu]) => [
      name,
      { tests: Number(tests ?? 0), seconds: Number(seconds), cpu: Number(cpu) },
    ]),
  )
}

function print(before: Measured, after: Measured, touched: string[]) {
  const rows = [...after].map(([name, { tests, cpu }]) => {
    const was = before.get(name) ?? { tests: 0, seconds: 0, cpu: 0 }
    const added = { tests: (tests - was.tests) / planted, cpu: (cpu - was.cpu) / planted }
    const many = was.cpu + MANY * added.cpu
    return [
      name,
      was.cpu.toFixed(1),
      cpu.toFixed(1),
      added.cpu.toFixed(1),
      added.tests.toFixed(0),
      many.toFixed(0),
    ]
  })
  const head = ['CPU seconds', 'without', `with ${planted}`, 'a module adds', 'tests it adds', `with ${MANY}`]
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  console.log(
    [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
      '\n',
    ),
  )

  const [was, is] = [before.get('together'), after.get('together')]
  if (!was || !is) throw new Error('npm test printed no sum')
  const many = was.cpu + (MANY * (is.cpu - was.cpu)) / planted
  const atBest = (seconds: number) => (seconds / CORES / 60).toFixed(1)
  console.log(`
Measured on this machine: ${was.seconds.toFixed(0)} s without, ${is.seconds.toFixed(0)} s with ${planted}.
With ${MANY} more modules: ${many.toFixed(0)} s of CPU, at best ${atBest(many)} minutes on ${CORES} cores (limit ${MOST_MINUTES}).
A module touches ${touched.length} files outside its folder: ${touched.join(', ')}.`)
  process.exitCode = many / CORES / 60 < MOST_MINUTES ? 0 : 1
}
