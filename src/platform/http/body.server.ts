import type { IncomingMessage } from 'node:http'
import { Refused } from '../refuse.ts'

/** No body is longer, so that a file of 25 MB fits with its form; a form sets its own, smaller limit when it is read. */
const HARD_LIMIT_BYTES = 26 * 2 ** 20
/** How much of a body that nobody wants is still taken, so that the browser gets to see the answer. */
const READ_OUT_BYTES = 4 * HARD_LIMIT_BYTES
const READ_OUT_MS = 10_000

/** The body as it arrives; nothing is read before somebody asks. Too long a one breaks off with a refusal. */
export function readBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let received = 0
  const source = incoming[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await source.next()
        if (done) return controller.close()
        received += value.length
        if (received > HARD_LIMIT_BYTES) controller.error(new Refused(413, 'platform.refused.size'))
        else controller.enqueue(new Uint8Array(value))
      },
    },
    { highWaterMark: 0 },
  )
}

/** Takes the rest of a body without looking at it, within limits. */
export function readOut(incoming: IncomingMessage) {
  let left = READ_OUT_BYTES
  const stop = () => incoming.destroy()
  const timer = setTimeout(stop, READ_OUT_MS)
  incoming.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) stop()
  })
  incoming.once('close', () => clearTimeout(timer))
  incoming.resume()
}
