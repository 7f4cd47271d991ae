import type { Item } from '../models/item.ts'
import { type CalibrateOptions, hasFreeSlopes, type ModelName } from './options.ts'
import type { Cell, Rows } from './rows.ts'

/** Refuses answers that the model cannot be calibrated from, and fixed items that do not fit them. */
export function checkData(
  rows: Rows,
  highest: Uint8Array,
  groupCount: number,
  categoryCounts: readonly (readonly number[])[],
  options: CalibrateOptions,
): void {
  const { model, fixed, reference } = options
  if (!(rows.persons > 0)) throw new RangeError('calibrate: nobody answered, the number of persons is 0')
  if (reference !== undefined && !(Number.isInteger(reference) && reference >= 0 && reference < groupCount)) {
    throw new RangeError(`calibrate: reference ${reference} is none of ${groupCount} groups`)
  }
  const empty = personsOfGroups(rows, groupCount).findIndex((persons) => !(persons > 0))
  if (empty >= 0) throw new RangeError(`calibrate: group ${empty} is empty`)
  for (const [item, counts] of categoryCounts.entries()) {
    const top = highest[item]!
    if ((model === 'rasch' || model === '2pl') && top > 1) {
      throw new RangeError(`calibrate: item ${item} has highest category ${top}, but ${model} is for 0 and 1`)
    }
    const known = fixed?.get(item)
    if (known) checkFixed(item, known, top, model)
    const never = known ? -1 : counts.findIndex((count) => !(count > 0))
    if (never >= 0) {
      throw new RangeError(
        `calibrate: nobody has category ${never} of item ${item}; merge it or leave the item out`,
      )
    }
  }
  const wrong = [...(fixed?.keys() ?? [])].find((item) => categoryCounts[item] === undefined)
  if (wrong !== undefined) throw new RangeError(`calibrate: fixed item ${wrong} does not exist`)
  checkEnds(rows, highest, options)
}

function checkFixed(item: number, known: Item, top: number, model: ModelName): void {
  if (known.intercepts.length !== top) {
    throw new RangeError(
      `calibrate: fixed item ${item} has ${known.intercepts.length} intercepts, not ${top}`,
    )
  }
  if (known.kind !== (model === 'grm' ? 'graded' : 'partialCredit')) {
    throw new RangeError(`calibrate: fixed item ${item} is ${known.kind}, which ${model} does not use`)
  }
  if (![known.slope, ...known.intercepts].every(Number.isFinite)) {
    throw new RangeError(
      `calibrate: fixed item ${item} has slope ${known.slope} and intercepts ${known.intercepts}, not all numbers`,
    )
  }
  if (!hasFreeSlopes(model) && known.slope !== 1) {
    throw new RangeError(`calibrate: fixed item ${item} has slope ${known.slope}, but ${model} has slope 1`)
  }
}

function personsOfGroups({ cells, weights }: Rows, groupCount: number): Float64Array {
  const persons = new Float64Array(groupCount)
  for (const { group, slices } of cells) {
    for (const { from, to } of slices) {
      for (let row = from; row < to; row++) persons[group]! += weights[row]!
    }
  }
  return persons
}

/** Refuses groups that all earn full points, or none, where nothing else holds their mean or spread. */
function checkEnds(rows: Rows, highest: Uint8Array, { model, fixed, reference = 0 }: CalibrateOptions): void {
  const isKnown = (group: number) => hasFreeSlopes(model) && !fixed?.size && group === reference
  for (const group of new Set(rows.cells.map((cell) => cell.group))) {
    if (isKnown(group)) continue
    const shares = rows.cells
      .filter((cell) => cell.group === group)
      .map((cell) => pointsOf(rows, cell, highest))
    const isFull = shares.every(({ least }) => least === 1)
    if (isFull || shares.every(({ most }) => most === 0)) {
      throw new RangeError(
        `calibrate: the answers of group ${group} earn ${isFull ? 'full' : 'no'} points, so its mean has no bound`,
      )
    }
  }
}

/** Least and most points of a cell's persons, as shares of what their items allow. */
function pointsOf(rows: Rows, { booklet, slices, from, categoriesFrom }: Cell, highest: Uint8Array) {
  const items = rows.booklets[booklet]!
  let [least, most] = [1, 0]
  for (const slice of slices) {
    let allowed = 0
    for (const item of items) allowed += highest[item]!
    for (const item of slice.skipped) allowed -= highest[item]!
    for (let row = slice.from; row < slice.to; row++) {
      if (rows.weights[row] === 0) continue
      const start = categoriesFrom + (row - from) * items.length
      const points = rows.categories
        ? rows.categories.subarray(start, start + items.length).reduce((sum, value) => sum + value, 0)
        : rows.scores![row]!
      least = Math.min(least, points / allowed)
      most = Math.max(most, points / allowed)
      if (least < 1 && most > 0) return { least, most }
    }
  }
  return { least, most }
}
