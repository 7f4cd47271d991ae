import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is written: nothing; what was sent to us, what was refused and what failed; or everything. */
export const LOG_LEVELS = ['off', 'posts', 'all'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** No right to it, and too much of it. */
const REFUSED: ReadonlySet<number> = new Set([403, 429])

/** What is known of a request while it is being answered; whoever learns something writes it in. */
export type Trace = {
  id: string
  face: 'file' | 'public' | 'personal' | 'none'
  /** Pattern of the address; the address itself may hold what somebody typed. */
  route: string | null
  /** What a post does, as its page says. */
  action: string | null
}

/** One line: who did what, and how it went. No address of a visitor, no cookie, nothing that was typed. */
export type LogLine = Trace & {
  at: string
  who: 'public'
  method: string
  status: number
  ms: number
  bytes: number
}

/**
 * Writes a line of JSON for each request that the level asks for, when its answer has been sent.
 *
 * @param write takes a line; by default it goes to the standard output
 */
export function createAccessLog(level: LogLevel, write = (line: string) => process.stdout.write(line)) {
  return (incoming: IncomingMessage, outgoing: ServerResponse, trace: Trace) => {
    if (level === 'off') return
    const began = performance.now()
    const before = incoming.socket.bytesWritten
    outgoing.once('close', () => {
      const status = outgoing.statusCode
      const method = incoming.method ?? ''
      if (level === 'posts' && method !== 'POST' && status < 500 && !REFUSED.has(status)) return
      const line: LogLine = {
        at: new Date().toISOString(),
        who: 'public',
        method,
        ...trace,
        status,
        ms: Math.round(performance.now() - began),
        bytes: incoming.socket.bytesWritten - before,
      }
      write(`${JSON.stringify(line)}\n`)
    })
  }
}
