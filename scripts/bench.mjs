// npm run bench: measures the built pages and prints tables for docs/benchmarks.md.
import { build, giveUp, handOver, install } from './bootstrap.mjs'

install()
if (build() !== 0) giveUp('The pages could not be built.')
handOver(['tests/bench/run.ts', ...process.argv.slice(2)], { NODE_ENV: 'production' })
