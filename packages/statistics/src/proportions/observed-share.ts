import { checkCount, checkShare } from '../argument-checks.ts'

/** A share as it was observed or printed, with what is known about the people behind it. */
export type ObservedShare = {
  /** Of 1; may be rounded, as printed. */
  share: number
  /** The count behind the share, when known. It then counts, and `share` is only its print. */
  successes?: number | undefined
  /** Those who answered: whole number, at least 1. */
  sample: number
  /** All who could have answered; left out when not known. */
  population?: number | undefined
}

/**
 * The share to compute with: from the count when there is one, else as printed.
 *
 * @throws RangeError when the share or a count is impossible; `caller` names the function in the message
 */
export function checkedShare(caller: string, observed: ObservedShare): number {
  const { share, successes, sample, population } = observed
  checkShare(caller, share)
  checkCount(caller, 'sample', sample, 1)
  if (population !== undefined) checkCount(caller, 'population', population, sample)
  if (successes === undefined) return share
  checkCount(caller, 'successes', successes, 0, sample)
  return successes / sample
}
