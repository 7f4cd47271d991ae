// Runs as a process of its own: takes commands for a data folder, and never answers any.
import { answerCommands } from '../../src/platform/hand-over/answer-commands.server.ts'

const [folder = ''] = process.argv.slice(2)
setInterval(() => undefined, 60_000)
await answerCommands(folder, () => {
  process.stdout.write('asked\n')
  return new Promise(() => undefined)
})
process.stdout.write('ready\n')
