import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Islands } from './island-types.ts'

type Manifest = Readonly<Record<string, { file: string; isEntry?: boolean }>>

/**
 * Tells the address of each island's script in a build.
 *
 * @param folder of the build's islands, with the manifest that `vite.islands.config.ts` leaves there
 */
export function createIslandFiles(folder = resolve('build/client/islands')) {
  let files: ReadonlyMap<string, string> | undefined
  return (name: keyof Islands): string => {
    files ??= readManifest(folder)
    const file = files.get(name)
    if (!file) throw new Error(`There is no island called ${name}`)
    return `/islands/${file}`
  }
}

function readManifest(folder: string) {
  const manifest = JSON.parse(readFileSync(resolve(folder, 'manifest.json'), 'utf8')) as Manifest
  return new Map(
    Object.entries(manifest).flatMap(([source, { file, isEntry }]) => {
      const name = /([\w-]+)\.island\.tsx?$/.exec(source)?.[1]
      return name && isEntry ? [[name, file] as const] : []
    }),
  )
}
