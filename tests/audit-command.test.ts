import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { test as base, expect } from 'vitest'
import { openDatabase } from '#platform/database/open.server.ts'

const test = base.extend(
  'dataFolder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-audit-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

/** What the command line answers on a database of its own. */
function izaugsme(dataFolder: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/app/cli.ts', ...words, '-l', 'en'], {
    encoding: 'utf8',
    env: { ...process.env, IZAUGSME_DATA: dataFolder, DATABASE_URL: '' },
  })
  return { status, stdout, stderr }
}

async function asOwner(dataFolder: string, ...statements: string[]) {
  const open = await openDatabase({ databaseUrl: undefined, dataFolder })
  await open.asOwner(async (owner) => {
    for (const statement of statements) await sql.raw(statement).execute(owner)
  })
  await open.close()
}

test('audit verify prints heads, and says when the owner has cut something', { timeout: 120_000 }, async ({
  dataFolder,
}) => {
  expect(izaugsme(dataFolder, 'import', 'data/latvia').status).toBe(0)
  const whole = izaugsme(dataFolder, 'audit', 'verify')
  expect(whole).toMatchObject({ status: 0, stdout: expect.stringContaining('The journal is whole.') })
  const head = /latvija, register: 1 change, head ([0-9a-f]{64})/.exec(whole.stdout)?.[1] ?? ''
  expect(head).not.toBe('')
  const kept = join(dataFolder, 'kept.txt')
  await writeFile(kept, whole.stdout)
  expect(izaugsme(dataFolder, 'audit', 'verify', '--head', kept).status).toBe(0)

  await asOwner(dataFolder, 'truncate platform.change cascade')
  const emptied = izaugsme(dataFolder, 'audit', 'verify')
  expect(emptied).toMatchObject({ status: 1, stderr: expect.stringContaining('seal 1 holds 0 of 1 changes') })
  expect(emptied.stdout).not.toContain('The journal is whole.')

  await asOwner(dataFolder, 'truncate platform.seal, platform.seal_head, platform.data_version')
  const told = izaugsme(dataFolder, 'audit', 'verify', '--head', kept)
  expect(told).toMatchObject({ status: 1, stderr: expect.stringContaining(`The head ${head} is no longer`) })
  expect(told.stderr).toContain('registry.municipality has rows of which the journal knows nothing')
})
