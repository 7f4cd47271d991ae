import { type FlatHierarchy, flattenHierarchy, type Hierarchy } from './hierarchy.ts'

/** One axis of a table. Axes of the same name are the same axis in all tables of a release. */
export type Dimension = { name: string; total: Hierarchy }

/** Where a cell is: dimension → code. A dimension left out means its total. */
export type Place = Readonly<Record<string, string>>

/** A number to publish. */
export type CellInput = {
  at: Place
  value: number
  /** The largest contributions, for dominance and p % rules; need not be sorted or complete. */
  largest?: readonly number[]
  /** Nobody could be here (no such programme in that school): a zero that tells nothing. */
  structural?: boolean
}

export type TableInput = {
  name: string
  /** What is counted; the same measure at the same place is the same number in every table. */
  measure: string
  /** Reference date or period; numbers of different dates are different numbers. */
  asOf?: string
  dimensions: readonly Dimension[]
  /** Innermost cells; totals may be left out, then they are summed. Innermost cells left out are structural zeros. */
  cells: readonly CellInput[]
}

export type TableCell = { value: number; largest: readonly number[]; structural: boolean }

/** A complete additive table: one cell for every combination of codes, the last dimension fastest. */
export type Table = {
  name: string
  measure: string
  asOf: string
  axes: { name: string; hierarchy: FlatHierarchy }[]
  /** Distance in `cells` between neighbours along each axis. */
  strides: number[]
  cells: TableCell[]
}

/** How many of the largest contributions to a cell are kept. */
export const KEPT_CONTRIBUTIONS = 5

/**
 * Completes a table: sums what was left out and checks what was given.
 *
 * @throws RangeError when a code is unknown, a place is given twice, a value is not finite, a total is not the
 *   sum of its parts (to 1e-9 relative), or a structural cell is not zero
 */
export function createTable(input: TableInput): Table {
  const axes = input.dimensions.map(({ name, total }) => ({ name, hierarchy: flattenHierarchy(total) }))
  const repeated = axes.find(({ name }, index) => axes.findIndex((other) => other.name === name) !== index)
  if (repeated) throw new RangeError(`createTable: ${input.name} has dimension ${repeated.name} twice`)
  const strides = axes.map(() => 1)
  for (let axis = axes.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] ?? 1) * (axes[axis + 1]?.hierarchy.codes.length ?? 1)
  }
  const size = axes.reduce((product, { hierarchy }) => product * hierarchy.codes.length, 1)
  const given = new Array<CellInput | undefined>(size).fill(undefined)
  for (const cell of input.cells) placeCell(input, axes, strides, given, cell)
  const cells = given.map((cell) => ({
    value: cell?.value ?? 0,
    largest: topContributions(cell?.largest ?? []),
    structural: cell?.structural ?? cell === undefined,
  }))
  const table = { name: input.name, measure: input.measure, asOf: input.asOf ?? '', axes, strides, cells }
  for (let axis = 0; axis < axes.length; axis++) sumAlong(table, axis)
  given.forEach((cell, index) => {
    if (cell) checkTotal(table, index, cell)
  })
  return table
}

/** The position of every cell of a table: a code position for each axis. */
export function codePositions(table: Table, cell: number): number[] {
  return table.axes.map(
    ({ hierarchy }, axis) => Math.floor(cell / (table.strides[axis] ?? 1)) % hierarchy.codes.length,
  )
}

function placeCell(
  input: TableInput,
  axes: Table['axes'],
  strides: readonly number[],
  given: (CellInput | undefined)[],
  cell: CellInput,
) {
  const where = `${input.name} ${JSON.stringify(cell.at)}`
  let index = 0
  for (const name of Object.keys(cell.at)) {
    const axis = axes.findIndex((each) => each.name === name)
    const position = axes[axis]?.hierarchy.positions.get(cell.at[name] ?? '')
    if (position === undefined) throw new RangeError(`createTable: ${where} has an unknown ${name}`)
    index += position * (strides[axis] ?? 1)
  }
  if (!Number.isFinite(cell.value)) throw new RangeError(`createTable: ${where} has the value ${cell.value}`)
  if (cell.structural && cell.value !== 0) throw new RangeError(`createTable: ${where} is structural, not 0`)
  if (given[index]) throw new RangeError(`createTable: ${where} is given twice`)
  given[index] = cell
}

/** Sums parents along one axis, children first, wherever the other axes are. */
function sumAlong(table: Table, axis: number) {
  const codes = table.axes[axis]?.hierarchy.codes.length ?? 0
  const children = table.axes[axis]?.hierarchy.children ?? []
  const stride = table.strides[axis] ?? 1
  for (let position = codes - 1; position >= 0; position--) {
    const below = children[position] ?? []
    if (below.length === 0) continue
    for (let index = 0; index < table.cells.length; index++) {
      if (Math.floor(index / stride) % codes !== position) continue
      table.cells[index] = sumOf(
        below.map((child) => table.cells[index + (child - position) * stride] as TableCell),
      )
    }
  }
}

function sumOf(parts: readonly TableCell[]): TableCell {
  return {
    value: parts.reduce((sum, part) => sum + part.value, 0),
    largest: topContributions(parts.flatMap((part) => part.largest)),
    structural: parts.every((part) => part.structural),
  }
}

/** Compares a total that was given with the sum of its parts; its own contributions go before summed ones. */
function checkTotal(table: Table, index: number, given: CellInput) {
  const cell = table.cells[index] as TableCell
  if (Math.abs(given.value - cell.value) > 1e-9 * Math.max(1, Math.abs(cell.value))) {
    const where = `${table.name} ${JSON.stringify(given.at)}`
    throw new RangeError(`createTable: ${where} is ${given.value}, its parts sum to ${cell.value}`)
  }
  if (given.largest) cell.largest = topContributions(given.largest)
}

function topContributions(contributions: readonly number[]): number[] {
  return [...contributions].sort((a, b) => b - a).slice(0, KEPT_CONTRIBUTIONS)
}
