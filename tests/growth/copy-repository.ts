import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Copies the files of the repository, changes not committed yet included, with what is installed beside them. */
export async function copyRepository(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-growth-'))
  const listing = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const file of listing.stdout.split('\n').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(file, join(folder, file), { force: true }).catch(ignoreDeleted)
  }
  const installed = join(folder, 'node_modules')
  await mkdir(join(installed, '@izaugsme'), { recursive: true })
  // Links one by one, so that caches and our own packages are the copy's.
  for (const name of await readdir('node_modules'))
    if (!CACHES.test(name)) await symlink(resolve('node_modules', name), join(installed, name))
  for (const name of await readdir('packages'))
    await symlink(join(folder, 'packages', name), join(installed, '@izaugsme', name))
  return folder
}

const CACHES = /^(@izaugsme|\.vite|\.vitest|\.cache)/

function ignoreDeleted(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}
