/** So many faults are named; of more, only how many. */
const NAMED = 10

/** Limits hold to a millionth of a pupil, so a number of pupils must be far from that, and sums of them exact to it. */
const LEAST_PUPILS = 1e-3
const MOST_PUPILS = 1e9

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

  /** Pupils who are there: neither nobody nor a part of one too small to count. */
  pupils(what: string, value: number): void {
    if (value > 0 && value < LEAST_PUPILS) this.add(`${what} is ${value}, less than ${LEAST_PUPILS}`)
    else if (value > MOST_PUPILS && value < Number.POSITIVE_INFINITY)
      this.add(`${what} is ${value}, more than ${MOST_PUPILS}`)
    else if (!(value > 0 && value < Number.POSITIVE_INFINITY)) this.add(`${what} is ${value}`)
  }

  /** A number of pupils that may be left out or 0; infinite only as a capacity, which is then no limit. */
  pupilLimit(what: string, value: number | undefined, isCapacity: boolean): void {
    if (value === undefined || value === 0 || (isCapacity && value > MOST_PUPILS)) return
    this.pupils(what, value)
  }

  /** @throws RangeError naming the caller and every fault, when there is one */
  throwAny(caller: string): void {
    if (this.faults.length === 0) return
    const more = this.faults.length > NAMED ? `; and ${this.faults.length - NAMED} more` : ''
    throw new RangeError(`${caller}: ${this.faults.slice(0, NAMED).join('; ')}${more}`)
  }
}
