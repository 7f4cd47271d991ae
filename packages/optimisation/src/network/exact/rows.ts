import type { ModelData } from 'highs'

/** Collects columns and rows and packs them into typed arrays. */
export class ModelRows {
  private readonly cost: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly whole: number[] = []
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []
  private readonly starts: number[] = [0]
  private readonly indices: number[] = []
  private readonly values: number[] = []

  /** Adds a column and returns its index. */
  column(cost: number, lower: number, upper: number, isWhole: boolean): number {
    this.lower.push(lower)
    this.upper.push(upper)
    this.whole.push(isWhole ? 1 : 0)
    return this.cost.push(cost) - 1
  }

  /** Adds lower ≤ Σ value·column ≤ upper; terms of 0 are left out. */
  row(lower: number, upper: number, terms: Iterable<readonly [column: number, value: number]>): void {
    for (const [column, value] of terms) {
      if (value === 0) continue
      this.indices.push(column)
      this.values.push(value)
    }
    this.starts.push(this.indices.length)
    this.rowLower.push(lower)
    this.rowUpper.push(upper)
  }

  get columns(): number {
    return this.cost.length
  }

  /** The model; without whole columns when `isRelaxed`. */
  pack(isRelaxed: boolean): ModelData {
    const numCols = this.cost.length
    const numRows = this.rowLower.length
    return {
      numCols,
      numRows,
      colCost: Float64Array.from(this.cost),
      colLower: Float64Array.from(this.lower),
      colUpper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
      ...(isRelaxed ? {} : { integrality: Int32Array.from(this.whole) }),
    }
  }
}
