import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { test as base, expect } from 'vitest'
import { openDatabase } from '#platform/database/open.server.ts'
import { repetitions } from './support/repetitions.ts'

const writer = fileURLToPath(new URL('support/durability-writer.ts', import.meta.url))

/** One folder for the file: its first start takes seconds, and whatever a test leaves, the next one must open. */
const test = base.extend(
  'dataFolder',
  { scope: 'file' },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-durability-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

test('every acknowledged row outlives kill -9, again and again', async ({ dataFolder }) => {
  let acknowledged = 0
  for (let round = 1; round <= repetitions(10); round += 1) {
    const writing = startWriting(dataFolder, acknowledged + 1)
    await writing.acknowledgement
    await sleep(Math.random() * 300)
    acknowledged = await writing.end('SIGKILL')
    const found = await readNumbers(dataFolder, 1)
    expect(found.length, `round ${round}`).toBeGreaterThanOrEqual(acknowledged)
    expect(found).toEqual(found.map((_, index) => index + 1))
    acknowledged = found.length
  }
})

test('Ctrl-C closes the database and gives its folder back', async ({ dataFolder }) => {
  const first = 1_000_001
  const writing = startWriting(dataFolder, first)
  await writing.acknowledgement
  const acknowledged = await writing.end('SIGINT')
  expect(writing.child.exitCode).toBe(0)
  expect(await readdir(dataFolder)).toEqual(['database'])
  expect((await readNumbers(dataFolder, first)).length).toBe(acknowledged - first + 1)
})

test('a second opener is told which process holds the folder', async ({ dataFolder }) => {
  const writing = startWriting(dataFolder, 2_000_001)
  await writing.acknowledgement
  await expect(openDatabase({ databaseUrl: undefined, dataFolder })).rejects.toThrow(
    `is in use by process ${writing.child.pid}`,
  )
  await writing.end('SIGINT')
})

/** A process that writes rows until it is ended; each number it printed was acknowledged by the database. */
function startWriting(dataFolder: string, first: number) {
  const child = spawn(process.execPath, [writer, dataFolder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = first - 1
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    last = Number(line)
  })
  return {
    child,
    acknowledgement: Promise.race([once(lines, 'line'), failWhenEnded(child)]),
    /** Sends the signal and answers the last acknowledged number. */
    end: async (signal: 'SIGKILL' | 'SIGINT') => {
      const ended = Promise.all([once(child, 'exit'), once(lines, 'close')])
      child.kill(signal)
      await ended
      return last
    },
  }
}

async function failWhenEnded(child: ChildProcess) {
  await once(child, 'exit')
  throw new Error('the writer ended before it wrote')
}

async function readNumbers(dataFolder: string, first: number) {
  const open = await openDatabase({ databaseUrl: undefined, dataFolder })
  try {
    const { rows } = await open.asOwner((owner) =>
      sql<{ number: number }>`select number from written where number >= ${first}
        order by number`.execute(owner),
    )
    return rows.map((row) => row.number)
  } finally {
    await open.close()
  }
}
