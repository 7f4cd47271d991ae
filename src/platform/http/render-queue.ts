import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refused } from '../refuse.ts'

type Limits = {
  /** How many answers are made at a time. */
  running: number
  /** How many more may wait for their turn. */
  waiting: number
  /** After this time an answer is given up, and the next one gets its place. */
  longestMs: number
}

/**
 * Makes answers a few at a time. Others wait in a line of bounded length; who comes after is refused at
 * once, so that what costs nothing (files, kept pages) is served all the while.
 */
export class RenderQueue {
  #running = 0
  readonly #waiting: (() => void)[] = []
  readonly #shared = new Map<string, Promise<unknown>>()
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Makes an answer once for everybody who asks for it under the same key meanwhile. @throws as `run` */
  share<Result>(key: string, make: () => Promise<Result>): Promise<Result> {
    const shared = this.#shared.get(key) as Promise<Result> | undefined
    if (shared) return shared
    const made = this.run(make).finally(() => this.#shared.delete(key))
    this.#shared.set(key, made)
    return made
  }

  /** @throws Refused when the line is full, or when making the answer takes too long */
  async run<Result>(make: () => Promise<Result>): Promise<Result> {
    await this.#turn()
    // The embedded database makes an answer in one go; without this pause nobody would be served in between.
    await nextTurn()
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Refused(503, 'platform.refused.busy')), this.#limits.longestMs)
    })
    try {
      return await Promise.race([make(), tooLong])
    } finally {
      clearTimeout(timer)
      const next = this.#waiting.shift()
      // The place is handed on rather than given up, so that nobody steps in between.
      if (next) next()
      else this.#running -= 1
    }
  }

  async #turn() {
    if (this.#running < this.#limits.running) {
      this.#running += 1
      return
    }
    if (this.#waiting.length >= this.#limits.waiting) throw new Refused(503, 'platform.refused.busy')
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}
