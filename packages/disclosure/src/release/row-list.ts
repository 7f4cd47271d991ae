import type { Rows } from './release.ts'

/** Collects sparse rows, each once. */
export class RowList {
  private readonly starts: number[] = [0]
  private readonly cells: number[] = []
  private readonly coefficients: number[] = []
  private readonly totals: number[] = []
  private readonly seen = new Set<string>()

  /** Adds Σ coefficient × cell = total unless it is there already. */
  add(cells: readonly number[], coefficients: readonly number[], total: number): void {
    const order = cells.map((_, n) => n).sort((a, b) => cells[a]! - cells[b]!)
    const name = order.map((n) => `${cells[n]}:${coefficients[n]}`).join()
    if (this.seen.has(name)) return
    this.seen.add(name)
    for (const n of order) {
      this.cells.push(cells[n]!)
      this.coefficients.push(coefficients[n]!)
    }
    this.starts.push(this.cells.length)
    this.totals.push(total)
  }

  /** The rows with cells renumbered, in an order that does not depend on how they were added. */
  finish(ranks: Int32Array): Rows {
    const rows = this.totals.map((total, row) => {
      const entries: [number, number][] = []
      for (let n = this.starts[row]!; n < this.starts[row + 1]!; n++) {
        entries.push([ranks[this.cells[n]!]!, this.coefficients[n]!])
      }
      return { entries: entries.sort(([a], [b]) => a - b), total }
    })
    rows.sort((a, b) => compareEntries(a.entries, b.entries))
    const starts = [0]
    for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length)
    return {
      starts: Int32Array.from(starts),
      cells: Int32Array.from(rows.flatMap(({ entries }) => entries.map(([cell]) => cell))),
      coefficients: Float64Array.from(
        rows.flatMap(({ entries }) => entries.map(([, coefficient]) => coefficient)),
      ),
      totals: Float64Array.from(rows, ({ total }) => total),
    }
  }
}

function compareEntries(a: readonly [number, number][], b: readonly [number, number][]): number {
  for (let n = 0; n < Math.min(a.length, b.length); n++) {
    const [[cellA, valueA], [cellB, valueB]] = [a[n]!, b[n]!]
    if (cellA !== cellB) return cellA - cellB
    if (valueA !== valueB) return valueA - valueB
  }
  return a.length - b.length
}
