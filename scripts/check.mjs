// npm run check: the gates without the tests.
import { install } from './bootstrap.mjs'
import { runGates } from './gates.mjs'

install()
const { failed } = runGates()
process.exitCode = failed.length > 0 ? 1 : 0
