import { resolve } from 'node:path'
import { mailFolder } from '#platform/mail/create-post.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { endWhenTold, giveUp } from './end.ts'
import { startServer } from './server.ts'
import { createSite } from './site.ts'
import { textIn } from './texts.server.ts'

const server = await startServer({ createSite, assetsFolder: resolve('build/client') }).catch(giveUp)
console.log(`Izaugsme: ${server.address}`)
const settings = readSettings()
if (settings.smtp === undefined)
  console.log(textIn('lv')('app.mail.folder', { folder: mailFolder(settings) }))
for (const line of server.demoAccounts) console.log(line)
endWhenTold(server.close)
