import type { Interval } from '@izaugsme/statistics'
import { positionOf } from '../release/link.ts'
import type { Release, ReleaseShare } from '../release/release.ts'
import { countsBehind } from '../release/shares.ts'
import { markHidden, type Publication } from './publication.ts'

/**
 * What an attacker can write down, in changes from the truth: every unknown cell is a variable, and the truth is
 * the point 0. Any change y with `low ≤ y ≤ high` and `rowLow ≤ Ay ≤ rowHigh` is a table that looks the same.
 */
export type System = {
  /** Release cell of each variable. */
  cells: Int32Array
  /** Variable of each release cell; −1 where the value is known. */
  variables: Int32Array
  low: Float64Array
  high: Float64Array
  starts: Int32Array
  indices: Int32Array
  values: Float64Array
  rowLow: Float64Array
  rowHigh: Float64Array
}

/**
 * The attacker's system for a published set, over all tables, editions, relations and shares.
 *
 * @param publication checked before
 */
export function attackerSystem(release: Release, publication: Publication): System {
  const hidden = markHidden(release, publication.hidden)
  const isUnknown = release.cells.map(
    (cell, at) => (hidden[at] === 1 || !cell.printed) && !cell.known && !cell.structural,
  )
  for (const key of Object.keys(publication.ranges ?? {})) {
    const at = positionOf(release, key)
    isUnknown[at] = !release.cells[at]!.known
  }
  const printed = publication.shares ?? 'of printed cells'
  const isPrinted = ({ numerator, denominator, known }: ReleaseShare) =>
    known || printed === 'all' || (printed !== 'none' && !isUnknown[numerator] && !isUnknown[denominator])
  const system = systemOf(release, isUnknown, release.shares.filter(isPrinted))
  for (const ranges of [publication.ranges ?? {}, publication.knowledge ?? {}]) {
    for (const [key, range] of Object.entries(ranges)) restrict(release, system, key, range)
  }
  return system
}

/** The system in which the cells marked are unknown and the shares given are printed. */
export function systemOf(
  release: Release,
  isUnknown: ArrayLike<boolean | number>,
  shares: readonly ReleaseShare[],
): System {
  const variables = new Int32Array(release.cells.length).fill(-1)
  const cells = Int32Array.from(release.cells.keys()).filter((at) => isUnknown[at])
  cells.forEach((at, variable) => {
    variables[at] = variable
  })
  const low = Float64Array.from(cells, (at) => lowestChange(release, at))
  const high = new Float64Array(cells.length).fill(Infinity)
  const rows = new SystemRows(variables)
  const { starts, cells: entries, coefficients } = release.equations
  for (let row = 0; row + 1 < starts.length; row++) {
    const span = [starts[row]!, starts[row + 1]!] as const
    rows.add(entries.subarray(...span), coefficients.subarray(...span), 0, 0)
  }
  for (const share of shares) addShare(release, share, variables, low, high, rows)
  return { cells, variables, low, high, ...rows.finish() }
}

function lowestChange(release: Release, at: number): number {
  const { lowest, value } = release.cells[at]!
  return Math.min(0, lowest - value)
}

function restrict(release: Release, system: System, key: string, range: Interval) {
  const at = positionOf(release, key)
  const variable = system.variables[at]!
  const value = release.cells[at]!.value
  if (variable < 0) return
  system.low[variable] = Math.max(system.low[variable]!, range.low - value)
  system.high[variable] = Math.min(system.high[variable]!, range.high - value)
}

/** A printed share bounds its numerator when the denominator is known, else it ties the two together. */
function addShare(
  release: Release,
  share: ReleaseShare,
  variables: Int32Array,
  low: Float64Array,
  high: Float64Array,
  rows: SystemRows,
) {
  const part = release.cells[share.numerator]!
  const whole = release.cells[share.denominator]!
  const variable = variables[share.numerator]!
  if (variable >= 0 && variables[share.denominator]! < 0 && part.whole && whole.whole) {
    const counts = countsBehind(share, whole.value)
    low[variable] = Math.max(low[variable]!, counts.low - part.value)
    high[variable] = Math.min(high[variable]!, counts.high - part.value)
    return
  }
  const half = 0.5 / (100 * 10 ** share.decimals)
  for (const [bound, sign] of [
    [share.share + half, 1],
    [share.share - half, -1],
  ] as const) {
    // sign·(numerator − bound·denominator) ≤ 0, in changes from the truth; ties may round either way.
    const slack = Math.max(0, -sign * (part.value - bound * whole.value))
    rows.add([share.numerator, share.denominator], [sign, -sign * bound], -Infinity, slack)
  }
}

/** Rows over the variables only. */
class SystemRows {
  private readonly variables: Int32Array
  private readonly starts: number[] = [0]
  private readonly indices: number[] = []
  private readonly values: number[] = []
  private readonly rowLow: number[] = []
  private readonly rowHigh: number[] = []

  constructor(variables: Int32Array) {
    this.variables = variables
  }

  add(cells: ArrayLike<number>, coefficients: ArrayLike<number>, low: number, high: number) {
    const before = this.indices.length
    for (let n = 0; n < cells.length; n++) {
      const variable = this.variables[cells[n]!]!
      if (variable < 0) continue
      this.indices.push(variable)
      this.values.push(coefficients[n]!)
    }
    if (this.indices.length === before) return
    this.starts.push(this.indices.length)
    this.rowLow.push(low)
    this.rowHigh.push(high)
  }

  finish() {
    return {
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
      rowLow: Float64Array.from(this.rowLow),
      rowHigh: Float64Array.from(this.rowHigh),
    }
  }
}
