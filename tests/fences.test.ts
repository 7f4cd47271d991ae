import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const rulesFile = join(root, '.dependency-cruiser.cjs')
const { forbidden } = createRequire(import.meta.url)(rulesFile) as { forbidden: { name: string }[] }

/** One file and what it imports, for each fence a climber; every module is planted as one that knows a stranger. */
const CLIMBERS: Record<string, string> = {
  'src/modules/registry/index.ts': '../indicators/store.server.ts',
  'src/modules/indicators/store.server.ts': '../../app/menu.server.ts',
  'src/app/menu.server.ts': '../platform/refuse.ts',
  'src/platform/refuse.ts': '../modules/registry/index.ts',
  'src/drawer/anything.ts': '../platform/refuse.ts',
  'src/modules/registry/service.server.ts': 'kysely',
  'packages/statistics/src/index.ts': 'node:fs',
  'packages/statistics/src/circle.ts': './round.ts',
  'packages/statistics/src/round.ts': './circle.ts',
  ...Object.fromEntries(
    forbidden
      .flatMap(({ name }) => /^(.+)-knows-too-much$/.exec(name)?.[1] ?? [])
      .map((module) => [`src/modules/${module}/model.ts`, '../stranger/index.ts']),
  ),
  'src/modules/stranger/index.ts': '../../platform/refuse.ts',
  'src/app/server.ts': 'pg',
  'node_modules/pg/index.js': './other.js',
  'node_modules/pg/other.js': './other.js',
  'node_modules/kysely/index.js': './other.js',
  'node_modules/kysely/other.js': './other.js',
}

const test = base.extend(
  'plantedFolder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-fences-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    await writeFile(join(folder, 'tsconfig.json'), '{}')
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
    for (const [file, imported] of Object.entries(CLIMBERS)) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(
        join(folder, file),
        `import * as imported from '${imported}'\nexport default imported\n`,
      )
    }
    return folder
  },
)

test('no module climbs a fence', { timeout: 60_000 }, () => {
  const { totalCruised, violations } = cruise(root)
  expect(totalCruised).toBeGreaterThan(20) // 0 would mean that the tool reads no TypeScript
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
})

test('every fence stops whoever climbs it', { timeout: 60_000 }, ({ plantedFolder }) => {
  const stopped = new Set(cruise(plantedFolder).violations.map(({ rule }) => rule.name))
  const open = forbidden.map(({ name }) => name).filter((name) => !stopped.has(name))
  expect(open).toEqual([])
})

type Summary = { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] }

/** What the fences say about the sources in a folder. */
function cruise(folder: string) {
  const options = ['--config', rulesFile, '--output-type', 'json']
  const run = spawnSync(process.execPath, [tool, ...options, 'src', 'packages'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (!run.stdout.startsWith('{'))
    throw new Error(`dependency-cruiser gave no report:\n${run.stdout}${run.stderr}`)
  return (JSON.parse(run.stdout) as { summary: Summary }).summary
}
