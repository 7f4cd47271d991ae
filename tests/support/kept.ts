import { createHash, randomUUID } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Where what tests make once stays between runs; with TESTS_ANEW each run has a new folder. */
const FOLDER = resolve(process.env.TESTS_KEPT ?? 'var/tests')
/** How many of a kind stay, for those who go from branch to branch; and for how long at least, in milliseconds. */
const MOST = 3
const LEAST_AGE = 60 * 60 * 1000

/**
 * Something that takes long to make and depends on nothing but its key. It is made when it is not there yet.
 *
 * @param kind what it is; the name of a file or folder begins with it
 * @param make writes it to the path it is given
 * @returns its path, where nobody may change it
 */
export async function keep(
  kind: string,
  key: string,
  make: (path: string) => Promise<void>,
  folder = FOLDER,
): Promise<string> {
  const path = join(folder, `${kind}-${key}`)
  if (!existsSync(path)) {
    await mkdir(folder, { recursive: true })
    const unfinished = join(folder, `${kind}-unfinished-${randomUUID()}`)
    try {
      await make(unfinished)
      // Another run may have made the same meanwhile, which is as good.
      await rename(unfinished, path).catch(() => undefined)
    } finally {
      await rm(unfinished, { recursive: true, force: true })
    }
    await forgetOldest(kind, folder)
  }
  await utimes(path, new Date(), new Date())
  return path
}

async function forgetOldest(kind: string, folder: string) {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${kind}-`))
  const all = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), used: (await stat(join(folder, name))).mtimeMs })),
  )
  const newestFirst = all.toSorted((a, b) => b.used - a.used)
  for (const { path, used } of newestFirst.slice(MOST))
    if (Date.now() - used > LEAST_AGE) await rm(path, { recursive: true, force: true })
}

/** A name for what these files, and all files in these folders, hold. */
export function keyOf(paths: Iterable<string>): string {
  const hash = createHash('sha256')
  for (const path of [...paths].toSorted()) {
    const files = statSync(path).isDirectory() ? filesIn(path) : [path]
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

const filesIn = (folder: string) =>
  globSync(`${folder}/**`)
    .filter((path) => statSync(path).isFile())
    .toSorted()
