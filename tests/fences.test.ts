import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as base, expect } from 'vitest'
import { drawArchitecture } from './docs/architecture.ts'
import { cruise, FENCES } from './support/cruise.ts'
import { Imports } from './support/imports.ts'

const { forbidden } = createRequire(import.meta.url)(FENCES) as { forbidden: { name: string }[] }

/** One file and what it imports, for each fence a climber; every module is planted as one that knows a stranger. */
const CLIMBERS: Record<string, string> = {
  'src/modules/registry/index.ts': '../indicators/store.server.ts',
  'src/modules/indicators/store.server.ts': '../../app/menu.server.ts',
  'src/app/menu.server.ts': '../platform/refuse.ts',
  'src/platform/refuse.ts': '../modules/registry/index.ts',
  'src/drawer/anything.ts': '../platform/refuse.ts',
  'src/modules/registry/service.server.ts': 'kysely',
  'src/app/cli.ts': '../platform/context.server.ts',
  'src/platform/context.server.ts': 'react-router',
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
  'src/modules/surveys/cell.ts': './unprotected-store.server.ts',
  'src/modules/surveys/unprotected-store.server.ts': '../../platform/refuse.ts',
  'node_modules/pg/index.js': './other.js',
  'node_modules/pg/other.js': './other.js',
  'node_modules/kysely/index.js': './other.js',
  'node_modules/kysely/other.js': './other.js',
  'node_modules/react-router/index.js': './other.js',
  'node_modules/react-router/other.js': './other.js',
}

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('cruised', { scope: 'file' }, ({}) => cruise())
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('plantedFolder', async ({}, { onCleanup }) => {
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
  })

/** All imports are read for the first who asks, beside builds and other gates that want the machine as well. */
const EVERY_IMPORT = 120_000

test('no module climbs a fence', { timeout: EVERY_IMPORT }, ({ cruised }) => {
  const { totalCruised, violations } = cruised.summary
  expect(totalCruised).toBeGreaterThan(20) // 0 would mean that the tool reads no TypeScript
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
})

test('every fence stops whoever climbs it', ({ plantedFolder }) => {
  const stopped = new Set(cruise(plantedFolder).summary.violations.map(({ rule }) => rule.name))
  const open = forbidden.map(({ name }) => name).filter((name) => !stopped.has(name))
  expect(open).toEqual([])
})

test('the drawing of the architecture shows the imports there are', async ({ cruised }) => {
  const written = await readFile('docs/architecture.md', 'utf8')
  expect(written === drawArchitecture(cruised), 'run npm run document').toBe(true)
})

test('the imports by which tests are chosen and databases kept are all that there are', ({ cruised }) => {
  const imports = new Imports({ withTypes: true })
  const overlooked = cruised.modules.flatMap(({ source, dependencies }) => {
    const seen = new Set(imports.of(source))
    const ours = dependencies.filter(({ resolved }) => /^(src|packages|tests)\//.test(resolved))
    return ours.filter(({ resolved }) => !seen.has(resolved)).map(({ resolved }) => `${source} → ${resolved}`)
  })
  expect(overlooked).toEqual([])
})
