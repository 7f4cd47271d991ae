import { explainFailure } from './commands/explain-failure.ts'
import { startServer } from './server.ts'
import { textIn } from './texts.server.ts'

/** Something that has to be put right before the server can start. */
const FAILED = 2

const server = await startServer().catch((error: unknown) => {
  console.error(explainFailure(error, textIn('lv')))
  process.exit(FAILED)
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
