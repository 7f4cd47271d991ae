import type { ValueKind } from '../model.ts'

/** Of how many a unit tells. */
const PER: Readonly<Record<string, number>> = { percent: 100, per1000: 1000, per100000: 100_000 }
/** Decimals with which what was divided is kept; numerator and denominator stand beside a share exactly. */
const DECIMALS = { share: 1, other: 2 } as const

/** Sums of what was counted, before they are divided. */
type Parts = { numerator: number; denominator: number | null }

/**
 * What a numerator and a denominator come to in an indicator; null where they cannot: a share of nothing, or of less
 * than its part. Without a denominator the numerator is the figure.
 *
 * @example quotientOf('share', 'percent', { numerator: 50, denominator: 70 }) // 71.4
 */
export function quotientOf(kind: ValueKind, unit: string, { numerator, denominator }: Parts): number | null {
  if (kind === 'number' && denominator === null) return Number(numerator.toPrecision(15))
  if (kind === 'distribution' || kind === 'text' || denominator === null || denominator <= 0) return null
  if (kind === 'share')
    return numerator < 0 || numerator > denominator
      ? null
      : rounded((100 * numerator) / denominator, DECIMALS.share)
  const number = rounded(
    (numerator / denominator) * (kind === 'number' ? (PER[unit] ?? 1) : 1),
    DECIMALS.other,
  )
  return kind === 'ratio' && number <= 0 ? null : number
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))
