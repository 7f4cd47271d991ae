import { openDatabase } from '#platform/database/open.server.ts'
import { makeDemoAccounts } from '../../src/app/accounts/demo.server.ts'
import { demonstrate } from '../../src/app/demonstrate.server.ts'
import { openDesk } from '../support/accounts.ts'

/** Makes the demonstration's accounts, and what modules invent for it, in a database that was filled before any server started on it. */
export async function makeDemoPeople(databaseUrl: string): Promise<void> {
  const open = await openDatabase({ databaseUrl, dataFolder: '' })
  try {
    const { desk } = await openDesk(open.db, { demo: 'liepaja' })
    await demonstrate(open.db, await makeDemoAccounts(desk))
  } finally {
    await open.close()
  }
}
