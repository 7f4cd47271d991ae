import { OneStatement } from './one-statement.server.ts'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 4000
/** A pause is shortened by up to this part of itself, so that many servers do not come back in step. */
const JITTER = 0.25
/** A server that has vanished without a word must not hold an attempt for minutes. */
const CONNECTION_TIMEOUT_MS = 5000

type Listener = {
  connectionString: string
  channel: string
  receive: (payload: string) => void
}

/**
 * Hears a channel of a PostgreSQL server over a connection of its own, and opens it again when it is lost:
 * one attempt at a time, with growing pauses of at most four seconds. What was sent meanwhile is gone, so
 * after each reconnection `receive` is called with an empty payload: whoever listens asks for everything anew.
 *
 * @returns a function that stops listening
 */
export async function listenOnServer({ connectionString, channel, receive }: Listener) {
  let current: OneStatement | undefined
  let pause: NodeJS.Timeout | undefined
  let attempts = 0
  let isStopped = false

  /** Opens one connection. A client tells of its loss by `error`, by `end` or by both; it is heard once. */
  async function connect() {
    const client = new OneStatement({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    })
    client.on('notification', (message) => receive(message.payload ?? ''))
    client.on('error', () => lose(client))
    client.on('end', () => lose(client))
    current = client
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    attempts = 0
  }

  function lose(client: OneStatement) {
    if (client !== current || isStopped) return
    current = undefined
    // Without this the socket of a connection that only half failed would stay open.
    client.end().catch(() => undefined)
    pause = setTimeout(reconnect, pauseBefore(attempts))
    pause.unref()
    attempts += 1
  }

  async function reconnect() {
    const connecting = connect()
    const client = current
    await connecting.then(
      () => receive(''),
      () => client && lose(client),
    )
  }

  await connect().catch(async (error: unknown) => {
    isStopped = true
    await current?.end().catch(() => undefined)
    throw error
  })
  return async () => {
    isStopped = true
    clearTimeout(pause)
    await current?.end()
  }
}

/** Doubles with each attempt in vain up to the longest pause. */
export function pauseBefore(attempt: number, random = Math.random()): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt) * (1 - JITTER * random)
}
