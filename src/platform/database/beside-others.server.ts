import type { QueryExecutorProvider, RawBuilder } from 'kysely'

/** Another process has made the same role, or is changing the same row of the catalog in this moment. */
const MADE_ALREADY = ['42710', '23505']
const CHANGING = 'XX000'
const ATTEMPTS = 5

/** Runs a statement on roles or rights that other processes may be running too. */
export async function runBesideOthers(owner: QueryExecutorProvider, statement: RawBuilder<unknown>) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await statement.execute(owner)
      return
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (MADE_ALREADY.includes(code)) return
      if (code !== CHANGING || attempt === ATTEMPTS) throw error
    }
  }
}
