import { reportFailure } from '../database/away.server.ts'

/** How long to wait before what failed is tried again. */
const RETRY_MS = 5000
/** Who has changed something looks at it first: on the embedded database everybody waits while this works. */
const GIVE_WAY_MS = 300

/**
 * Works on places one after another, each a moment after it is asked for. A place that is asked for while it waits, or
 * while it is worked on, is worked on once more, so nothing that changes meanwhile is missed.
 *
 * @param work brings one place up to date; what it throws is reported and tried again later
 */
export class Keeping {
  readonly #work: (place: string) => Promise<unknown>
  readonly #giveWayMs: number
  readonly #waiting = new Set<string>()
  #running: Promise<void> | undefined
  #retry: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(work: (place: string) => Promise<unknown>, { giveWayMs = GIVE_WAY_MS } = {}) {
    this.#work = work
    this.#giveWayMs = giveWayMs
  }

  /** Asks for a place to be brought up to date. */
  look(place: string) {
    if (this.#isStopped) return
    this.#waiting.add(place)
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  /** Resolves when nothing waits and nothing is worked on. */
  async done() {
    while (this.#running) await this.#running
  }

  /** Begins nothing more, and resolves when what was begun has ended. */
  async stop() {
    this.#isStopped = true
    this.#waiting.clear()
    clearTimeout(this.#retry)
    await this.done()
  }

  async #run() {
    if (this.#giveWayMs > 0) await new Promise((done) => setTimeout(done, this.#giveWayMs))
    if (this.#isStopped) return
    for (const place of this.#waiting) {
      this.#waiting.delete(place)
      await this.#work(place).catch((error) => {
        if (this.#isStopped) return
        reportFailure('What is kept could not be worked out anew', error)
        this.#retry = setTimeout(() => this.look(place), RETRY_MS).unref()
      })
    }
  }
}
