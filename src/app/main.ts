import { DatabaseUnusable } from '#platform/database/unusable.ts'
import { startServer } from './server.ts'
import { textIn } from './texts.server.ts'

const server = await startServer().catch((error: unknown) => {
  if (!(error instanceof DatabaseUnusable)) throw error
  console.error(textIn('lv')(error.reason, error.values))
  process.exit(2)
})
console.log(`Izaugsme: ${server.address}`)

let isClosing = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isClosing) return
    isClosing = true
    server.close().then(() => process.exit(0))
  })
}
