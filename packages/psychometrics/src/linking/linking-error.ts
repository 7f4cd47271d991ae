import type { Item } from '../models/item.ts'
import { type Link, type LinkOptions, linkScales } from './link-methods.ts'

/** A link and how much it depends on which items happen to be common. */
export type LinkWithError = Link & {
  readonly converged: boolean
  /** standard errors from leaving out one item after the other */
  readonly errors: { readonly slope: number; readonly shift: number }
}

/**
 * Links two scales with the linking error of the items, √((J − 1)/J · Σ(B₋ⱼ − B̄)²). It is part of the standard
 * error of *every* difference between the two years: it does not shrink with more pupils. What items moved and
 * what their estimates err are not told apart, so with few pupils it is too large rather than too small.
 *
 * @throws RangeError as `linkScales`, and when there are fewer than three items
 * @see Monseur & Berezner (2007), Journal of Applied Measurement 8(3); Robitzsch (2025), Foundations 5(1)
 */
export function linkWithError(
  from: readonly Item[],
  to: readonly Item[],
  options: LinkOptions,
): LinkWithError {
  if (from.length < 3) throw new RangeError(`linkWithError: ${from.length} items are fewer than 3`)
  const link = linkScales(from, to, options)
  const without = from.map((_, left) => linkScales(omit(from, left), omit(to, left), options))
  return {
    ...link,
    converged: link.converged && without.every((each) => each.converged),
    errors: {
      slope: jackknife(without.map((each) => each.slope)),
      shift: jackknife(without.map((each) => each.shift)),
    },
  }
}

/** The standard error of a difference between two linked years: sampling of both and the link. */
export function differenceError(errorBefore: number, errorAfter: number, linkingError: number): number {
  return Math.hypot(errorBefore, errorAfter, linkingError)
}

function omit<T>(values: readonly T[], left: number): T[] {
  return values.filter((_, at) => at !== left)
}

function jackknife(values: readonly number[]): number {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  return Math.sqrt(((count - 1) / count) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0))
}
