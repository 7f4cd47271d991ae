import type { Reply } from './reply.ts'

type Entry = { version: string; reply: Reply }

/**
 * Keeps replies by address and the version of the data they were made from. A newer version makes the
 * kept reply useless at once; the least recently asked for makes room.
 */
export class ReplyCache {
  #entries = new Map<string, Entry>()
  #bytes = 0
  readonly #maximumBytes: number

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes
  }

  find(address: string, version: string): Reply | undefined {
    const entry = this.#entries.get(address)
    if (!entry) return undefined
    this.#forget(address, entry)
    if (entry.version !== version) return undefined
    this.#keep(address, entry)
    return entry.reply
  }

  keep(address: string, version: string, reply: Reply) {
    const before = this.#entries.get(address)
    if (before) this.#forget(address, before)
    this.#keep(address, { version, reply })
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#maximumBytes) break
      this.#forget(oldest, entry)
    }
  }

  #keep(address: string, entry: Entry) {
    this.#entries.set(address, entry)
    this.#bytes += weightOf(entry.reply)
  }

  #forget(address: string, entry: Entry) {
    this.#entries.delete(address)
    this.#bytes -= weightOf(entry.reply)
  }
}

const weightOf = (reply: Reply) => reply.body.length + (reply.compressed?.length ?? 0)
