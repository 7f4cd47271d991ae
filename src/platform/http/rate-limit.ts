import { visitorOf } from './client-address.ts'

type Limits = {
  /** Posts a minute, of which all may come at once. */
  aMinute: number
  /** Posts of one visitor that are being answered at the same time. */
  atOnce: number
  /** Posts of everybody that are being answered at the same time. */
  ofAll: number
}
/** Visitors that are remembered; a crowd larger than this forgets the quietest ones. */
const REMEMBERED = 10_000

type Visitor = { tokens: number; at: number; open: number }

/**
 * Keeps one visitor from taking this process's time from the others. What must hold for the whole
 * installation, or over a restart, is counted in the database instead.
 */
export class RateLimit {
  readonly #visitors = new Map<string, Visitor>()
  #open = 0
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /**
   * Lets a post in, or not.
   *
   * @param now milliseconds of a clock that only goes forward
   * @returns what to call when it has been answered; undefined when it is one too many
   */
  enter(clientAddress: string, now = performance.now()): (() => void) | undefined {
    const name = visitorOf(clientAddress)
    const visitor = this.#find(name, now)
    if (visitor.tokens < 1 || visitor.open >= this.#limits.atOnce || this.#open >= this.#limits.ofAll) {
      return undefined
    }
    visitor.tokens -= 1
    visitor.open += 1
    this.#open += 1
    return () => {
      visitor.open -= 1
      this.#open -= 1
    }
  }

  #find(name: string, now: number): Visitor {
    const { aMinute } = this.#limits
    const visitor = this.#visitors.get(name) ?? { tokens: aMinute, at: now, open: 0 }
    visitor.tokens = Math.min(aMinute, visitor.tokens + ((now - visitor.at) / 60_000) * aMinute)
    visitor.at = now
    this.#visitors.delete(name)
    this.#visitors.set(name, visitor)
    const [quietest] = this.#visitors.keys()
    if (this.#visitors.size > REMEMBERED && quietest !== undefined) this.#visitors.delete(quietest)
    return visitor
  }
}
