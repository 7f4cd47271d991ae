import { Client } from 'pg'

const RETRY_MS = 500

/**
 * Hears a channel of a PostgreSQL server over a connection of its own, and opens it again when it is lost.
 * What was sent meanwhile is gone, so after each reconnection `receive` is called with an empty payload:
 * whoever listens asks for everything anew.
 *
 * @returns a function that stops listening
 */
export async function listenOnServer(
  connectionString: string,
  channel: string,
  receive: (payload: string) => void,
) {
  let client: Client | undefined
  let isStopped = false

  async function connect() {
    const fresh = new Client({ connectionString })
    fresh.on('notification', (message) => receive(message.payload ?? ''))
    // An error of the connection is followed by its end, which is where it is dealt with.
    fresh.on('error', () => undefined)
    fresh.on('end', () => isStopped || retryLater())
    await fresh.connect()
    await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
    client = fresh
  }
  function retryLater() {
    if (isStopped) return
    setTimeout(() => connect().then(() => receive(''), retryLater), RETRY_MS).unref()
  }

  await connect()
  return async () => {
    isStopped = true
    await client?.end()
  }
}
