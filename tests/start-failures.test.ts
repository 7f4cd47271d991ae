import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-start-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

/** Runs a script of the product to its end. @returns what it says on the error output, and its exit code */
async function run(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PORT: '0', DATABASE_URL: '', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(child, 'close')
  return { said, code }
}

const SERVER = ['src/app/dev.ts', '--language', 'en']
const COMMAND = ['src/app/cli.ts', 'erase', '--language', 'en']

test.for([
  ['the server', SERVER],
  ['a command', COMMAND],
] as const)(
  '%s says in one line why it cannot start',
  { timeout: 120_000 },
  async ([, script], { folder }) => {
    await writeFile(join(folder, 'file'), '')
    const attempts: [environment: Record<string, string>, words: RegExp][] = [
      [{ IZAUGSME_DATA: join(folder, 'file') }, /file is not a folder\. .*IZAUGSME_DATA/],
      [
        { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
        /cannot be reached: connect ECONNREFUSED.*DATABASE_URL/,
      ],
      [{ DATABASE_URL: 'mysql://localhost' }, /These settings cannot be used: DATABASE_URL: must begin/],
    ]
    for (const [environment, words] of attempts) {
      const { said, code } = await run([...script], { IZAUGSME_DATA: folder, ...environment })
      expect(said).toMatch(words)
      expect(said.trim()).not.toContain('\n')
      expect(code).toBe(2)
    }
  },
)

test('a port that is taken leaves the database closed', { timeout: 120_000 }, async ({
  folder,
  onTestFinished,
}) => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => {
    other.close()
  })
  await once(other, 'listening')
  const port = String((other.address() as AddressInfo).port)
  const { said, code } = await run(SERVER, { PORT: port, IZAUGSME_DATA: folder, IZAUGSME_DEMO: 'none' })
  expect(said).toMatch(new RegExp(`^Port ${port} is in use by another program\\. .*PORT\\.$`, 'm'))
  expect(code).toBe(2)
  // Nothing holds the folder any more.
  expect((await run(COMMAND, { IZAUGSME_DATA: folder })).code).toBe(0)
})
