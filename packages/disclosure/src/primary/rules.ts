/** When a number tells too much. */
export type PrimaryRules = {
  /** Counts of persons below this are sensitive. */
  threshold: number
  /** What to do with zeros that are not structural: nobody of a group is a fact about all of it. */
  zeros: 'hide' | 'print'
  /** Least denominator of a share about persons. */
  shareDenominator: number
  /** (n, k): sensitive when the n largest contributions are over k of the cell. */
  dominance?: { largest: number; share: number }
  /** Sensitive when the second largest could tell the largest to within this share. */
  pPercent?: number
  /** How much wider than the threshold a hidden large number must stay: a share of its value. */
  protection: number
}

/** Threshold 5, shares of 10 and more, one institution at most 85 %, intervals of at least 20 % of the value. */
export const DEFAULT_RULES: PrimaryRules = {
  threshold: 5,
  zeros: 'hide',
  shareDenominator: 10,
  dominance: { largest: 1, share: 0.85 },
  protection: 0.2,
}
