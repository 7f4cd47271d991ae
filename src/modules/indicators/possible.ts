import type { Observation, ObservedValue } from './model.ts'
import { decimalsOf } from './printed-decimals.ts'

/**
 * Whether an observation is a figure that cannot be, so that nothing may be concluded from it: a share outside
 * 0–100 %, of nothing, or of more than all; a distribution of nothing, with less than nothing in it, or in per
 * cent that do not make the whole.
 */
export function isImpossible({ value, printed }: Pick<Observation, 'value' | 'printed'>): boolean {
  if (value.kind === 'share') return isImpossibleShare(value)
  if (value.kind !== 'distribution') return false
  const values = value.parts.map((part) => part.value)
  const isOfNothing = !values.some((one) => one > 0)
  return (
    isOfNothing || values.some((one) => one < 0) || (value.unit === 'percent' && !isWhole(values, printed))
  )
}

function isImpossibleShare(share: Extract<ObservedValue, { kind: 'share' }>): boolean {
  const { number, numerator = 0, denominator } = share
  if (number < 0 || number > 100 || numerator < 0) return true
  return denominator !== undefined && (denominator <= 0 || numerator > denominator)
}

/** Per cents may miss 100 by half a unit of the last printed digit for each of them, no more. */
export function isWhole(percents: readonly number[], printed: string | null): boolean {
  const decimals = Math.max(...percents.map((value) => decimalsOf(value, printed)))
  return Math.abs(sumOf(percents) - 100) <= (percents.length / 2) * 10 ** -decimals + 1e-9
}

/** Without what binary fractions leave behind. */
export const sumOf = (values: readonly number[]): number =>
  Number(values.reduce((total, value) => total + value, 0).toFixed(6))
