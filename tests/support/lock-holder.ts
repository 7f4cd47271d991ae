// Runs as a process of its own: takes the lock of a folder, says so, and gives it back when it is asked to.
import { lockFolder } from '../../src/platform/database/folder-lock.server.ts'

const [folder = ''] = process.argv.slice(2)
const giveBack = await lockFolder(folder).catch((error: Error) => {
  process.stdout.write(`${error.message}\n`)
  process.exit(2)
})
process.stdout.write('held\n')
const stay = setInterval(() => undefined, 60_000)
process.once('SIGTERM', async () => {
  clearInterval(stay)
  await giveBack()
})
