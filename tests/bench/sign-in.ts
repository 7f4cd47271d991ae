import { request } from 'node:http'

/** What comes back of a form that was posted: the status, and cookies as a browser would send them. */
export type Posted = { status: number; cookie: string }

/** Posts the form of signing in, as a browser does without scripts. */
export function postSignIn(
  address: string,
  typed: { email: string; password: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  const { origin } = new URL(address)
  const body = new URLSearchParams(typed).toString()
  return new Promise((resolve, reject) => {
    const own = { origin, 'content-type': 'application/x-www-form-urlencoded' }
    request(
      `${address}/pieslegties`,
      { method: 'POST', headers: { ...own, 'content-length': String(body.length), ...headers } },
      (incoming) => {
        const cookies = (incoming.headers['set-cookie'] ?? []).map((one) => one.split(';', 1)[0])
        incoming
          .resume()
          .on('end', () => resolve({ status: incoming.statusCode ?? 0, cookie: cookies.join('; ') }))
      },
    )
      .on('error', reject)
      .end(body)
  })
}

/** Asks for a page. @returns its status and how long it took until all of it had come, in milliseconds */
export function visit(
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; took: number; bytes: number }> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    request(address, { headers: { ...headers } }, (incoming) => {
      let bytes = 0
      incoming
        .on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        .on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, took: performance.now() - began, bytes }),
        )
    })
      .on('error', reject)
      .end()
  })
}
