import { codePositions, type Place, type Table } from '../tables/table.ts'
import { tableEquations } from './equations.ts'
import { measureOf } from './measure.ts'
import { type Address, cellKey } from './place.ts'
import type { Edition, Release, ReleaseCell } from './release.ts'
import type { RowList } from './row-list.ts'

/** A release in the making: cells in the order in which they were found. */
export type Draft = Pick<Release, 'cells' | 'positions' | 'measures' | 'grids' | 'shares'> & {
  /** The grand total of each dimension. */
  totals: Map<string, string>
  rows: RowList
  /** Positions of the values that tables print for one cell: the value of this release first, if it has one. */
  versions: Map<string, number[]>
  /** The key of each cell without its date and edition. */
  undated: string[]
}

/** Adds a table of this release, or of an edition; returns the position of each of its cells. */
export function addTable(draft: Draft, table: Table, edition?: Edition): Int32Array {
  const grid = new Int32Array(table.cells.length)
  for (let index = 0; index < grid.length; index++) grid[index] = addCell(draft, table, index, edition)
  draft.grids.push({ table, cells: grid })
  tableEquations(table, grid, draft.rows)
  return grid
}

/** The key of a cell, with dimensions at their grand total left out. */
export function keyIn({ totals }: Draft, { measure, asOf, at }: Address): string {
  const place = Object.fromEntries(Object.entries(at).filter(([name, code]) => totals.get(name) !== code))
  return cellKey({ measure, at: place, ...(asOf === undefined ? {} : { asOf }) })
}

/** The same number in another table is found again; another value in an edition is a number of its own. */
function addCell(draft: Draft, table: Table, index: number, edition: Edition | undefined): number {
  const { measure, asOf } = table
  const { value, structural, largest } = table.cells[index]!
  const at = placeIn(table, index)
  const key = keyIn(draft, { measure, asOf, at })
  const versions = draft.versions.get(key) ?? []
  const found = versions.find((position) => isSame(draft.cells[position]!.value, value))
  const present = found === undefined ? undefined : draft.cells[found]
  if (found !== undefined && present) {
    present.structural ||= structural
    present.largest = greater(present.largest, largest)
    return found
  }
  const [first] = versions
  if (first !== undefined && !edition) {
    throw new RangeError(`linkTables: ${key} is ${draft.cells[first]!.value} and ${value} in ${table.name}`)
  }
  const revises = first === undefined || !edition ? {} : { revises: { key, edition: edition.name } }
  const cell = { key: freeKey(draft, key, edition), structural, largest, value, ...revises }
  draft.undated.push(keyIn(draft, { measure, at }))
  return addNew(draft, key, { ...cell, measure, printed: edition === undefined })
}

type Found = Pick<ReleaseCell, 'key' | 'measure' | 'value' | 'structural' | 'largest' | 'printed' | 'revises'>

function addNew(draft: Draft, version: string, found: Found): number {
  const { aboutPersons, whole = true, lowest = 0 } = measureOf(draft.measures, found.measure)
  checkValue(found, whole, lowest)
  const position =
    draft.cells.push({ ...found, aboutPersons, whole, lowest, known: false, hiddenBefore: false }) - 1
  draft.positions.set(found.key, position)
  draft.versions.set(version, [...(draft.versions.get(version) ?? []), position])
  return position
}

/** The key of a cell of this release, or the same marked with the edition that printed another value. */
function freeKey({ positions }: Draft, key: string, edition: Edition | undefined): string {
  let free = key
  while (edition && positions.has(free)) free += `~${edition.name}`
  return free
}

function checkValue({ key, value }: Found, whole: boolean, lowest: number) {
  if (whole && !Number.isInteger(value)) throw new RangeError(`linkTables: ${key} is ${value}, not whole`)
  if (value < lowest) throw new RangeError(`linkTables: ${key} is ${value}, less than the lowest ${lowest}`)
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
}

/** The contributions that tell more: the first difference decides. */
function greater(a: readonly number[], b: readonly number[]): readonly number[] {
  const differs = a.findIndex((each, n) => each !== b[n])
  return (differs < 0 ? b.length > a.length : (b[differs] ?? 0) > a[differs]!) ? b : a
}

function placeIn(table: Table, index: number): Place {
  const positions = codePositions(table, index)
  return Object.fromEntries(
    table.axes.map(({ name, hierarchy }, axis) => [name, hierarchy.codes[positions[axis]!]!]),
  )
}
