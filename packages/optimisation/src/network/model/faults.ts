/** So many faults are named; of more, only how many. */
const NAMED = 10

/** Collects what is wrong with a thing, so that all of it is said at once. */
export class Faults {
  private readonly faults: string[] = []

  add(fault: string): void {
    this.faults.push(fault)
  }

  /** A number that may be left out, and must otherwise be finite and at least 0. */
  amount(what: string, value: number | undefined): void {
    if (value !== undefined && !(value >= 0 && value < Number.POSITIVE_INFINITY))
      this.add(`${what} is ${value}`)
  }

  /** The same where infinity means that there is no limit. */
  limit(what: string, value: number | undefined): void {
    if (value !== undefined && !(value >= 0)) this.add(`${what} is ${value}`)
  }

  /** @throws RangeError naming the caller and every fault, when there is one */
  throwAny(caller: string): void {
    if (this.faults.length === 0) return
    const more = this.faults.length > NAMED ? `; and ${this.faults.length - NAMED} more` : ''
    throw new RangeError(`${caller}: ${this.faults.slice(0, NAMED).join('; ')}${more}`)
  }
}
