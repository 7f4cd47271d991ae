import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateTables } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { compareRights, describeComparison, mend } from '#platform/rights/compare.server.ts'
import { everyReach } from '../reach.server.ts'
import type { Command } from './command.ts'

/** Writes, as frozen migrations, what the declared rights ask for and a new database does not have yet. */
export const generatePolicies: Command = {
  summary: 'app.cli.generate',
  help: 'app.cli.generate.help',
  operands: [],
  isAlone: true,
  async run(_, { text, tell, complain }) {
    const comparison = await compareWithNewDatabase()
    const mending = mend(everyReach, comparison)
    for (const [module, statements] of mending) tell(await writeMigration(module, statements))
    const unmended = describeComparison({ ...comparison, tooMuch: [], lacking: [] })
    for (const line of unmended) complain(line)
    if (mending.size === 0 && unmended.length === 0) tell(text('app.cli.generate.none'))
    return unmended.length === 0 ? 0 : 1
  },
}

async function compareWithNewDatabase() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'izaugsme-generate-'))
  const database = await openDatabase({ databaseUrl: undefined, dataFolder })
  try {
    return await database.asOwner(async (owner) => {
      await database.prepare(owner)
      await migrateTables(owner)
      return compareRights(owner, everyReach)
    })
  } finally {
    await database.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Answers the file's path. Its name begins with the minute, as every migration's does. */
async function writeMigration(module: string, statements: readonly string[]) {
  const minute = new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '')
  const folder = module === 'platform' ? 'src/platform/migrations' : `src/modules/${module}/migrations`
  const file = join(folder, `${minute}-${module}-rights.sql`)
  await writeFile(file, statements.map((statement) => `${statement};\n`).join(''), { flag: 'wx' })
  return file
}
