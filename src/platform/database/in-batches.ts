/** Parameters of one statement; PostgreSQL takes 65,535 at most. */
const MOST_PARAMETERS = 16_000

/**
 * Rows in batches that can be inserted by one statement each: as many as their columns leave room for.
 *
 * @param columns how many each row has when it is written, where that is not as many as now
 */
export function* inBatches<Row extends object>(
  rows: readonly Row[],
  columns = Object.keys(rows[0] ?? {}).length,
): Generator<Row[]> {
  const size = Math.max(1, Math.floor(MOST_PARAMETERS / Math.max(1, columns)))
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
