import { findIndicatorRows } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { elementsOf } from '../formulas/formula.ts'
import { findFormulas } from '../formulas/formula-store.server.ts'
import type { CallElement } from '../model.ts'

/** An indicator that is computed from what is asked, and which of the elements it needs. */
export type UsedIn = { code: string; title: LocalText; elements: readonly LocalText[] }

/** What becomes of elements: the indicators that everybody reads and that are computed from them. Two statements. */
export async function findUsedIn(
  tx: DatabaseTransaction,
  municipalityId: string,
  elements: readonly CallElement[],
): Promise<UsedIn[]> {
  const names = new Map(elements.map(({ key, name }) => [key, name]))
  const needed = new Map<string, Set<string>>()
  for (const formula of await findFormulas(tx, municipalityId)) {
    const known = needed.get(formula.indicatorId) ?? new Set()
    for (const key of elementsOf(formula)) if (names.has(key)) known.add(key)
    if (known.size > 0) needed.set(formula.indicatorId, known)
  }
  if (needed.size === 0) return []
  const rows = await findIndicatorRows(tx, municipalityId, [...needed.keys()])
  return rows
    .filter(({ is_public }) => is_public)
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, code, title_lv, title_en }) => ({
      code,
      title: { lv: title_lv, en: title_en },
      elements: [...(needed.get(id) ?? [])].flatMap((key) => names.get(key) ?? []),
    }))
}
