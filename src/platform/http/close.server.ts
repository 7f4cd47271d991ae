import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Containers are killed after ten seconds; the database needs the rest to close. */
const DEADLINE_MS = 5000

/**
 * Stops taking requests, and ends when all are answered. One deadline holds for connections and for answers
 * in the making: half-sent requests are cut off then, and so is waiting for what is never done.
 */
export async function closeWithin(
  server: Server,
  making: ReadonlySet<Promise<void>>,
  deadlineMs = DEADLINE_MS,
): Promise<void> {
  const late = new AbortController()
  const deadline = pause(deadlineMs, undefined, { signal: late.signal }).catch(() => undefined)
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  await Promise.race([Promise.all([closed, Promise.all(making)]), deadline])
  late.abort()
  server.closeAllConnections()
  // An answer that was finished at the last moment is still on its way out of this turn.
  await Promise.race([closed, pause(100)])
}
