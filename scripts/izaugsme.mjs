// npm run izaugsme -- <command>: the command line, run from the sources.
import { handOver, install } from './bootstrap.mjs'

install()
handOver(['src/app/cli.ts', ...process.argv.slice(2)])
