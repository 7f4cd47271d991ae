import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { answerCommands } from '../src/app/answer-commands.server.ts'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-hand-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

/** The part of a server that commands meet: it has the database open, and this process is its own. */
async function startHolder(folder: string) {
  const settings = readSettings({ IZAUGSME_DATA: folder })
  const database = await openDatabase(settings)
  await migrate(database)
  const stopCommands = await answerCommands(database, settings)
  return {
    db: database.db,
    stop: async () => {
      await stopCommands()
      await database.close()
    },
  }
}

async function ended(child: ChildProcess) {
  const said = { out: '', err: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const [code] = await once(child, 'close')
  return { ...said, code }
}

const give = (folder: string, ...words: string[]) =>
  spawn(process.execPath, ['src/app/cli.ts', ...words], {
    env: { ...process.env, IZAUGSME_DATA: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
const run = (folder: string, ...words: string[]) => ended(give(folder, ...words))

describe('a command beside a running server', { timeout: 120_000 }, () => {
  test('is done by the server, with its answers and its exit code', async ({ folder }) => {
    const { db, stop } = await startHolder(folder)
    expect((await stat(join(folder, 'commands.sock'))).mode & 0o777).toBe(0o600)
    expect(await run(folder, 'import', 'data/latvia')).toMatchObject({ err: '', code: 0 })
    expect(await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))).toBeDefined()

    const broken = join(folder, 'broken')
    await cp('data/latvia', broken, { recursive: true })
    const types = join(broken, 'institution-types.csv')
    await writeFile(types, (await readFile(types, 'utf8')).replace(/,1$/m, ',first'))
    const refused = await run(folder, 'import', broken, '--language', 'en')
    expect(refused.err).toMatch(/^institution-types\.csv, line \d+, column “position”: .*“first”/)
    expect(refused.code).toBe(1)

    expect(await run(folder, 'messages', 'atlantida', '-l', 'en')).toMatchObject({
      err: expect.stringMatching(/^There is no such municipality\./) as string,
      code: 1,
    })
    await stop()
    expect((await run(folder, 'import', 'data/latvia', '-l', 'en')).out).toMatch(/nothing has changed/i)
  })

  test('waits for the one before it', async ({ folder }) => {
    const { stop } = await startHolder(folder)
    const both = [give(folder, 'import', 'data/latvia'), give(folder, 'import', 'data/latvia', '-l', 'en')]
    const answers = await Promise.all(both.map(ended))
    expect(answers.map(({ code }) => code)).toEqual([0, 0])
    expect(answers.filter(({ out }) => /nothing has changed|nekas nav mainījies/.test(out))).toHaveLength(1)
    await stop()
  })

  test('that needs no database is done where it was given', async ({ folder }) => {
    expect(await run(folder, 'check', 'data/latvia', '-l', 'en')).toMatchObject({ code: 0 })
    await expect(stat(join(folder, 'database'))).rejects.toThrow('ENOENT')
  })
})

test('a command whose server ends on the way says that it was not done', { timeout: 60_000 }, async ({
  folder,
}) => {
  const holder = spawn(process.execPath, ['tests/support/silent-server.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout as NonNullable<ChildProcess['stdout']>, 'data')
  const command = give(folder, 'erase', '-l', 'en')
  await once(holder.stdout as NonNullable<ChildProcess['stdout']>, 'data')
  holder.kill('SIGKILL')
  const { err, code } = await ended(command)
  expect(err).toMatch(/^The server that was doing the command ended before it was done\./)
  expect(code).toBe(2)
})
