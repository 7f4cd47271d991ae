// Runs as a process of its own: writes rows one by one and prints the number of each that is committed.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '../../src/platform/database/open.server.ts'

const [dataFolder = '', first = '1'] = process.argv.slice(2)
const open = await openDatabase({ databaseUrl: undefined, dataFolder })
let isEnding = false
process.once('SIGINT', () => {
  isEnding = true
})

await open.asOwner(async (owner) => {
  await sql`create table if not exists written (number integer primary key, filling text)`.execute(owner)
  for (let number = Number(first); !isEnding; number += 1) {
    await sql`insert into written values (${number}, repeat('x', 500))`.execute(owner)
    process.stdout.write(`${number}\n`)
    // The embedded database answers without leaving this turn of the event loop; signals wait for the next.
    await nextTurn()
  }
})
await open.close()
