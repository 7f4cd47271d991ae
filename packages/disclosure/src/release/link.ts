import { codePositions, type Place, type Table } from '../tables/table.ts'
import { tableEquations } from './equations.ts'
import { grandTotals } from './grand-totals.ts'
import type { Measure } from './measure.ts'
import { type Address, cellKey, undatedKey } from './place.ts'
import type { Edition, Release, ReleaseCell, ReleaseInput, ShareInput } from './release.ts'
import { RowList } from './row-list.ts'
import { printedShare } from './shares.ts'

type Draft = Pick<Release, 'cells' | 'positions' | 'measures' | 'grids' | 'shares'> & {
  totals: Map<string, string>
  rows: RowList
}

/**
 * Puts all tables of a release and its earlier editions into one system: cells with the same measure, date and
 * place are one number, hierarchies and relations are equations, and what an earlier edition printed is known.
 * A cell whose value an edition gives differently was revised: the old value is a number of its own, named
 * `key~edition`, while cells with equal values count as known to be unchanged.
 *
 * @throws RangeError when a measure is not described, a total is ambiguous, two tables disagree on a cell, a
 *   relation or share names an unknown cell, or a relation does not hold
 */
export function linkTables(input: ReleaseInput): Release {
  const editions = input.earlier ?? []
  const draft: Draft = {
    cells: [],
    positions: new Map(),
    measures: input.measures,
    grids: [],
    shares: [],
    totals: grandTotals([...input.tables, ...editions.flatMap(({ tables }) => tables)]),
    rows: new RowList(),
  }
  for (const table of input.tables) addTable(draft, table)
  const unprinted = new Set(input.unprinted ?? [])
  for (const cell of draft.cells) cell.printed = !unprinted.delete(cell.key)
  for (const key of unprinted) throw new RangeError(`linkTables: unprinted ${key} is in no table`)
  for (const share of input.shares ?? []) addShare(draft, share, false)
  for (const edition of editions) addEdition(draft, edition)
  for (const relation of input.relations ?? []) {
    const cells = relation.terms.map(({ cell }) => findPosition(draft, cell))
    const coefficients = relation.terms.map(({ coefficient }) => coefficient)
    const sum = cells.reduce((total, at, n) => total + (coefficients[n] ?? 0) * valueAt(draft, at), 0)
    if (Math.abs(sum - relation.equals) > 1e-9 * Math.max(1, Math.abs(sum))) {
      throw new RangeError(`linkTables: a relation gives ${sum}, not ${relation.equals}`)
    }
    draft.rows.add(cells, coefficients, relation.equals)
  }
  return inOrder(draft)
}

/** The release in the order of the keys, so that it does not matter in which order tables and cells were given. */
function inOrder(draft: Draft): Release {
  const cells = [...draft.cells].sort((a, b) => (a.key < b.key ? -1 : 1))
  const positions = new Map(cells.map(({ key }, at) => [key, at]))
  const ranks = Int32Array.from(draft.cells, ({ key }) => positions.get(key) ?? 0)
  const rank = (at: number) => ranks[at] ?? 0
  const shares = draft.shares.map((share) => ({
    ...share,
    numerator: rank(share.numerator),
    denominator: rank(share.denominator),
  }))
  shares.sort((a, b) => a.numerator - b.numerator || a.denominator - b.denominator)
  const grids = draft.grids.map(({ table, cells: grid }) => ({ table, cells: grid.map(rank) }))
  grids.sort((a, b) => (a.table.name < b.table.name ? -1 : 1))
  return { cells, positions, measures: draft.measures, grids, shares, equations: draft.rows.finish(ranks) }
}

/**
 * Position of a cell in `release.cells`.
 *
 * @throws RangeError when the release has no such cell
 */
export function positionOf(release: Pick<Release, 'positions'>, key: string): number {
  const position = release.positions.get(key)
  if (position === undefined) throw new RangeError(`positionOf: the release has no cell ${key}`)
  return position
}

function addTable(draft: Draft, table: Table, edition?: Edition): Int32Array {
  const grid = new Int32Array(table.cells.length)
  for (let index = 0; index < grid.length; index++) {
    const key = keyIn(draft, { measure: table.measure, asOf: table.asOf, at: placeIn(table, index) })
    grid[index] = addCell(draft, table, index, key, edition)
  }
  draft.grids.push({ table, cells: grid })
  tableEquations(table, grid, draft.rows)
  return grid
}

function addCell(draft: Draft, table: Table, index: number, key: string, edition?: Edition): number {
  const { value = 0, structural = false, largest = [] } = table.cells[index] ?? {}
  const found = draft.positions.get(key)
  const present = found === undefined ? undefined : draft.cells[found]
  const agrees = present && Math.abs(present.value - value) <= 1e-9 * Math.max(1, Math.abs(value))
  if (found !== undefined && present && agrees) {
    present.structural ||= structural
    if (present.largest.length === 0) present.largest = largest
    return found
  }
  if (present && !edition) {
    throw new RangeError(`linkTables: ${key} is ${present.value} and ${value} in ${table.name}`)
  }
  if (present) return addCell(draft, table, index, `${key}~${edition?.name}`, edition)
  const measure = measureOf(draft.measures, table.measure)
  draft.positions.set(key, draft.cells.length)
  return (
    draft.cells.push({
      key,
      measure: table.measure,
      aboutPersons: measure.aboutPersons,
      value,
      whole: measure.whole ?? true,
      lowest: measure.lowest ?? 0,
      largest,
      structural,
      known: false,
      printed: edition === undefined,
      hiddenBefore: false,
    }) - 1
  )
}

function addEdition(draft: Draft, edition: Edition) {
  const hidden = new Set(edition.hidden)
  const grids = edition.tables.map((table) => addTable(draft, table, edition))
  for (const grid of grids) {
    for (const at of grid) {
      const cell = draft.cells[at] as ReleaseCell
      if (!hidden.has(cell.key.replace(/~.*$/, ''))) cell.known = true
    }
  }
  const undated = new Set(edition.hidden.map(undatedKey))
  for (const cell of draft.cells) cell.hiddenBefore ||= undated.has(undatedKey(cell.key))
  for (const share of edition.shares ?? []) addShare(draft, share, true)
}

function addShare(draft: Draft, { numerator, denominator, decimals }: ShareInput, known: boolean) {
  const [part, whole] = [findPosition(draft, numerator), findPosition(draft, denominator)]
  const share = printedShare(valueAt(draft, part), valueAt(draft, whole), decimals)
  draft.shares.push({ numerator: part, denominator: whole, decimals, share, known })
}

function findPosition(draft: Draft, address: Address): number {
  return positionOf(draft, keyIn(draft, address))
}

function keyIn(draft: Draft, { measure, asOf, at }: Address): string {
  const place = Object.fromEntries(
    Object.entries(at).filter(([name, code]) => draft.totals.get(name) !== code),
  )
  return cellKey({ measure, at: place, ...(asOf === undefined ? {} : { asOf }) })
}

function placeIn(table: Table, index: number): Place {
  const positions = codePositions(table, index)
  return Object.fromEntries(
    table.axes.map(({ name, hierarchy }, axis) => [name, hierarchy.codes[positions[axis] ?? 0] ?? '']),
  )
}

function measureOf(measures: Readonly<Record<string, Measure>>, name: string): Measure {
  const measure = measures[name]
  if (!measure) throw new RangeError(`linkTables: measure ${name} is not classed as about persons or not`)
  return measure
}

function valueAt(draft: Draft, at: number): number {
  return draft.cells[at]?.value ?? 0
}
