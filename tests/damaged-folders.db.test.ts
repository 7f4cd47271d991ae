import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, inject } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from '../src/app/import.server.ts'
import { checkFolder } from '../src/app/read-folder.server.ts'
import { type Damage, damaged, damages } from './support/damage.ts'
import { test } from './support/database.ts'
import { repetitions } from './support/repetitions.ts'

/** Fewer on the embedded engine, where each takes three times as long. */
const SHARE = inject('engine') === 'postgres' ? 1 : 0.3

/** Which characters no public text may hold: control characters, and the sign for a lost letter. */
const FORBIDDEN = /(?![\t\n])[\p{Cc}\ufffd]/u

test.for([
  ['data/liepaja-2020-2025', 300],
  ['data/latvia', 200],
] as const)(
  'of %s damaged, what passes the check is loaded, the rest refused for the same reasons',
  {
    timeout: 600_000,
  },
  async ([original, runs], { db }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-damaged-'))
    await cp(original, folder, { recursive: true })
    const numRuns = repetitions(Math.round(runs * SHARE))
    let accepted = 0
    const strike = async (all: Damage[]) => {
      for (const one of all) {
        const path = join(folder, one.file)
        await writeFile(path, damaged(await readFile(path), one))
      }
      const { problems } = await checkFolder(folder)
      const loaded = await importFolder(db, folder).catch((error: unknown) => error)
      for (const { file } of all) await cp(join(original, file), join(folder, file))
      if (problems.length > 0) {
        expect(loaded).toBeInstanceOf(ImportRefused)
        expect((loaded as ImportRefused).problems.slice(0, problems.length)).toEqual(problems)
      } else if (loaded instanceof ImportRefused) {
        // Only the database knows which municipalities there are.
        expect(loaded.problems).toMatchObject([{ file: 'dataset.csv', column: 'municipality' }])
      } else {
        expect(loaded).not.toBeInstanceOf(Error)
        accepted += 1
      }
    }
    try {
      const files = await readdir(original)
      await fc.assert(fc.asyncProperty(damages(files), strike), { seed: 20251129, numRuns })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    expect(accepted).toBeGreaterThan(numRuns / 10)
    const texts = await publicTexts(db)
    expect(texts.length).toBeGreaterThan(5000)
    expect(texts.filter((text) => FORBIDDEN.test(text))).toEqual([])
  },
)

/** Every text that the public may read, from every table. */
async function publicTexts(db: Database): Promise<string[]> {
  return readAs(db, THE_PUBLIC, async (tx) => {
    const tables = await sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
      where (schemaname in ('registry', 'indicators', 'strategy', 'surveys', 'work') or tablename = 'record_revision')
        and has_table_privilege(schemaname || '.' || tablename, 'select')`.execute(tx)
    const texts: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(tx)
      texts.push(...rows.flatMap(textsOf))
    }
    return texts
  })
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object' || value instanceof Date) return []
  return Object.entries(value).flatMap(([name, part]) => [name, ...textsOf(part)])
}
