import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)
const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/
/** Below this the headers weigh more than what compressing saves. */
const WORTH_COMPRESSING_BYTES = 600

/** Less work than the usual level 6 for about a tenth more bytes: the first reader of a page waits for it. */
export const COMPRESSION = { level: 4 }

/** A whole answer, ready to be sent as often as it is asked for. */
export type Reply = {
  status: number
  headers: Record<string, string>
  body: Buffer
  compressed: Buffer | undefined
  etag: string | undefined
}

/** Reads a response to its end and prepares it for sending. */
export async function prepareReply(response: Response): Promise<Reply> {
  const body = Buffer.from(await response.arrayBuffer())
  const headers = Object.fromEntries(response.headers)
  const isCompressible =
    COMPRESSIBLE.test(headers['content-type'] ?? '') && body.length > WORTH_COMPRESSING_BYTES
  return {
    status: response.status,
    headers,
    body,
    compressed: isCompressible ? await compress(body, COMPRESSION) : undefined,
    etag: response.status === 200 ? `"${createHash('sha256').update(body).digest('base64url')}"` : undefined,
  }
}
