/** An estimated effect and its standard error for comparison. */
export type UncertainEffect = { effect: number; standardError: number }

/** Refuses effects that are not finite and standard errors that are negative or not finite. */
export function checkEffects(caller: string, groups: readonly UncertainEffect[]): void {
  for (const { effect, standardError } of groups) {
    if (!Number.isFinite(effect)) throw new RangeError(`${caller}: effect ${effect} is not a finite number`)
    if (!(standardError >= 0 && standardError < Infinity)) {
      throw new RangeError(`${caller}: standardError ${standardError} is negative or not finite`)
    }
  }
}
