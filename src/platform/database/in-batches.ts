/** Parameters of one statement; PostgreSQL takes 65,535 at most. */
const MOST_PARAMETERS = 16_000

/** How many rows like one can be inserted by one statement. */
const batchSize = (row: object) =>
  Math.max(1, Math.floor(MOST_PARAMETERS / Math.max(1, Object.keys(row).length)))

/** Rows in batches that can be inserted by one statement each: as many as their columns leave room for. */
export function* inBatches<Row extends object>(rows: readonly Row[]): Generator<Row[]> {
  const size = batchSize(rows[0] ?? {})
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
