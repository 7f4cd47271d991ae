import { makeDemoAccounts } from '../../src/app/accounts/demo.server.ts'
import { demonstrate } from '../../src/app/demonstrate.server.ts'
import { openDesk } from './accounts.ts'
import { test as databaseTest } from './database.ts'

/** With what modules invent for the demonstration: some lists hold nothing else. */
export const test = databaseTest.extend('demonstrated', { scope: 'file', auto: true }, async ({ db }) => {
  const { desk } = await openDesk(db, { demo: 'liepaja' })
  await demonstrate(db, await makeDemoAccounts(desk))
})
