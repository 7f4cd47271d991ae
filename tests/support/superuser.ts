import { sql } from 'kysely'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import type { Connections, DatabaseTransaction } from '#platform/database/types.server.ts'
import { databaseUrl } from './server-databases.ts'

/**
 * Does something that no role of ours may, as whoever runs the server could. On the embedded database everybody
 * else waits meanwhile.
 */
export async function asSuperuser<Result>(
  open: OpenDatabase,
  work: (superuser: Connections) => Promise<Result>,
): Promise<Result> {
  if (open.engine === 'pglite') return open.asOwner(work)
  const superuser = await superuserOf(open)
  try {
    return await superuser.asOwner(work)
  } finally {
    await superuser.close()
  }
}

/** The same, undone afterwards. */
export function asSuperuserUndone<Result>(
  open: OpenDatabase,
  work: (tx: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return asSuperuser(open, async (superuser) => {
    const tx = await superuser.startTransaction().execute()
    try {
      return await work(tx)
    } finally {
      await tx.rollback().execute()
    }
  })
}

async function superuserOf(open: OpenDatabase) {
  const { rows } = await open.asOwner((owner) =>
    sql<{ name: string }>`select current_database() as name`.execute(owner),
  )
  const address = databaseUrl(inject('server').superuserUrl, rows[0]?.name ?? '')
  return openDatabase({ databaseUrl: address, dataFolder: '' })
}
