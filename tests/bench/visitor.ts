import { Agent, request } from 'node:http'

/** The lightest client there is, since it works in the same process as the server. */
export function createVisitor() {
  const agent = new Agent({ keepAlive: true })
  const get = (address: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      request(address, { agent }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          incoming.statusCode === 200
            ? resolve(Buffer.concat(chunks))
            : reject(new Error(`${address} answers ${incoming.statusCode}`)),
        )
      })
        .on('error', reject)
        .end()
    })
  return { get, leave: () => agent.destroy() }
}
