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
    const order = cells.map((_, n) => n).sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0))
    const name = order.map((n) => `${cells[n]}:${coefficients[n]}`).join()
    if (this.seen.has(name)) return
    this.seen.add(name)
    for (const n of order) {
      this.cells.push(cells[n] ?? 0)
      this.coefficients.push(coefficients[n] ?? 0)
    }
    this.starts.push(this.cells.length)
    this.totals.push(total)
  }

  finish(): Rows {
    return {
      starts: Int32Array.from(this.starts),
      cells: Int32Array.from(this.cells),
      coefficients: Float64Array.from(this.coefficients),
      totals: Float64Array.from(this.totals),
    }
  }
}
