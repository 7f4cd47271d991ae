import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Copies the files of the repository, changes not committed yet included, with what is installed beside them. */
export async function copyRepository(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-growth-'))
  for (const file of await listFiles()) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(file, join(folder, file), { force: true })
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

/** Files that git does not ignore. An index of its own lists them in a downloaded folder and in a copy as well. */
async function listFiles(): Promise<string[]> {
  const index = await mkdtemp(join(tmpdir(), 'izaugsme-index-'))
  try {
    git('init', '--quiet', '--bare', index)
    const options = ['--others', '--exclude-standard', '-z']
    const files = git('--git-dir', index, '--work-tree', '.', 'ls-files', ...options).split('\0')
    return files.filter(Boolean)
  } finally {
    await rm(index, { recursive: true })
  }
}

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed:\n${stderr}`)
  return stdout
}
