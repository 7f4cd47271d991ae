import { isEnglish, type PageTable } from '../pages/page-table.ts'
import { addressesOf } from '../pages/pages-to-visit.ts'
import type { Imports } from '../support/imports.ts'

/** What frames every page. It imports the texts of all modules, so a module's change is no change of the frame. */
const FRAME = ['src/root.tsx', 'src/entry.server.tsx', 'src/app/municipality-layout.tsx']
const MODULE = /^src\/modules\/[^/]+\//

/**
 * Latvian addresses of the pages that a change may touch: pages of a changed module, those that import a changed
 * file, and all of them when what frames them is changed. An id of a route is its file, as React Router gives it.
 */
export function touchedPages(
  imports: Imports,
  table: PageTable,
  examples: readonly string[],
  changed: readonly string[],
): string[] {
  const frame = imports.reachedFrom(FRAME)
  if (changed.some((file) => frame.has(file) && !MODULE.test(file))) return addressesOf(table, examples)
  const modules = new Set(changed.flatMap((file) => MODULE.exec(file)?.[0] ?? []))
  const isTouched = (file: string) =>
    modules.has(MODULE.exec(file)?.[0] ?? '') ||
    [...imports.reachedFrom([file])].some((needed) => changed.includes(needed))
  const patterns = [...table.pages].filter(
    ([id, pattern]) => !isEnglish(pattern) && isTouched(`src/${id}.tsx`),
  )
  const wanted = new Set(patterns.map(([, pattern]) => pattern))
  return addressesOf(table, examples).filter((address) => wanted.has(table.patternOf(address) ?? ''))
}
