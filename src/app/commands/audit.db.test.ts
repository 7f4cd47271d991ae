import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { sealEverything } from '../../../tests/support/change.ts'
import { test as base } from '../../../tests/support/database.ts'
import { asSuperuser } from '../../../tests/support/superuser.ts'
import { textIn } from '../texts.server.ts'
import { readHeads, verifyJournal } from './audit.ts'

const text = textIn('en')
const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-heads-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

const damage = (open: OpenDatabase, ...statements: string[]) =>
  asSuperuser(open, async (superuser) => {
    for (const statement of statements) await sql.raw(statement).execute(superuser)
  })

test('audit verify prints heads, and says when the owner has cut something', async ({ open, folder }) => {
  const { db } = open
  await sealEverything(db)
  const whole = await verifyJournal(db, text, [])
  expect(whole.faults).toEqual([])
  const [head = ''] =
    whole.heads.join('\n').match(/(?<=latvija, register: 1 change, head )[0-9a-f]{64}/) ?? []
  expect(head).not.toBe('')

  const file = join(folder, 'kept.txt')
  await writeFile(file, whole.heads.join('\n'))
  const kept = await readHeads(file, folder)
  expect(kept).toContain(head)
  expect(await readHeads(head, folder)).toEqual([head])
  expect((await verifyJournal(db, text, kept)).faults).toEqual([])

  await damage(open, 'truncate platform.change cascade')
  const emptied = await verifyJournal(db, text, [])
  expect(emptied.faults).toContainEqual('latvija, register: seal 1 holds 0 of 1 changes')

  await damage(open, 'truncate platform.seal, platform.seal_head, platform.data_version')
  const told = await verifyJournal(db, text, kept)
  expect(told.heads).toEqual([])
  expect(told.faults).toContainEqual(`The head ${head} is no longer in the journal`)
  expect(told.faults.join()).toContain('registry.municipality has rows of which the journal knows nothing')
})
