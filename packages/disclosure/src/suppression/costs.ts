import type { Release } from '../release/release.ts'

/** What hiding a cell that was hidden before costs, compared with one that never was. */
const HIDDEN_BEFORE = 0.5

/**
 * What hiding each cell costs: between 1 for nobody and 2 for the largest number, half for a cell that an earlier
 * edition hid. Few cells matter most, then small ones.
 */
export function hidingCosts(release: Release): Float64Array {
  const most = release.cells.reduce((max, { value }) => Math.max(max, Math.abs(value)), 1)
  return Float64Array.from(
    release.cells,
    ({ value, hiddenBefore }) =>
      (1 + Math.log1p(Math.abs(value)) / Math.log1p(most)) * (hiddenBefore ? HIDDEN_BEFORE : 1),
  )
}
