import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { Client, Connection, Submittable } from 'pg'

/** Rows as `copy` writes them (text format, UTF-8), on a connection of the owner's and within its transaction. */
export type Copy = {
  /** @param source a table with its columns, or a query in parentheses */
  out: (source: string) => AsyncIterable<Uint8Array>
  /** @param target a table with its columns */
  in: (target: string, rows: AsyncIterable<Uint8Array>) => Promise<void>
}

/** The transaction of the embedded database that is under way, else the database itself. */
type Asked = () => Pick<PGlite, 'query'>

/** The embedded database copies from and to a piece of memory. */
export const copyOfPGlite = (asked: Asked): Copy => ({
  async *out(source) {
    const { blob } = await asked().query(`copy ${source} to '/dev/blob'`)
    if (blob) yield* blob.stream()
  },
  async in(target, rows) {
    const pieces: Uint8Array<ArrayBuffer>[] = []
    for await (const piece of rows) pieces.push(new Uint8Array(piece))
    if (pieces.length > 0)
      await asked().query(`copy ${target} from '/dev/blob'`, [], { blob: new Blob(pieces) })
  },
})

/** The same embedded database, and what asks it within the transaction that is under way. */
export function followTransactions(pglite: PGlite): {
  followed: Pick<PGlite, 'query' | 'transaction' | 'close' | 'closed' | 'ready' | 'waitReady'>
  asked: Asked
} {
  let current: Transaction | undefined
  const transaction: PGlite['transaction'] = (work) =>
    pglite.transaction(async (tx) => {
      current = tx
      try {
        return await work(tx)
      } finally {
        current = undefined
      }
    })
  return {
    followed: {
      query: (...asked) => pglite.query(...asked),
      transaction,
      close: () => pglite.close(),
      get closed() {
        return pglite.closed
      },
      get ready() {
        return pglite.ready
      },
      get waitReady() {
        return pglite.waitReady
      },
    },
    asked: () => current ?? pglite,
  }
}

/** On a server the rows flow over the connection, as fast as whoever takes them. */
export const copyOfServer = (client: Client): Copy => ({
  out(source) {
    const copying = new CopyOut(`copy ${source} to stdout`)
    client.query(copying)
    return copying.rows()
  },
  async in(target, rows) {
    const copying = new CopyIn(`copy ${target} from stdin`, rows)
    client.query(copying)
    await copying.ended
  },
})

/** What a client tells the statement that it is at. */
abstract class Copying implements Submittable {
  protected readonly text: string

  constructor(text: string) {
    this.text = text
  }

  submit(connection: Connection) {
    connection.query(this.text)
  }

  abstract handleError(error: Error): void
  abstract handleReadyForQuery(): void
  handleCommandComplete() {}
  handleRowDescription() {}
  handleDataRow() {}
}

/** So much may wait for whoever takes it, until the server has to. */
const MOST_WAITING_BYTES = 4 << 20

class CopyOut extends Copying {
  readonly #waiting: Uint8Array[] = []
  #bytes = 0
  #connection: Connection | undefined
  #ended: { error?: Error } | undefined
  #wake = () => {}

  override submit(connection: Connection) {
    this.#connection = connection
    super.submit(connection)
  }

  handleCopyData({ chunk }: { chunk: Buffer }) {
    // The bytes belong to a buffer that is used again.
    this.#waiting.push(Uint8Array.from(chunk))
    this.#bytes += chunk.length
    if (this.#bytes > MOST_WAITING_BYTES) this.#connection?.stream.pause()
    this.#wake()
  }

  handleError(error: Error) {
    this.#ended = { error }
    this.#wake()
  }

  handleReadyForQuery() {
    this.#ended ??= {}
    this.#wake()
  }

  async *rows(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const rows = this.#waiting.splice(0)
      this.#bytes = 0
      this.#connection?.stream.resume()
      if (rows.length > 0) yield Buffer.concat(rows)
      else if (this.#ended?.error) throw this.#ended.error
      else if (this.#ended) return
      else
        await new Promise<void>((wake) => {
          this.#wake = wake
        })
    }
  }
}

/** As `pg` has them; its types leave them out. */
type CopyConnection = Connection & {
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  sendCopyFail: (why: string) => void
}

class CopyIn extends Copying {
  readonly #rows: AsyncIterable<Uint8Array>
  readonly #end = Promise.withResolvers<void>()
  readonly ended = this.#end.promise
  #failure: Error | undefined

  constructor(text: string, rows: AsyncIterable<Uint8Array>) {
    super(text)
    this.#rows = rows
  }

  handleCopyInResponse(connection: CopyConnection) {
    this.#send(connection).catch((error: Error) => {
      this.#failure = error
      connection.sendCopyFail('the rows could not be read')
    })
  }

  async #send(connection: CopyConnection) {
    for await (const piece of this.#rows) {
      connection.sendCopyFromChunk(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
      if (connection.stream.writableNeedDrain)
        await new Promise((drained) => connection.stream.once('drain', drained))
    }
    connection.endCopyFrom()
  }

  handleError(error: Error) {
    this.#failure ??= error
    this.#end.reject(this.#failure)
  }

  handleReadyForQuery() {
    this.#end.resolve()
  }
}
