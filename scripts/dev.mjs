// npm run dev: serves the pages as their sources stand, and again after each edit.
import { handOver, install } from './bootstrap.mjs'

install()
handOver(['src/app/dev.ts'], { NODE_ENV: 'development', IZAUGSME_GALLERY: 'show' })
