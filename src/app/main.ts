import { resolve } from 'node:path'
import { endWhenTold, giveUp } from './end.ts'
import { startServer } from './server.ts'
import { createSite } from './site.ts'

const server = await startServer({ createSite, assetsFolder: resolve('build/client') }).catch(giveUp)
console.log(`Izaugsme: ${server.address}`)
endWhenTold(server.close)
