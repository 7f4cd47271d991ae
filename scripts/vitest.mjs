// npm run test:one -- <file> …: runs these tests; npm run test:watch -- <file> …: again whenever they change.
import { build, giveUp, handOver, install, toolFile } from './bootstrap.mjs'

install()
const [command, ...args] = process.argv.slice(2)
if (args.length === 0)
  giveUp(
    `Name a test: npm run test:${command === 'watch' ? 'watch' : 'one'} -- src/modules/surveys/gaps.test.ts`,
  )
// Journeys and a few database tests visit the built server.
if (args.some((arg) => /journeys|statements/.test(arg)) && build() !== 0) giveUp('The build failed.')
handOver([toolFile('vitest', 'vitest'), command, ...args])
