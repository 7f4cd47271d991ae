import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { cruise } from '../support/cruise.ts'
import { copyRepository } from './copy-repository.ts'
import { plantModule } from './plant-module.ts'
import type { Shown } from './show-planted.ts'

/** The last of all, since `npm run bench:tests` runs this where the first ones are planted already. */
const NUMBER = 26
const NAME = 'toyz'
const HOME = `src/modules/${NAME}/`
const isOwnData = (file: string) => /^data\/liepaja-2020-2025\/toyz-\w+\.csv$/.test(file)

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('folder', { scope: 'file' }, async ({}, { onCleanup }) => {
    const folder = await copyRepository()
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  })
  .extend('planted', { scope: 'file' }, async ({ folder }) => {
    run(folder, 'git', 'init', '--quiet')
    run(folder, 'git', 'add', '--all')
    const touched = await plantModule(folder, NUMBER)
    // What git sees, so that nothing is overlooked that the planter does not tell.
    const options = ['--modified', '--deleted', '--others', '--exclude-standard']
    const changed = run(folder, 'git', 'ls-files', ...options).split('\n')
    return { touched, changed: [...new Set(changed.filter(Boolean))] }
  })
  .extend(
    'shown',
    { scope: 'file' },
    ({ folder, planted: _ }): Shown =>
      JSON.parse(run(folder, process.execPath, 'tests/growth/show-planted.ts', NAME)),
  )

function run(folder: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`)
  return stdout
}

describe('a new module', () => {
  test('touches at most four files outside its folder', ({ planted }) => {
    const { changed, touched } = planted
    expect(changed.filter((file) => file.startsWith(HOME)).length).toBeGreaterThan(40)
    expect(changed.filter((file) => isOwnData(file))).toHaveLength(2)
    const outside = changed.filter((file) => !file.startsWith(HOME) && !isOwnData(file))
    expect(outside.sort()).toEqual(touched.sort())
    expect(outside.length).toBeLessThanOrEqual(4)
  })

  test('climbs no fence of those it is named in', ({ folder, planted: _ }) => {
    const { modules, summary } = cruise(folder, join(folder, '.dependency-cruiser.cjs'))
    expect(modules.filter(({ source }) => source.startsWith(HOME)).length).toBeGreaterThan(40)
    expect(summary.violations).toEqual([])
  })

  test('has its section in the menu', ({ shown }) => {
    expect(shown.menu['/liepaja/rotallieta-26']).toBe('Mērījumi 26')
    expect(Object.keys(shown.menu).length).toBeGreaterThan(5)
  })

  test('has its rows loaded, and shown by its list of the API', ({ shown }) => {
    expect(shown.loaded.readings).toHaveLength(30)
    expect(shown.loaded.readings[0]).toMatchObject({ measure: 'a', period: '2020/2021', value: 10 })
  })

  test('has a row refused that points at nothing', ({ shown }) => {
    expect(shown.problems).toMatchObject([
      {
        file: 'toyz-readings.csv',
        line: 32,
        column: 'measure',
        reason: 'platform.import.reference',
        values: { found: 'z' },
      },
    ])
  })

  test('has what its rules find among the findings of the municipality', ({ shown }) => {
    expect(shown.loaded.findings).toMatchObject([
      { id: 'toyz-leap-1', family: 'toyz', severity: 'notice', pages: ['/rotallieta-26/f'] },
    ])
  })

  test('shows nothing of a row that was withdrawn', ({ shown }) => {
    const { withdrawing, withdrawn } = shown
    expect(withdrawing).toMatchObject({ added: 0, withdrawn: 1 })
    expect(withdrawn.readings).toHaveLength(29)
    expect(withdrawn.readings).not.toContainEqual(expect.objectContaining({ value: 140 }))
    expect(withdrawn.findings).toEqual([])
  })
})
