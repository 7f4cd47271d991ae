import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Sends the same headers and bytes to everybody: as fast as Node can be with them. */
const page = JSON.parse(readFileSync(process.env.BYTES ?? '', 'utf8')) as {
  headers: Record<string, string>
  body: string
}
const body = Buffer.from(page.body, 'base64')
const { connection: _, 'keep-alive': __, date: ___, ...headers } = page.headers
const sent = { ...headers, 'content-length': body.length }

const server = createServer((_, outgoing) => outgoing.writeHead(200, sent).end(body))
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.on('SIGTERM', () => process.exit(0))
