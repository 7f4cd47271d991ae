/**
 * All that a Rasch or partial credit calibration needs to know of the answers: how many persons reached each
 * score on each set of answered items, and how often each category was chosen. No person can be followed
 * through it, yet the calibration from it is that from the answers. Small counts are still small counts:
 * it is an aggregate to exchange between offices, not a table to publish. Plain data, fit for JSON.
 */
export type SufficientStatistics = {
  readonly items: number
  /** per item its highest category */
  readonly highest: readonly number[]
  readonly groupCount: number
  readonly cells: readonly ScoreCell[]
  /** per item and category 0…highest, the (weighted) number of persons */
  readonly categoryCounts: readonly (readonly number[])[]
}

/** Persons of one group who answered the same items. */
export type ScoreCell = {
  /** items, ascending */
  readonly answered: readonly number[]
  readonly group: number
  /** per sum score 0…maximum, the (weighted) number of persons */
  readonly scoreCounts: readonly number[]
}
