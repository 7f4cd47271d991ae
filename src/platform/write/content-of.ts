/** Columns that writing fills by itself, or that say how an earlier state came in. */
const FILLED = new Set([
  'municipality_id',
  'is_public',
  'revision',
  'changed_at',
  'change_id',
  'recorded_at',
  'recorded_by',
  'revision_reason',
  'origin_file',
  'origin_row',
])

/**
 * What a stored row says, without what writing fills: to be written again with some of it changed.
 *
 * @param generated columns that the database writes itself
 */
export function contentOf<Row extends object>(row: Row, generated: readonly string[] = []): Row {
  const kept = Object.entries(row).filter(([name]) => !FILLED.has(name) && !generated.includes(name))
  return Object.fromEntries(kept) as Row
}
