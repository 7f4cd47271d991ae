import { createConnection, type Socket } from 'node:net'

/** A connection over which bytes are sent as they are. */
export function connectTo(address: string): Socket {
  const { hostname, port } = new URL(address)
  return createConnection(Number(port), hostname).on('error', () => undefined)
}

/** Sends bytes and answers everything that comes back before the server hangs up. */
export function sendRaw(address: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    connectTo(address)
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('close', () => resolve(Buffer.concat(chunks).toString()))
      .end(Buffer.from(bytes, 'latin1'))
  })
}
