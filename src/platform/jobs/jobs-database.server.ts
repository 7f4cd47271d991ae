import { CompiledQuery } from 'kysely'
import { beginAsJobs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { separateStatements } from './separate-statements.ts'

/** The database as pg-boss asks it: each text in a transaction of the role that has the queue and nothing else. */
export function jobsDatabase(db: Database) {
  return {
    executeSql: (text: string, values: unknown[] = []) =>
      beginAsJobs(db, async (tx) => {
        const rows: unknown[] = []
        for (const statement of values.length > 0 ? [text] : separateStatements(text)) {
          const result = await tx.executeQuery(CompiledQuery.raw(statement, values))
          rows.push(...result.rows)
        }
        return { rows }
      }),
  }
}
