import { randomUUID } from 'node:crypto'
import type { LogEvent } from 'kysely'
import { test as base, inject } from 'vitest'
import { type OpenDatabase, openDatabase, overPGlite } from '#platform/database/open.server.ts'
import { writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { openDump } from './dumps.ts'
import { databaseUrl, runOnServer } from './server-databases.ts'
// Every module's capabilities, so that an operator of a test has them all.
import '../../src/app/reach.server.ts'

/**
 * Tests that take `open` or `db` get a real database of their file's own: migrated, filled by `fill`, and
 * on PostgreSQL owned by a user who bypasses no policy. What one test writes, the next one sees, so write
 * in `inRollback`, or on rows that only the test knows.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  .extend('open', { scope: 'file' }, async ({}, { onCleanup }) => {
    const open = inject('engine') === 'postgres' ? await copyTemplate() : await loadDump()
    onCleanup(() => open.close())
    return open
  })
  .extend('db', { scope: 'file' }, ({ open }) => open.db)

/** Does writing work as the given user, answers what it answered, and undoes everything. */
export async function inRollback<Result>(
  db: Database,
  user: User,
  work: (tx: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  const undone = new Error('undone')
  let result: { value: Result } | undefined
  await writeAs(db, user, async (tx) => {
    result = { value: await work(tx) }
    throw undone
  }).catch((error) => {
    if (error !== undone) throw error
  })
  if (!result) throw new Error('inRollback: the transaction ended without its work')
  return result.value
}

/** How many statements the work sends, besides begin and commit. The database is a `db` of these tests. */
export async function countStatements(db: Database, work: () => Promise<unknown>) {
  const statements = await listStatements(db, work)
  return statements.length
}

/** The statements themselves, to see why there are more than expected. */
export async function listStatements(db: Database, work: () => Promise<unknown>) {
  const log = logs.get(db)
  if (!log) throw new Error('listStatements: not a database of these tests')
  const before = log.length
  await work()
  return log.slice(before)
}

const logs = new WeakMap<Database, string[]>()

/** The server itself looks at the template now and then, and nobody may copy it in that moment. */
async function copyWhenFree(url: string, name: string, template: string) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnServer(url, `create database ${name} template ${template}`)
    } catch (error) {
      if ((error as { code?: string }).code !== IN_USE || attempt === ATTEMPTS) throw error
    }
  }
}
const IN_USE = '55006'
const ATTEMPTS = 5

async function copyTemplate(): Promise<OpenDatabase> {
  const { url, template } = inject('server')
  const name = `izaugsme_test_${randomUUID().replaceAll('-', '')}`
  await copyWhenFree(url, name, template)
  // Rights to a database itself are not copied.
  await runOnServer(url, `revoke temporary on database ${name} from public`)
  const statements: string[] = []
  const settings = { databaseUrl: databaseUrl(url, name), dataFolder: '' }
  const open = await openDatabase(settings, (event) => remember(event, statements))
  logs.set(open.db, statements)
  return {
    ...open,
    close: async () => {
      await open.close()
      await runOnServer(url, `drop database ${name}`)
    },
  }
}

async function loadDump(): Promise<OpenDatabase> {
  const statements: string[] = []
  const open = overPGlite(await openDump(inject('dump')), (event) => remember(event, statements))
  logs.set(open.db, statements)
  return open
}

/** One engine's driver sends the beginnings and ends of transactions as statements, the other does not. */
const TRANSACTION_END = /^(begin|start transaction|commit|rollback)\b/

function remember(event: LogEvent, statements: string[]) {
  if (!TRANSACTION_END.test(event.query.sql)) statements.push(event.query.sql)
}
