import type { Table } from '../tables/table.ts'

/**
 * The grand total of each dimension: the outermost code that no table has inside another. A table without a
 * dimension stands at its grand total.
 *
 * @throws RangeError when a dimension has several outermost codes and a table of the release leaves it out
 */
export function grandTotals(tables: readonly Table[]): Map<string, string> {
  const outer = new Map<string, Set<string>>()
  const inner = new Map<string, Set<string>>()
  for (const { name, hierarchy } of tables.flatMap((table) => table.axes)) {
    const [root = '', ...others] = hierarchy.codes
    outer.set(name, (outer.get(name) ?? new Set()).add(root))
    for (const code of others) inner.set(name, (inner.get(name) ?? new Set()).add(code))
  }
  const totals = new Map<string, string>()
  for (const [name, roots] of outer) {
    const grand = [...roots].filter((code) => !inner.get(name)?.has(code))
    const without = tables.find((table) => !table.axes.some((axis) => axis.name === name))
    if (grand.length > 1 && without) {
      throw new RangeError(
        `linkTables: dimension ${name} has the totals ${grand.join(', ')}; table ${without.name} must say which`,
      )
    }
    if (grand.length === 1) totals.set(name, grand[0]!)
  }
  return totals
}
