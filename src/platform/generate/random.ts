/** Chance that is the same for the same seed: no clock, no system. */
export class Random {
  readonly #seed: string
  #state: number

  constructor(seed: string) {
    this.#seed = seed
    this.#state = hashOf(seed)
  }

  /** A chance of its own, which what is drawn elsewhere does not change. */
  fork(name: string): Random {
    return new Random(`${this.#seed}/${name}`)
  }

  /** From 0 to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from one to another, both of which may come. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** About 0, rarely beyond 2 on either side. */
  normal(): number {
    const angle = 2 * Math.PI * this.next()
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(angle)
  }

  pick<One>(all: readonly One[]): One {
    const one = all[this.whole(0, all.length - 1)]
    if (one === undefined) throw new RangeError('pick: nothing to choose from')
    return one
  }

  /** The same in another order. */
  shuffle<One>(all: readonly One[]): One[] {
    return all
      .map((one) => ({ one, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
  }
}

/** FNV-1a, which spreads names that differ by a letter. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
