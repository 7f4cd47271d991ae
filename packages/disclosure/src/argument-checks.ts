/** Refuses what is not a whole number within the bounds; an upper bound left out means none. */
export function checkCount(
  caller: string,
  name: string,
  count: number,
  least: number,
  most = Infinity,
): void {
  if (Number.isInteger(count) && count >= least && count <= most) return
  const upTo = most === Infinity ? '' : ` to ${most}`
  throw new RangeError(`${caller}: ${name} ${count} is not a whole number from ${least}${upTo}`)
}

/** Refuses what is not a finite number of at least 0. */
export function checkAmount(caller: string, name: string, amount: number): void {
  if (Number.isFinite(amount) && amount >= 0) return
  throw new RangeError(`${caller}: ${name} ${amount} is not a number from 0`)
}

/** Refuses what is not a positive share of 1 (85 is a common slip for 0.85). */
export function checkShare(caller: string, name: string, share: number): void {
  if (share > 0 && share <= 1) return
  throw new RangeError(`${caller}: ${name} ${share} is not a share above 0, to 1`)
}
