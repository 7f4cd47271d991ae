// npm run bench:tests -- [modules]: plants modules into a copy and measures what they add to `npm test`.
import { handOver, install } from './bootstrap.mjs'

install()
handOver(['tests/growth/run.ts', ...process.argv.slice(2)])
