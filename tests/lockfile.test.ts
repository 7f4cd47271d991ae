import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

type Locked = {
  version?: string
  integrity?: string
  resolved?: string
  link?: boolean
  hasInstallScript?: boolean
}

const read = async (file: string) => JSON.parse(await readFile(file, 'utf8'))
const lockfile = (await read('package-lock.json')) as { packages: Record<string, Locked> }
const { optionalDependencies, allowScripts } = (await read('package.json')) as Record<
  'optionalDependencies' | 'allowScripts',
  Record<string, unknown>
>
/** What npm installs from the registry, our own packages aside. */
const installed = Object.entries(lockfile.packages).filter(
  ([path, { link }]) => path.startsWith('node_modules/') && !link,
)

describe('every package that npm installs', () => {
  test('is known by the hash of its content', () => {
    expect(installed.length).toBeGreaterThan(500)
    const unknown = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
    expect(unknown.map(([path]) => path)).toEqual([])
  })

  test('comes from the npm registry', () => {
    const elsewhere = installed.filter(
      ([, { resolved = 'https://registry.npmjs.org/' }]) =>
        !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })

  test('runs nothing while it is installed, but for those that are named', () => {
    const running = installed.filter(([, { hasInstallScript }]) => hasInstallScript)
    const names = running.map(([path]) => path.replace(/^.*node_modules\//, ''))
    expect(names.filter((name) => !(name in allowScripts))).toEqual([])
  })
})

test('the runtime is among them, at one version for all platforms', () => {
  const runtimes = Object.entries(optionalDependencies).filter(([name]) => /^node-(bin-)?\w+-\w+$/.test(name))
  expect(runtimes.length).toBeGreaterThanOrEqual(3)
  for (const [name, version] of runtimes) {
    expect(lockfile.packages[`node_modules/${name}`]?.version).toBe(version)
  }
  expect(new Set(runtimes.map(([, version]) => version)).size).toBe(1)
  expect(lockfile.packages['node_modules/node']).toBeUndefined()
})
