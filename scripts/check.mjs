// npm run check: the gates without the tests.
import { install } from './bootstrap.mjs'
import { runGates } from './gates.mjs'

install()
const gates = await runGates('check')
process.exitCode = gates.every(({ passed }) => passed) ? 0 : 1
