import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { findAccountByEmail } from '#platform/accounts/accounts-store.server.ts'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { beginAsAccounts } from '#platform/database/scope.server.ts'
import { findUser } from '#platform/rights/grants.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { answerCommands } from '../src/app/answer-commands.server.ts'

/** A data folder without municipalities, and commands that are given in it. */
const test = base.extend(
  'given',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-user-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    const environment = { IZAUGSME_DATA: folder, IZAUGSME_DEMO: 'none', DATABASE_URL: '' }
    return { folder, environment, run: (...words: string[]) => run(environment, words) }
  },
)

async function run(environment: Record<string, string>, words: string[]) {
  const child = spawn(process.execPath, ['src/app/cli.ts', ...words, '-l', 'en'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const [code] = await once(child, 'close')
  return { ...said, code }
}

const ANNA = 'anna@latvija.example'
/** The country: there is no municipality in the folder. */
const invited = ['user', 'invite', 'latvija', ANNA, 'Anna Ozola', '--role=administrator']

describe('accounts at the command line', { timeout: 240_000 }, () => {
  test.for(['list', 'invite', 'role', 'recover', 'end', 'erase'])(
    'user %s --help says how it is used',
    async (verb, { given }) => {
      const { out, code } = await given.run('user', verb, '--help')
      expect(code).toBe(0)
      expect(out).toContain(`npm run izaugsme -- user ${verb} <`)
      expect((await given.run('user', verb)).code).toBe(2)
    },
  )

  test('an administrator is invited without a server', async ({ given }) => {
    expect(await given.run('user', 'list', 'latvija')).toMatchObject({
      out: 'Nobody has an account.\n',
      code: 0,
    })
    const { out, code } = await given.run(...invited)
    expect(code).toBe(0)
    expect(out).toMatch(/Link for choosing a password \(works once\): http\S+/)
    expect((await given.run('user', 'list', 'latvija')).out).toContain(`${ANNA} · Anna Ozola · `)
  })

  test('beside a server they are invited, recovered, ended and erased by it', async ({ given }) => {
    const settings = readSettings(given.environment)
    const database = await openDatabase(settings)
    await migrate(database)
    const stop = await answerCommands(database, settings)
    try {
      const accountOf = () => beginAsAccounts(database.db, (tx) => findAccountByEmail(tx, ANNA))
      expect((await given.run(...invited)).code).toBe(0)
      const account = await accountOf()
      const grants = async () => (await findUser(database.db, account?.id ?? '')).grants
      expect(await grants()).toMatchObject([{ role: 'administrator', scope: { kind: 'country' } }])

      const again = await given.run(...invited)
      expect(again).toMatchObject({ code: 1, out: '' })
      expect(again.err).not.toBe('')
      expect(await given.run('user', 'invite', 'latvija', 'none', 'X')).toMatchObject({
        err: '“none” is not an e-mail.\n',
        code: 1,
      })
      expect((await given.run('user', 'list', 'atlantida')).code).toBe(1)
      const unknown = await given.run('user', 'role', 'latvija', ANNA, 'king')
      expect(unknown).toMatchObject({
        err: expect.stringContaining('There is no role “king”.') as string,
        code: 1,
      })
      const stranger = await given.run('user', 'role', 'latvija', 'no@body.example', 'administrator')
      expect(stranger).toMatchObject({ err: expect.stringContaining('no@body.example') as string, code: 1 })
      expect((await given.run('user', 'recover', 'no@body.example')).code).toBe(1)

      const recovered = await given.run('user', 'recover', ANNA)
      expect(recovered).toMatchObject({
        out: expect.stringMatching(/Recovered: .*\n.*http/) as string,
        code: 0,
      })

      const working = await given.run('user', 'erase', ANNA, '--confirm')
      expect(working).toMatchObject({ out: expect.stringContaining('The account works') as string, code: 0 })
      expect(await given.run('user', 'end', ANNA)).toMatchObject({ out: `Ended: ${ANNA}\n`, code: 0 })
      expect((await grants()).every(({ validTo }) => typeof validTo === 'string')).toBe(true)
      expect((await given.run('user', 'end', ANNA)).code).toBe(1)
      const ended = await given.run('user', 'erase', ANNA, '--confirm')
      expect(ended).toMatchObject({
        out: expect.stringMatching(/Keeps until \d{4}-\d\d-\d\d/) as string,
        code: 0,
      })
      expect((await accountOf())?.isEnded).toBe(true)
    } finally {
      await stop()
      await database.close()
    }
  })
})
