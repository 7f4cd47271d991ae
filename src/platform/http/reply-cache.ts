import type { Reply } from './reply.ts'

/** What an entry costs besides its texts and bytes: objects, headers, its place in the map. */
const FIXED_BYTES = 2048

type Limits = { bytes: number; entries: number }
type Entry = { version: string; reply: Reply }

/**
 * Keeps replies by what was asked, each with the version of the data it was made from. The least recently
 * asked for makes room. Keys weigh as much as what they stand for: whoever asks chooses them.
 */
export class ReplyCache {
  #entries = new Map<string, Entry>()
  #bytes = 0
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** What is kept, whatever its version: an older one is of use while the database is away. */
  find(key: string): Readonly<Entry> | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry
  }

  keep(key: string, version: string, reply: Reply) {
    this.#forget(key)
    this.#entries.set(key, { version, reply })
    this.#bytes += weightOf(key, { version, reply })
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limits.bytes && this.#entries.size <= this.#limits.entries) break
      this.#forget(oldest)
    }
  }

  #forget(key: string) {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    this.#bytes -= weightOf(key, entry)
  }
}

/** In bytes; a character of a text takes up to two. */
function weightOf(key: string, { version, reply }: Entry) {
  const texts = 2 * (key.length + version.length)
  return FIXED_BYTES + texts + reply.body.length
}
