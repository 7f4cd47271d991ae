/** Makes the median absolute deviation of normal figures their standard deviation. */
const TO_STANDARD = 1.4826
/** The least spread that is believed, as a share of the median. */
const LEAST_SPREAD = 0.05
/** Fewer earlier figures say nothing about what is usual. */
export const LEAST_HISTORY = 3

/** The middle of some figures; of an even number of them half-way between the two. @throws RangeError without any */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new RangeError('medianOf: no values')
  return (lower + upper) / 2
}

/** Median of the distances from the median. */
export function deviationOf(values: readonly number[]): number {
  const median = medianOf(values)
  return medianOf(values.map((value) => Math.abs(value - median)))
}

/** How many spreads a figure lies from the median; null where the figures have none. */
export function robustZ(value: number, median: number, deviation: number): number | null {
  if (value === median) return 0
  const spread = Math.max(TO_STANDARD * deviation, LEAST_SPREAD * Math.abs(median))
  return spread === 0 ? null : (value - median) / spread
}
