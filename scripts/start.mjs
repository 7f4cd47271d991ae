// npm start: installs and builds what is missing, then serves.
import { build, giveUp, handOver, install } from './bootstrap.mjs'

install()
if (build() !== 0) giveUp('The build failed; its reason stands above.')
handOver(['build/server/index.js', ...process.argv.slice(2)], { NODE_ENV: 'production' })
