import type { Table } from '../tables/table.ts'
import type { Measure } from './measure.ts'
import type { Address } from './place.ts'

/** A percentage that is printed: so many of so many. */
export type ShareInput = {
  numerator: Address
  denominator: Address
  /** Decimals of the printed percentage, 0 to 6. */
  decimals: number
}

/** A known sum over cells: Σ coefficient × cell = equals. */
export type Relation = { terms: readonly { cell: Address; coefficient: number }[]; equals: number }

/** What was published before and cannot be taken back. */
export type Edition = {
  name: string
  tables: readonly Table[]
  /** Keys of the cells that were hidden then; all others were printed. */
  hidden: readonly string[]
  shares?: readonly ShareInput[]
}

export type ReleaseInput = {
  measures: Readonly<Record<string, Measure>>
  tables: readonly Table[]
  earlier?: readonly Edition[]
  /** Links that no hierarchy shows, such as PII + schools = all, or new = old + arrivals. */
  relations?: readonly Relation[]
  shares?: readonly ShareInput[]
  /** Keys of cells that are counted in the tables but never printed, such as a small remainder. */
  unprinted?: readonly string[]
}

export type ReleaseCell = {
  key: string
  /** Set when an edition printed or hid this value, and this release or an edition before has another. */
  revises?: { key: string; edition: string }
  measure: string
  aboutPersons: boolean
  value: number
  whole: boolean
  lowest: number
  largest: readonly number[]
  structural: boolean
  /** Whether an earlier edition printed it, so that it can no longer be hidden. */
  known: boolean
  /** Whether this release would print it at all. */
  printed: boolean
  /** Whether an earlier edition hid this cell, of this or another date. */
  hiddenBefore: boolean
}

/** A share between two cells of the release, with the percentage that would be printed. */
export type ReleaseShare = {
  numerator: number
  denominator: number
  decimals: number
  share: number
  /** Whether an earlier edition printed it. */
  known: boolean
}

/** Sparse rows: row r has the entries `starts[r]` to `starts[r + 1]`. */
export type Rows = {
  starts: Int32Array
  cells: Int32Array
  coefficients: Float64Array
  /** What each row sums to. */
  totals: Float64Array
}

/** All tables of a release and its earlier editions as one list of cells and one of equations. */
export type Release = {
  cells: ReleaseCell[]
  positions: Map<string, number>
  equations: Rows
  shares: ReleaseShare[]
  measures: Readonly<Record<string, Measure>>
  /** Tables as grids: the release cell at each place. */
  grids: { table: Table; cells: Int32Array }[]
}
