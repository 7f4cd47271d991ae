/** Refuses what is not a share of 1. `caller` names the function in the message. */
export function checkShare(caller: string, share: number, name = 'share'): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${caller}: ${name} ${share} is not within 0 and 1`)
}

/** Refuses what is not a whole number within the bounds; an upper bound left out means none. */
export function checkCount(
  caller: string,
  name: string,
  count: number,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): void {
  if (!Number.isInteger(count) || count < least || count > most) {
    const upTo = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`
    throw new RangeError(`${caller}: ${name} ${count} is not a whole number from ${least}${upTo}`)
  }
}

/** Refuses a confidence level outside 0 and 1 (95 is a common slip for 0.95). */
export function checkLevel(caller: string, level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`${caller}: level ${level} is not between 0 and 1`)
}

/** Refuses a normal quantile that cannot make an interval. */
export function checkQuantile(caller: string, z: number): void {
  if (!(z > 0 && z < Infinity)) throw new RangeError(`${caller}: z ${z} is not a positive number`)
}
