import {
  type Contributions,
  type ContributionsInput,
  contributionsTo,
  largestOf,
  sumContributions,
} from './contributions.ts'
import { type FlatHierarchy, flattenHierarchy, type Hierarchy } from './hierarchy.ts'

/** One axis of a table. Axes of the same name are the same axis in all tables of a release. */
export type Dimension = { name: string; total: Hierarchy }

/** Where a cell is: dimension → code. A dimension left out means its total. */
export type Place = Readonly<Record<string, string>>

/** A number to publish. */
export type CellInput = ContributionsInput & {
  at: Place
  value: number
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
  /** Innermost cells; totals may be left out, then they are summed. */
  cells: readonly CellInput[]
  /**
   * What innermost cells are that `cells` leaves out: `zero` where nobody happens to be, as a count by groups gives
   * them, or `structural` where nobody could be. Without it every innermost cell must be given.
   */
  omitted?: 'zero' | 'structural'
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

/**
 * Completes a table: sums what was left out and checks what was given.
 *
 * @throws RangeError when a code is unknown, a place is given twice, a value is not finite, a total is not the
 *   sum of its parts (to 1e-9 relative), a structural cell is not zero, contributions are impossible, or innermost
 *   cells are missing and `omitted` does not say what they are
 */
export function createTable(input: TableInput): Table {
  const axes = input.dimensions.map(({ name, total }) => ({ name, hierarchy: flattenHierarchy(total) }))
  const repeated = axes.find(({ name }, index) => axes.findIndex((other) => other.name === name) !== index)
  if (repeated) throw new RangeError(`createTable: ${input.name} has dimension ${repeated.name} twice`)
  const strides = axes.map(() => 1)
  for (let axis = axes.length - 2; axis >= 0; axis--) {
    strides[axis] = strides[axis + 1]! * axes[axis + 1]!.hierarchy.codes.length
  }
  const size = axes.reduce((product, { hierarchy }) => product * hierarchy.codes.length, 1)
  const given = new Array<CellInput | undefined>(size).fill(undefined)
  for (const cell of input.cells) placeCell(input, axes, strides, given, cell)
  if (!input.omitted) checkComplete(input, axes, strides, given)
  const sums = given.map(
    (cell): CellSum => ({
      value: cell?.value ?? 0,
      structural: cell ? cell.structural === true : input.omitted === 'structural',
      contributions: cell ? contributionsTo(cell, nameOf(input, cell)) : sumContributions([]),
    }),
  )
  axes.forEach(({ hierarchy }, axis) => {
    sumAlong(sums, hierarchy, strides[axis]!)
  })
  const cells = sums.map((sum, index) => completeCell(input, sum, given[index]))
  return { name: input.name, measure: input.measure, asOf: input.asOf ?? '', axes, strides, cells }
}

/** The position of every cell of a table: a code position for each axis. */
export function codePositions(table: Table, cell: number): number[] {
  return table.axes.map(
    ({ hierarchy }, axis) => Math.floor(cell / table.strides[axis]!) % hierarchy.codes.length,
  )
}

function placeCell(
  input: TableInput,
  axes: Table['axes'],
  strides: readonly number[],
  given: (CellInput | undefined)[],
  cell: CellInput,
) {
  const where = nameOf(input, cell)
  let index = 0
  for (const name of Object.keys(cell.at)) {
    const axis = axes.findIndex((each) => each.name === name)
    const position = axes[axis]?.hierarchy.positions.get(cell.at[name]!)
    if (position === undefined) throw new RangeError(`createTable: ${where} has an unknown ${name}`)
    index += position * strides[axis]!
  }
  if (!Number.isFinite(cell.value)) throw new RangeError(`createTable: ${where} has the value ${cell.value}`)
  if (cell.structural && cell.value !== 0) throw new RangeError(`createTable: ${where} is structural, not 0`)
  if (given[index]) throw new RangeError(`createTable: ${where} is given twice`)
  given[index] = cell
}

function checkComplete(
  input: TableInput,
  axes: Table['axes'],
  strides: readonly number[],
  given: readonly (CellInput | undefined)[],
) {
  const missing: Place[] = []
  given.forEach((cell, index) => {
    if (cell) return
    const codes = axes.map(({ name, hierarchy }, axis) => {
      const position = Math.floor(index / strides[axis]!) % hierarchy.codes.length
      const isInnermost = hierarchy.children[position]!.length === 0
      return [name, isInnermost ? hierarchy.codes[position] : undefined] as const
    })
    if (codes.every(([, code]) => code !== undefined)) missing.push(Object.fromEntries(codes) as Place)
  })
  if (missing.length === 0) return
  const shown = missing.slice(0, 3).map((place) => JSON.stringify(place))
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : ''
  throw new RangeError(
    `createTable: ${input.name} lacks ${shown.join(', ')}${more}; give them, or say by omitted that they are 'zero' or 'structural'`,
  )
}

type CellSum = { value: number; structural: boolean; contributions: Contributions }

/** Sums parents along one axis, children first, wherever the other axes are. */
function sumAlong(sums: CellSum[], { codes, children }: FlatHierarchy, stride: number) {
  for (let position = codes.length - 1; position >= 0; position--) {
    const below = children[position]!
    if (below.length === 0) continue
    for (let index = 0; index < sums.length; index++) {
      if (Math.floor(index / stride) % codes.length !== position) continue
      sums[index] = sumOf(below.map((child) => sums[index + (child - position) * stride]!))
    }
  }
}

function sumOf(parts: readonly CellSum[]): CellSum {
  return {
    value: parts.reduce((sum, part) => sum + part.value, 0),
    structural: parts.every((part) => part.structural),
    contributions: sumContributions(parts.map(({ contributions }) => contributions)),
  }
}

/** Compares a total that was given with the sum of its parts; its own contributions go before summed ones. */
function completeCell(table: TableInput, sum: CellSum, given: CellInput | undefined): TableCell {
  const { value, structural, contributions } = sum
  if (given && Math.abs(given.value - value) > 1e-9 * Math.max(1, Math.abs(value))) {
    throw new RangeError(`createTable: ${nameOf(table, given)} is ${given.value}, its parts sum to ${value}`)
  }
  const isSaid = given?.largest !== undefined || given?.contributors !== undefined
  const own = isSaid ? contributionsTo(given, nameOf(table, given)) : contributions
  return { value, structural, largest: largestOf(own) }
}

function nameOf({ name }: TableInput, { at }: CellInput): string {
  return `${name} ${JSON.stringify(at)}`
}
