import type { System } from './system.ts'

const PASSES = 20

/**
 * Bounds on every unknown from one equation at a time, repeated: what a reader finds with pencil and paper. They
 * hold the attacker's true intervals, and where a known table reaches them, no solver is needed.
 *
 * @returns changes from the truth, by variable
 */
export function propagateBounds(system: System): { low: Float64Array; high: Float64Array } {
  const low = system.low.slice()
  const high = system.high.slice()
  for (let pass = 0; pass < PASSES; pass++) {
    let isTighter = false
    for (let row = 0; row + 1 < system.starts.length; row++) {
      isTighter = tightenRow(system, row, low, high) || isTighter
    }
    if (!isTighter) break
  }
  return { low, high }
}

/** Narrows the bounds of a row's variables as far as that row alone allows; says whether it did. */
function tightenRow(system: System, row: number, low: Float64Array, high: Float64Array): boolean {
  const [from, to] = [system.starts[row]!, system.starts[row + 1]!]
  const least = rowExtreme(system, from, to, low, high)
  const most = rowExtreme(system, from, to, high, low)
  let isTighter = false
  for (let entry = from; entry < to; entry++) {
    const variable = system.indices[entry]!
    const value = system.values[entry]!
    const ownLeast = value * (value > 0 ? low : high)[variable]!
    const ownMost = value * (value > 0 ? high : low)[variable]!
    const upper = (system.rowHigh[row]! - without(least, ownLeast)) / value
    const lower = (system.rowLow[row]! - without(most, ownMost)) / value
    const [newLow, newHigh] = value > 0 ? [lower, upper] : [upper, lower]
    if (newLow > low[variable]! + 1e-9) {
      low[variable] = Math.min(newLow, 0)
      isTighter = true
    }
    if (newHigh < high[variable]! - 1e-9) {
      high[variable] = Math.max(newHigh, 0)
      isTighter = true
    }
  }
  return isTighter
}

/** A sum in which infinite terms are counted apart, so that one of them can be taken out again. */
type Extreme = { sum: number; infinite: number; sign: number }

function rowExtreme(
  system: System,
  from: number,
  to: number,
  positive: Float64Array,
  negative: Float64Array,
): Extreme {
  const extreme = { sum: 0, infinite: 0, sign: 1 }
  for (let entry = from; entry < to; entry++) {
    const value = system.values[entry]!
    const term = value * (value > 0 ? positive : negative)[system.indices[entry]!]!
    if (Number.isFinite(term)) extreme.sum += term
    else {
      extreme.infinite++
      extreme.sign = Math.sign(term)
    }
  }
  return extreme
}

function without({ sum, infinite, sign }: Extreme, term: number): number {
  if (!Number.isFinite(term)) return infinite === 1 ? sum : sign * Infinity
  return infinite > 0 ? sign * Infinity : sum - term
}
