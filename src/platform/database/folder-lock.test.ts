import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { test as base, describe, expect } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.server.ts'

const holder = fileURLToPath(new URL('../../../tests/support/lock-holder.ts', import.meta.url))

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const parent = await mkdtemp(join(tmpdir(), 'izaugsme-lock-'))
    onCleanup(() => rm(parent, { recursive: true, force: true }))
    const folder = join(parent, 'database')
    await mkdir(folder)
    return folder
  },
)

const lockFileOf = (folder: string) => join(folder, '..', 'database.lock')

/** A process that tries to take the lock, and what it says first. */
async function startHolder(folder: string) {
  const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, said }
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** A process that has nothing to do with us. */
async function startStranger() {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' })
  await once(child, 'spawn')
  return { child, pid: child.pid ?? 0 }
}

test('holds the folder until it is given back, and leaves nothing behind', async ({ folder }) => {
  const giveBack = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  await giveBack()
  expect(await readdir(dirname(folder))).toEqual(['database'])
  await (await lockFolder(folder))()
})

describe('takes over', () => {
  test('from a process that is no more', async ({ folder }) => {
    await writeFile(lockFileOf(folder), '4194304')
    const giveBack = await lockFolder(folder)
    expect(JSON.parse(await readFile(lockFileOf(folder), 'utf8'))).toMatchObject({ process: process.pid })
    await giveBack()
  })

  test('from a process that died while it wrote the lock', async ({ folder }) => {
    await writeFile(lockFileOf(folder), '')
    await (await lockFolder(folder))()
  })

  test('from what is no lock at all', async ({ folder }) => {
    await writeFile(lockFileOf(folder), '{"process":')
    await (await lockFolder(folder))()
  })

  test('when the number in the lock now belongs to a stranger', async ({ folder }) => {
    const left = await startHolder(folder)
    await end(left.child, 'SIGKILL')
    // Begins after the holder has said something: the kernel counts beginnings in hundredths of a second.
    const { child, pid } = await startStranger()
    const identity = JSON.parse(await readFile(lockFileOf(folder), 'utf8')) as object
    for (const content of [String(pid), '1', JSON.stringify({ ...identity, process: pid })]) {
      await writeFile(lockFileOf(folder), content)
      await (await lockFolder(folder))()
    }
    await end(child, 'SIGKILL')
  })

  test('after the machine has started anew', async ({ folder }) => {
    const { child } = await startHolder(folder)
    const identity = JSON.parse(await readFile(lockFileOf(folder), 'utf8')) as object
    await rename(folder, `${folder}-other`)
    await mkdir(folder)
    await writeFile(lockFileOf(folder), JSON.stringify({ ...identity, boot: 'another' }))
    await (await lockFolder(folder))()
    await end(child, 'SIGKILL')
  })
})

describe('never opens for two processes', { timeout: 30_000 }, () => {
  test('and names the one that has it', async ({ folder }) => {
    const { child, said } = await startHolder(folder)
    expect(said).toBe('held')
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${child.pid}`)
    await end(child, 'SIGTERM')
    await (await lockFolder(folder))()
  })

  test('of an older version, which wrote its number only', async ({ folder }) => {
    await writeFile(lockFileOf(folder), String(process.ppid))
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.ppid}`)
  })

  test('when the lock file is deleted or overwritten while one serves', async ({ folder }) => {
    const { child } = await startHolder(folder)
    await rm(lockFileOf(folder))
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${child.pid}`)
    await writeFile(lockFileOf(folder), '4194304')
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${child.pid}`)
    await end(child, 'SIGKILL')
    await (await lockFolder(folder))()
  })

  test('when several start at once', async ({ folder }) => {
    await writeFile(lockFileOf(folder), '4194304')
    const all = await Promise.all(Array.from({ length: 4 }, () => startHolder(folder)))
    expect(all.map(({ said }) => said).filter((said) => said === 'held')).toHaveLength(1)
    await Promise.all(all.map(({ child }) => (child.exitCode === null ? end(child, 'SIGKILL') : undefined)))
  })

  test('of another container, as long as that one shows that it lives', async ({ folder }) => {
    const elsewhere = { process: 1, started: '1', boot: 'same', space: 'pid:[1]', host: 'box' }
    await writeFile(lockFileOf(folder), JSON.stringify(elsewhere))
    const beating = setInterval(() => utimes(lockFileOf(folder), new Date(), new Date()), 50)
    await expect(lockFolder(folder, { patienceMs: 2000 })).rejects.toThrow('in use by process 1 (box)')
    clearInterval(beating)
    await new Promise((done) => setTimeout(done, 100))
    await (await lockFolder(folder, { patienceMs: 400 }))()
  })

  test('and puts a deleted lock file back', async ({ folder }) => {
    const giveBack = await lockFolder(folder)
    await rm(lockFileOf(folder))
    await expect.poll(() => readdir(dirname(folder)), { timeout: 8000 }).toContain('database.lock')
    await giveBack()
    expect(await readdir(dirname(folder))).toEqual(['database'])
  })
})
