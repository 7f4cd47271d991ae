/** Bounds of a share or of a difference of shares, as shares of 1; both bounds belong to the interval. */
export type Interval = { low: number; high: number }
