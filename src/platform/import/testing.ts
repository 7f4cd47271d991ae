import type { SheetContent } from './find-dangling.ts'

/** Rows as if they had been read without a mistake, every sheet being there. */
export function contentsOf(
  rows: Readonly<Record<string, SheetContent['rows']>>,
): Record<string, SheetContent> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, some]) => [
      name,
      { rows: some, broken: [], hasUnknownKeys: false, state: 'read' },
    ]),
  )
}
