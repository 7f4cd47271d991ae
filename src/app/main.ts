import { startServer } from './server.ts'

const server = await startServer()
console.log(`Izaugsme: ${server.address}`)

let isClosing = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isClosing) return
    isClosing = true
    server.close().then(() => process.exit(0))
  })
}
