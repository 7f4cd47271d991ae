import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.server.ts'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const parent = await mkdtemp(join(tmpdir(), 'izaugsme-lock-'))
    onCleanup(() => rm(parent, { recursive: true, force: true }))
    return join(parent, 'database')
  },
)

const lockFileOf = (folder: string) => join(folder, '..', 'database.lock')

test('holds the folder until it is given back', async ({ folder }) => {
  const giveBack = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  await giveBack()
  await (await lockFolder(folder))()
})

test('names the living process that holds it', async ({ folder }) => {
  await writeFile(lockFileOf(folder), String(process.ppid))
  await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.ppid}`)
})

test('takes over from a process that is no more', async ({ folder }) => {
  await writeFile(lockFileOf(folder), '4194304')
  const giveBack = await lockFolder(folder)
  expect(await readFile(lockFileOf(folder), 'utf8')).toBe(String(process.pid))
  await giveBack()
})

test('takes over from a process that died while it wrote the lock', async ({ folder }) => {
  await writeFile(lockFileOf(folder), '')
  await (await lockFolder(folder))()
})
