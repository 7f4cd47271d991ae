// Runs as a process of its own: fills a new database as the server does, and is killed at the first row of
// the table that its second argument names, when it names one.
import { loadWhatShips } from '../../src/app/load-what-ships.server.ts'
import { migrate } from '../../src/platform/database/migrate.server.ts'
import { openDatabase } from '../../src/platform/database/open.server.ts'

const [dataFolder = '', table] = process.argv.slice(2)
const open = await openDatabase({ databaseUrl: undefined, dataFolder }, (event) => {
  if (table && event.query.sql.startsWith(`insert into ${table}`)) process.kill(process.pid, 'SIGKILL')
})
await migrate(open)
await loadWhatShips(open.db, { demo: 'liepaja' })
await open.close()
