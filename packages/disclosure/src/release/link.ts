import { checkCount } from '../argument-checks.ts'
import { addTable, type Draft, keyIn } from './draft.ts'
import { grandTotals } from './grand-totals.ts'
import type { Address } from './place.ts'
import type { Edition, Relation, Release, ReleaseInput, ShareInput } from './release.ts'
import { RowList } from './row-list.ts'
import { printedShare } from './shares.ts'

/**
 * Puts all tables of a release and its earlier editions into one system: cells with the same measure, date and
 * place are one number, hierarchies and relations are equations, and what an earlier edition printed is known.
 * A cell whose value an edition gives differently was revised: the old value is a number of its own, named
 * `key~edition`, while cells with equal values count as known to be unchanged.
 *
 * @throws RangeError when a measure is not described, a value is none that its measure can have, a total is ambiguous,
 *   two tables disagree on a cell, an edition hid a cell that it does not have, a relation or share names an unknown
 *   cell, a share is not of 0 to 100 %, or a relation does not hold
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
    versions: new Map(),
    undated: [],
  }
  for (const table of input.tables) addTable(draft, table)
  const unprinted = new Set(input.unprinted ?? [])
  for (const cell of draft.cells) cell.printed = !unprinted.delete(cell.key)
  for (const key of unprinted) throw new RangeError(`linkTables: unprinted ${key} is in no table`)
  for (const share of input.shares ?? []) addShare(draft, share)
  for (const edition of editions) addEdition(draft, edition)
  for (const relation of input.relations ?? []) addRelation(draft, relation)
  return inOrder(draft)
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

/** Refuses keys of cells that the release does not have. */
export function checkKeys(
  caller: string,
  argument: string,
  release: Pick<Release, 'positions'>,
  keys: readonly string[],
): void {
  const unknown = keys.find((key) => !release.positions.has(key))
  if (unknown === undefined) return
  throw new RangeError(`${caller}: ${argument}: the release has no cell ${unknown}`)
}

function addEdition(draft: Draft, edition: Edition) {
  const hidden = new Set(edition.hidden)
  const versions = new Map<string, number>()
  for (const table of edition.tables) {
    for (const at of addTable(draft, table, edition)) {
      const cell = draft.cells[at]!
      const key = cell.revises?.key ?? cell.key
      versions.set(key, at)
      if (!hidden.has(key)) cell.known = true
    }
  }
  const undated = new Set<string>()
  for (const key of hidden) {
    const at = versions.get(key)
    if (at === undefined) {
      throw new RangeError(`linkTables: edition ${edition.name} hid ${key}, which none of its tables has`)
    }
    undated.add(draft.undated[at]!)
  }
  draft.cells.forEach((cell, at) => {
    cell.hiddenBefore ||= undated.has(draft.undated[at]!)
  })
  for (const share of edition.shares ?? []) addShare(draft, share, versions)
}

/** @param versions what an earlier edition printed it of; left out for a share of this release */
function addShare(draft: Draft, share: ShareInput, versions?: ReadonlyMap<string, number>) {
  const { numerator, denominator, decimals } = share
  checkCount('linkTables', 'share decimals', decimals, 0, 6)
  const positionIn = (address: Address) =>
    versions?.get(keyIn(draft, address)) ?? findPosition(draft, address, 'a share')
  const [part, whole] = [positionIn(numerator), positionIn(denominator)]
  const [counted, of] = [valueAt(draft, part), valueAt(draft, whole)]
  if (!(counted >= 0 && counted <= of && of > 0)) {
    const [partKey, wholeKey] = [part, whole].map((at) => draft.cells[at]!.key)
    throw new RangeError(`linkTables: share ${partKey} of ${wholeKey} is ${counted} of ${of}`)
  }
  draft.shares.push({
    numerator: part,
    denominator: whole,
    decimals,
    share: printedShare(counted, of, decimals),
    known: versions !== undefined,
  })
}

function addRelation(draft: Draft, { terms, equals }: Relation) {
  const sums = new Map<number, number>()
  for (const { cell, coefficient } of terms) {
    const at = findPosition(draft, cell, 'a relation')
    sums.set(at, (sums.get(at) ?? 0) + coefficient)
  }
  const entries = [...sums].filter(([, coefficient]) => coefficient !== 0)
  const sum = entries.reduce((total, [at, coefficient]) => total + coefficient * valueAt(draft, at), 0)
  if (!(Math.abs(sum - equals) <= 1e-9 * Math.max(1, Math.abs(sum)))) {
    throw new RangeError(`linkTables: a relation gives ${sum}, not ${equals}`)
  }
  if (entries.length === 0) return
  draft.rows.add(
    entries.map(([at]) => at),
    entries.map(([, coefficient]) => coefficient),
    equals,
  )
}

/** The release in the order of the keys, so that it does not matter in which order tables and cells were given. */
function inOrder(draft: Draft): Release {
  const cells = [...draft.cells].sort((a, b) => (a.key < b.key ? -1 : 1))
  const positions = new Map(cells.map(({ key }, at) => [key, at]))
  const ranks = Int32Array.from(draft.cells, ({ key }) => positions.get(key)!)
  const rank = (at: number) => ranks[at]!
  const shares = draft.shares.map((share) => ({
    ...share,
    numerator: rank(share.numerator),
    denominator: rank(share.denominator),
  }))
  shares.sort((a, b) => a.numerator - b.numerator || a.denominator - b.denominator)
  const grids = draft.grids.map(({ table, cells: grid }) => ({ table, cells: grid.map(rank) }))
  grids.sort((a, b) => compareNames(a.table.name, b.table.name) || compareGrids(a.cells, b.cells))
  return { cells, positions, measures: draft.measures, grids, shares, equations: draft.rows.finish(ranks) }
}

function compareNames(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function compareGrids(a: Int32Array, b: Int32Array): number {
  const differs = a.findIndex((at, n) => at !== b[n])
  return differs < 0 || differs >= b.length ? a.length - b.length : a[differs]! - b[differs]!
}

function findPosition(draft: Draft, address: Address, what: string): number {
  const key = keyIn(draft, address)
  const position = draft.positions.get(key)
  if (position === undefined) throw new RangeError(`linkTables: ${what} names ${key}, which no table has`)
  return position
}

function valueAt(draft: Draft, at: number): number {
  return draft.cells[at]!.value
}
